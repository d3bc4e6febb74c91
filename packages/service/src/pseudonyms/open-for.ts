import { type Actor, reachOf } from "@evenhand/domain";
import { isPseudonym, openText, tokensIn } from "@evenhand/evidence";
import { type Db, openingsOf, staffIdsOf } from "@evenhand/store";
import { seesNames } from "../people/own-or-other.ts";
import type { ServiceContext } from "../context.ts";
import type { SentProblem } from "../problems/problem-document.ts";
import type { RefusedAsk } from "../refused.ts";

/**
 * Whom a stored document may be opened for. `all` shows every staff number and text; `own` only the number of the one
 * person, and the texts; `none` leaves everybody under their pseudonym, as an auditor sees them before unmasking.
 */
export type Openness =
  | { readonly kind: "all" }
  | { readonly kind: "none" }
  | { readonly kind: "own"; readonly person: string };

/** What somebody gets to see without unmasking, by their roles and scopes. */
export function opennessFor(actor: Actor): Openness {
  if (!seesNames(actor)) return { kind: "none" };
  return actor.kind === "user" && reachOf(actor, "decisions:read") === "own"
    ? { kind: "own", person: actor.person }
    : { kind: "all" };
}

/**
 * A stored JSON text with the staff numbers and the texts put in that may be seen. Whoever was erased stays under the
 * pseudonym.
 */
export async function openFor(db: Db, jsonText: string, openness: Openness): Promise<string> {
  if (openness.kind === "none") return jsonText;
  const tokens = tokensIn(jsonText);
  const staffIds = await staffIdsOf(db, tokens.filter(isPseudonym));
  const texts = await openingsOf(
    db,
    tokens.filter((token) => !isPseudonym(token)),
  );
  return openText(jsonText, (token) => {
    const staffId = staffIds.get(token);
    if (staffId === undefined) return texts.get(token)?.value;
    const isShown = openness.kind === "all" || openness.person === staffId;
    return isShown ? staffId : undefined;
  });
}

/** What a use case gave; where it refused, its problems with the staff numbers put in that the asker may see. */
export async function withNames<Result extends object>(
  { store }: Pick<ServiceContext, "store">,
  actor: Actor,
  result: Result | RefusedAsk,
): Promise<Result | RefusedAsk> {
  if (!("refusal" in result)) return result;
  const { problems } = result.refusal;
  const openness: Openness = seesNames(actor) ? { kind: "all" } : { kind: "none" };
  return { refusal: { problems: await store.read((db) => openProblemsFor(db, problems, openness)) } };
}

/** Problems with the staff numbers put in, for whoever sent the request that has them. */
export async function openProblemsFor(
  db: Db,
  problems: readonly SentProblem[],
  openness: Openness,
): Promise<readonly SentProblem[]> {
  return JSON.parse(await openFor(db, JSON.stringify(problems), openness)) as readonly SentProblem[];
}
