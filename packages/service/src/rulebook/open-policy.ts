import { type Diagnostic, type PolicyVersion, quote } from "@evenhand/domain";
import { type LoadedVersion, loadVersion } from "@evenhand/engine";
import { type ValidationContext, parsePolicy, preparePolicy } from "@evenhand/policy";
import type { Ground } from "./ground.ts";

/** A policy document that was looked over: ready to be decided under where nothing found in it is an error. */
export type OpenedPolicy = {
  readonly loaded?: LoadedVersion;
  readonly diagnostics: readonly Diagnostic[];
};

/**
 * Parses, validates, prepares and compiles a policy document, text or its bytes in UTF-8.
 *
 * @throws Error where a document that validates cannot be loaded, which is a fault of ours
 */
export function openPolicy(source: string | Uint8Array, ground: Ground): OpenedPolicy {
  const { policy, diagnostics } = parsePolicy(source, contextOf(ground));
  return policy ? { loaded: loadUpon(preparePolicy(policy), ground), diagnostics } : { diagnostics };
}

/** Everything found about a policy document, text or its bytes in UTF-8. */
export function diagnosticsOf(source: string | Uint8Array, ground: Ground): readonly Diagnostic[] {
  return parsePolicy(source, contextOf(ground)).diagnostics;
}

function contextOf({ guards, calendars }: Ground): ValidationContext {
  return { guards, calendars: new Set(calendars.keys()) };
}

/**
 * A version upon the calendars and guards that it names.
 *
 * @throws Error where one of them is not there: validation reports that, so it is a fault of ours
 */
export function loadUpon(version: PolicyVersion, { calendars, guards }: Ground): LoadedVersion {
  const calendar = calendars.get(version.policy.calendar);
  if (!calendar)
    throw new Error(
      `the calendar ${quote(version.policy.calendar)} of ${quote(version.policy.id)} is missing`,
    );
  return loadVersion(version, { calendar, guards: [...guards.values()] });
}
