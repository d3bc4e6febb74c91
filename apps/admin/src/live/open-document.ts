import { type Calendar, type Guard, type Language, type Policy, readCalendar } from "@evenhand/domain";
import { type LoadedVersion, loadVersion } from "@evenhand/engine";
import {
  type ValidationContext,
  otherPolicy,
  parsePolicy,
  preparePolicy,
  readPolicy,
} from "@evenhand/policy";
import type { LiveGround, LookedOver } from "./protocol.ts";

/** Guards and calendars, read once for any number of documents. */
export type OpenedGround = {
  readonly context: ValidationContext;
  readonly calendars: ReadonlyMap<string, Calendar>;
  readonly guards: readonly Guard[];
};

/** A document that was looked over; `loaded` where nothing found in it is an error. */
export type OpenedDocument = Pick<LookedOver, "diagnostics"> & { readonly loaded?: LoadedVersion };

/** @throws Error where a calendar of the service has faults, which it never has */
export function openGround({ guards, calendars }: LiveGround): OpenedGround {
  const read = new Map(calendars.map((document) => [document.id, calendarIn(document)]));
  return {
    context: {
      guards: new Map(guards.map((guard) => [guard.jurisdiction, guard])),
      calendars: new Set(read.keys()),
    },
    calendars: read,
    guards,
  };
}

function calendarIn(document: LiveGround["calendars"][number]): Calendar {
  const read = readCalendar(document);
  if ("problems" in read) throw new Error(`the calendar ${document.id} has faults`);
  return read.calendar;
}

/**
 * Looks a draft of a policy over by the very checks of the service, its limits on texts included.
 *
 * @param text the JSON of an object
 */
export function openDocument(
  text: string,
  { policy: policyId, ground }: { readonly policy: string; readonly ground: OpenedGround },
): OpenedDocument {
  const { policy, diagnostics } = parsePolicy(text, ground.context);
  const others = otherPolicy(policyId, JSON.parse(text) as { readonly id?: unknown });
  return {
    diagnostics: [...others, ...diagnostics],
    ...(policy && others.length === 0 ? { loaded: loadUpon(policy, ground) } : {}),
  };
}

/** A policy without errors made ready to be decided under. */
export function loadUpon(policy: Policy, { calendars, guards }: OpenedGround): LoadedVersion {
  const calendar = calendars.get(policy.calendar);
  if (!calendar) throw new Error(`the calendar ${policy.calendar} is missing`);
  return loadVersion(preparePolicy(policy), { calendar, guards });
}

/** What there is to tell of a document before any case is put to it. */
export function lookedOver({ diagnostics, loaded }: OpenedDocument): LookedOver {
  if (!loaded) return { diagnostics };
  const read = (language: Language) =>
    readPolicy(loaded.version, language, { guards: loaded.guards, isDraft: true });
  return { diagnostics, readings: { zh: read("zh"), en: read("en") } };
}
