import type { EvaluateResponse, Refusal } from "@evenhand/domain";
import type { ConformanceCase } from "./case.ts";

type Result = { readonly response: EvaluateResponse } | { readonly refusal: Refusal };
type Fields = Readonly<Record<string, unknown>>;

/** Everything in which a result differs from what a case expects, one line each; none where it conforms. */
export function differences(expected: ConformanceCase, result: Result): readonly string[] {
  if ("refusal" in expected) return differencesOfRefusal(expected.refusal, result);
  if ("refusal" in result) {
    return result.refusal.problems.map(
      ({ code, at, message }) => `refused: ${code} at ${at} (${message.en})`,
    );
  }
  const { outcome, policy, explanation } = result.response;
  const { parties, ...rest } = expected.expect;
  return [
    ...(expected.version === undefined ? [] : subset("version", policy.version, expected.version)),
    ...subset("outcome", outcome, rest),
    ...(parties === undefined ? [] : differencesOfParties(outcome.parties, parties)),
    ...whole("fired", firedRules(explanation), expected.fired),
  ];
}

/** The rules that fired and stand, in the order of the explanation: `rule`, or `rule@party`. */
export function firedRules(explanation: EvaluateResponse["explanation"]): readonly string[] {
  return explanation
    .filter(({ kind, fired, stands }) => kind === "rule" && fired === true && stands !== false)
    .map(({ rule = "", party }) => (party === undefined ? rule : `${rule}@${party}`));
}

function differencesOfRefusal(expected: readonly Fields[], result: Result): readonly string[] {
  if ("response" in result) return [`was not refused, but decided as ${result.response.outcome.disposition}`];
  const found = result.refusal.problems.map(({ code, at }) => `${code} at ${at}`);
  return whole(
    "refusal",
    found,
    expected.map(({ code, at }) => `${String(code)} at ${String(at)}`),
  );
}

/** Found by their id in any order; whoever is not listed must go free. */
function differencesOfParties(found: readonly Fields[], expected: unknown): readonly string[] {
  const listed = expected as readonly Fields[];
  const wrong = listed.flatMap((entry) => {
    const id = String(entry["party"]);
    const actual = found.find(({ party }) => party === id);
    return actual ? subset(`party ${id}`, actual, entry) : [`party ${id}: has no entry`];
  });
  const unlisted = found.filter(({ party }) => !listed.some((entry) => entry["party"] === party));
  return [
    ...wrong,
    ...unlisted
      .filter((entry) => !isFree(entry))
      .map(({ party }) => `party ${String(party)}: is charged and not listed`),
  ];
}

function isFree({ totalMinor, grade, reminder, commendation }: Fields): boolean {
  return totalMinor === 0 && grade === null && reminder === false && commendation === false;
}

function subset(path: string, actual: unknown, expected: unknown): readonly string[] {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) return [unequal(path, actual, expected)];
    return expected.flatMap((item, index) => subset(`${path}[${index}]`, actual[index], item));
  }
  if (!isFields(expected)) return Object.is(actual, expected) ? [] : [unequal(path, actual, expected)];
  if (!isFields(actual)) return [unequal(path, actual, expected)];
  return Object.entries(expected).flatMap(([name, value]) =>
    name === "without" ? absent(path, actual, value) : subset(`${path}.${name}`, actual[name], value),
  );
}

function absent(path: string, actual: Fields, names: unknown): readonly string[] {
  return (names as readonly string[])
    .filter((name) => Object.hasOwn(actual, name))
    .map((name) => `${path}.${name}: is ${JSON.stringify(actual[name])}, not absent`);
}

function whole(path: string, actual: readonly string[], expected: readonly string[]): readonly string[] {
  return JSON.stringify(actual) === JSON.stringify(expected) ? [] : [unequal(path, actual, expected)];
}

function unequal(path: string, actual: unknown, expected: unknown): string {
  return `${path}: is ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`;
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
