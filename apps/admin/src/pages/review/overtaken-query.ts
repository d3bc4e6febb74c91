import type { LocalizedText, Policy } from "@evenhand/domain";
import { type PolicyChange, diffPolicies } from "@evenhand/policy";
import { type QueryClient, queryOptions } from "@tanstack/solid-query";
import type { Draft } from "../../api/answers.ts";
import { send } from "../../api/send.ts";
import { type Clash, merged, placeKey } from "../../document/merge.ts";
import { type Json, type JsonObject, jsonOf, pointerTo } from "../../document/pointer.ts";
import { documentQuery } from "../policy/policy-queries.ts";
import { keyOf } from "./conflict-key.ts";
import { pathOf } from "./review-queries.ts";

/** A draft that began as another version than the newest there is. */
export type Overtaken = { readonly base: number; readonly newest: number };

/** What counts at a place that both changed. */
export type Choice = "mine" | "theirs";

/** A place that both changed, each otherwise. */
export type NamedConflict = {
  /** The way to it, with ids in place of numbers: `/rules/close-in-7-days/rule/event/params/within`. */
  readonly at: string;
  readonly base: Json | undefined;
  readonly mine: Json | undefined;
  readonly theirs: Json | undefined;
  readonly what: LocalizedText | undefined;
  readonly said: { readonly [Side in "base" | "mine" | "theirs"]?: LocalizedText };
};

/** Where a newer version and a draft go apart, and what the newer one changed besides. */
export type Divergence = {
  readonly conflicts: readonly NamedConflict[];
  /** Changes of the newer version that touch nothing of the draft's. */
  readonly taken: readonly PolicyChange[];
  /** The draft with the newer version's changes; `choose` says what counts where both changed the same. */
  readonly mergedBy: (choose: (at: string) => Choice) => JsonObject;
};

export const divergenceQuery = (queries: QueryClient, draft: Draft, { base, newest }: Overtaken) =>
  queryOptions({
    queryKey: ["drafts", draft.id, "divergence", draft.contentHash, base, newest],
    queryFn: async (): Promise<Divergence> => {
      const documents = [base, newest].map((version) =>
        queries.ensureQueryData(documentQuery({ policy: draft.policy, version })),
      );
      const [was, is] = await Promise.all(documents);
      if (!was || !is) throw new Error("two versions were asked for");
      return divergenceOf({ base: was.policy, theirs: is.policy, mine: draft.document });
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

/** How far a newer version and a draft that began as an older one went apart. */
export function divergenceOf({
  base,
  theirs,
  mine,
}: {
  readonly base: Policy;
  readonly theirs: Policy;
  readonly mine: JsonObject;
}): Divergence {
  const [was, is] = [jsonOf(base), jsonOf(theirs)];
  const { version, effectiveFrom } = base;
  // Number and day of effect are set by publishing, and so are mine.
  const published = Object.fromEntries(
    Object.entries(mine).filter(([key]) => key === "version" || key === "effectiveFrom"),
  );
  const race = { before: { ...was, ...published }, theirs: { ...is, ...published }, mine };
  const changes = {
    theirs: diffPolicies(base, { ...theirs, version, effectiveFrom }),
    // INVARIANT: the service compared the draft before this, so that it has the form of a policy.
    mine: diffPolicies(base, { ...(mine as unknown as Policy), version, effectiveFrom }),
  };
  const { clashes } = merged(race, new Set());
  const inConflict = new Set(clashes.map(({ place }) => keyOf(pointerTo(...place))));
  const own = new Set(changes.mine.map((change) => JSON.stringify([change.at.after, change.after])));
  return {
    conflicts: clashes.map((clash) => named(clash, changes)),
    taken: changes.theirs.filter(
      (change) =>
        !inConflict.has(`${change.subject}/${change.id}`) &&
        !own.has(JSON.stringify([change.at.after, change.after])),
    ),
    mergedBy: (choose) => {
      const taken = clashes.filter(({ place }) => choose(pointerTo(...place)) === "theirs");
      return merged(race, new Set(taken.map(({ place }) => placeKey(place)))).document;
    },
  };
}

/** A conflict as the changes on both sides tell of it. */
function named(
  { place, before: base, mine: own, theirs: other }: Clash,
  changes: { readonly theirs: readonly PolicyChange[]; readonly mine: readonly PolicyChange[] },
): NamedConflict {
  const at = pointerTo(...place);
  const values = { mine: own, theirs: other };
  const told = (side: "theirs" | "mine"): PolicyChange | undefined => {
    const here = changes[side].filter(({ subject, id }) => `${subject}/${id}` === keyOf(at));
    const exact = here.find(({ after }) => JSON.stringify(after) === JSON.stringify(values[side]));
    const isAround = ({ field }: PolicyChange): boolean => place.includes(field?.split(".").at(-1) ?? "");
    return exact ?? here.find(isAround) ?? (here.length === 1 ? here[0] : undefined);
  };
  const [theirs, mine] = [told("theirs"), told("mine")];
  const before = theirs?.said?.before ?? mine?.said?.before;
  const [theirText, myText] = [theirs, mine].map((change) => change?.said?.after ?? change?.text);
  return {
    at,
    base,
    ...values,
    what: theirs?.said?.what ?? mine?.said?.what,
    said: {
      ...(before && { base: before }),
      ...(theirText && { theirs: theirText }),
      ...(myText && { mine: myText }),
    },
  };
}

/** Saves a draft that takes account of the newest version now. */
export function takeOver(
  draft: Pick<Draft, "id" | "revision">,
  given: { readonly label: string; readonly document: JsonObject; readonly base: number },
): Promise<unknown> {
  return send(pathOf(draft.id), { method: "PUT", body: given, revision: draft.revision });
}
