import {
  type Json,
  type JsonObject,
  fieldsOf,
  isList,
  isObject,
  itemsOf,
} from "../../../document/pointer.ts";

/** What an outcome says in words of its own is no part of what should come out: wordings change and mean the same. */
const WORDING = "warnings";

/** Everything that an outcome says, as an example would expect it; empty lists and what is absent are left out. */
export function expectationOf(outcome: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(outcome).filter(
      ([name, value]) => name !== WORDING && value !== undefined && !(isList(value) && value.length === 0),
    ),
  );
}

/**
 * What an example expects whose result somebody has yet to settle: it fails whatever comes out, since neither a total nor
 * a disposition is ever `null`.
 *
 * @param party - whose total is open; left out: everybody's
 * @example toBeSettled({ disposition: "upheld", parties: [{ party: "P1", totalMinor: 5 }] })
 * // { disposition: "upheld", parties: [{ party: "P1", totalMinor: null }] }
 */
export function toBeSettled(outcome: JsonObject, party?: string): JsonObject {
  const parties = itemsOf(outcome["parties"]).map((one): JsonObject => {
    const id = fieldsOf(one)["party"] ?? null;
    return { party: id, ...(party === undefined || party === id ? { totalMinor: null } : {}) };
  });
  return parties.some((one) => Object.hasOwn(one, "totalMinor"))
    ? { disposition: outcome["disposition"] ?? null, parties }
    : { disposition: null };
}

/**
 * What an example expects, with what came out wherever that is something else. Members that it does not name stay
 * unnamed; what no longer comes out is expected no more.
 *
 * @example accepted({ disposition: "upheld" }, { disposition: "referred", ground: "…" }) // { disposition: "referred" }
 */
export function accepted(expected: JsonObject, outcome: JsonObject): JsonObject {
  const named = Object.entries(expected).flatMap(([name, value]) => {
    const got = Object.hasOwn(outcome, name) ? outcome[name] : undefined;
    return got === undefined ? [] : [[name, acceptedValue(value, got)] as const];
  });
  return Object.fromEntries(named);
}

function acceptedValue(expected: Json, got: Json): Json {
  if (isObject(expected) && isObject(got)) return accepted(expected, got);
  if (isList(expected) && isList(got))
    return got.map((item, index) => {
      const before = expected[index];
      return before === undefined ? item : acceptedValue(before, item);
    });
  return got;
}

/** One thing that an example expects, beside what came out. `path` leads into the outcome. */
export type Expected = {
  readonly path: readonly (string | number)[];
  readonly expected: Json;
  readonly got: Json | undefined;
  readonly isSame: boolean;
};

/** What an example expects, member by member; a list of another length than what came out stands as one. */
export function expectations(expected: Json, got: Json | undefined): readonly Expected[] {
  return compared(expected, got, []);
}

function compared(
  expected: Json,
  got: Json | undefined,
  path: readonly (string | number)[],
): readonly Expected[] {
  if (isObject(expected) && Object.keys(expected).length > 0)
    return Object.entries(expected).flatMap(([name, value]) =>
      compared(value, isObject(got) && Object.hasOwn(got, name) ? got[name] : undefined, [...path, name]),
    );
  if (isList(expected) && isList(got) && expected.length === got.length && expected.some(isObject))
    return expected.flatMap((item, index) => compared(item, got[index], [...path, index]));
  return [{ path, expected, got, isSame: isSame(expected, got) }];
}

/** Whether something came out as expected, by the rule of examples: members that are not named may be anything. */
function isSame(expected: Json, got: Json | undefined): boolean {
  if (isList(expected))
    return (
      isList(got) &&
      got.length === expected.length &&
      expected.every((item, index) => isSame(item, got[index]))
    );
  if (isObject(expected))
    return (
      isObject(got) &&
      Object.entries(expected).every(([name, value]) => Object.hasOwn(got, name) && isSame(value, got[name]))
    );
  return Object.is(expected, got);
}

/** What the engine gave, as JSON: what is `undefined` in it is left out. */
export function asJson(value: object): JsonObject {
  return JSON.parse(JSON.stringify(value)) as JsonObject;
}
