import {
  type ExplanationStep,
  type LocalizedText,
  type Policy,
  type PolicyExample,
  parseInstant,
  readCalendar,
} from "@evenhand/domain";
import { decide, loadVersion, readRequest } from "@evenhand/engine";
import { preparePolicy } from "@evenhand/policy";
import type { JsonObject } from "../../../../document/pointer.ts";
import type { LiveGround } from "../../../../live/protocol.ts";

/** What a draft makes of one case, as far as one rule goes: a step for the case, or for each party. */
export type Tried =
  | { readonly kind: "steps"; readonly steps: readonly ExplanationStep[] }
  | { readonly kind: "refused"; readonly problems: readonly LocalizedText[] };

/** Where an example names no moment, its own dates suffice. */
const ANY_MOMENT = 0;

/**
 * Decides an example under the draft and gives what was asked of one rule.
 *
 * @throws Error where the draft cannot be decided under: it has errors, or its calendar or a guard is not in use
 */
export function tryRule(
  document: JsonObject,
  {
    example,
    rule,
    ground,
  }: { readonly example: PolicyExample; readonly rule: string; readonly ground: LiveGround },
): Tried {
  // INVARIANT: a draft that is no policy throws below, as is said above.
  const policy = copyOf(document) as unknown as Policy;
  const { calendars, guards } = copyOf(ground);
  const found = calendars.find(({ id }) => id === policy.calendar);
  const read = readCalendar(found);
  if (!("calendar" in read)) throw new Error(`the calendar ${policy.calendar} is not in use`);
  const loaded = loadVersion(preparePolicy(policy), { calendar: read.calendar, guards });
  const { policyVersion: _policyVersion, ...asked } = copyOf(example.request);
  const request = readRequest(asked);
  if ("refusal" in request) return refused(request.refusal.problems);
  const evaluatedAt = parseInstant(example.evaluatedAt ?? "") ?? ANY_MOMENT;
  const decided = decide(loaded, request.request, { evaluatedAt });
  if ("refusal" in decided) return refused(decided.refusal.problems);
  const { explanation } = decided.response;
  return { kind: "steps", steps: explanation.filter((step) => step.kind === "rule" && step.rule === rule) };
}

/** What came from the service is watched for changes by proxies, which the engine cannot take in. */
function copyOf<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}

function refused(problems: readonly { readonly message: LocalizedText }[]): Tried {
  return { kind: "refused", problems: problems.map(({ message }) => message) };
}
