import fc from "fast-check";
import { mutatedTexts } from "../mutate.ts";
import type { Sent } from "../send.ts";
import { STRANGE_BODIES, STRANGE_HEADERS, STRANGE_IDS, STRANGE_QUERIES, TOO_LARGE } from "./strange.ts";
import { type Meant, type Visit, pathOf, sentFor } from "./visit.ts";
import type { World } from "./world.ts";

/** A request that was meant well, and what is sent instead. */
export type Attack = { readonly operation: string; readonly sent: Sent };

/** Something that is done to a request. */
type Twist = (sent: Sent) => Sent;

/**
 * Requests to every operation alike: those of a tour, each with one thing done to it, or two – its body, its ids, its
 * parameters, its headers, or whoever sends it.
 */
export function attacks(world: World, visits: readonly Visit[]): fc.Arbitrary<Attack> {
  const byOperation = Map.groupBy(
    visits.map(({ meant }) => meant),
    ({ operation }) => operation,
  );
  return fc
    .constantFrom(...byOperation.values())
    .chain((several) => fc.constantFrom(...several))
    .chain((meant) =>
      fc.array(twistsOf(world, meant), { minLength: 1, maxLength: 2 }).map((twists) => ({
        operation: meant.operation,
        sent: twists.reduce((sent, twist) => twist(sent), sentFor(world, meant)),
      })),
    );
}

function twistsOf(world: World, meant: Meant): fc.Arbitrary<Twist> {
  const { operation, params, body, file } = meant;
  const hasBody = body !== undefined || file !== undefined;
  return fc.oneof(
    ...(body === undefined ? [] : [{ weight: 12, arbitrary: mutatedBody(body) }]),
    ...(params ? [{ weight: 4, arbitrary: otherIds(meant, params) }] : []),
    { weight: hasBody ? 3 : 1, arbitrary: fc.constantFrom(...STRANGE_BODIES).map(withBody) },
    ...(hasBody ? [{ weight: 1, arbitrary: fc.constant(withBody(TOO_LARGE)) }] : []),
    { weight: 2, arbitrary: fc.constantFrom(...STRANGE_QUERIES).map(withQuery) },
    { weight: 2, arbitrary: fc.constant<Twist>(repeatQuery) },
    { weight: 3, arbitrary: strangeHeader() },
    // Whoever would be signed out by it sends nothing more.
    ...(operation.includes("/api/auth/") ? [] : [{ weight: 2, arbitrary: otherSender(world, operation) }]),
    { weight: 1, arbitrary: fc.constant<Twist>((sent) => sent) },
  );
}

function mutatedBody(body: unknown): fc.Arbitrary<Twist> {
  return mutatedTexts(fc.constant(body)).map((text): Twist => (sent) => ({ ...sent, body: text }));
}

/** The body alone; whether its type is named stays as it is, so that the reading of it is met and not only its refusal. */
function withBody(body: Uint8Array): Twist {
  return (sent) => ({ ...sent, headers: { "Content-Type": "application/json", ...sent.headers }, body });
}

function otherIds({ operation }: Meant, params: Readonly<Record<string, string>>): fc.Arbitrary<Twist> {
  const names = Object.keys(params);
  return fc
    .tuple(fc.constantFrom(...names), fc.constantFrom(...STRANGE_IDS))
    .map(([strange, id]): Twist => (sent) => {
      const [, query] = sent.path.split("?");
      const path = pathOf(operation, (name) =>
        name === strange ? id : encodeURIComponent(params[name] ?? ""),
      );
      return { ...sent, path: query === undefined ? path : `${path}?${query}` };
    });
}

function withQuery(query: string): Twist {
  return (sent) => ({ ...sent, path: `${sent.path}${sent.path.includes("?") ? "&" : "?"}${query}` });
}

/** Everything that was asked for, asked for twice. */
function repeatQuery(sent: Sent): Sent {
  const [, query] = sent.path.split("?");
  return query === undefined ? sent : { ...sent, path: `${sent.path}&${query}` };
}

function strangeHeader(): fc.Arbitrary<Twist> {
  return fc
    .constantFrom(...Object.keys(STRANGE_HEADERS))
    .chain((name) => fc.constantFrom(...(STRANGE_HEADERS[name] ?? [])).map((value) => ({ name, value })))
    .map(({ name, value }): Twist => (sent) => ({ ...sent, headers: { ...sent.headers, [name]: value } }));
}

/** Somebody else, with the same request. */
function otherSender(world: World, operation: string): fc.Arbitrary<Twist> {
  return fc.constantFrom(...world.subjects.keys()).map((as): Twist => (sent) => {
    const { Authorization: _key, Cookie: _cookie, Origin: _origin, ...headers } = sent.headers ?? {};
    return { ...sent, headers: { ...headers, ...sentFor(world, { operation, as }).headers } };
  });
}
