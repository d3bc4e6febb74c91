import { useQuery, useQueryClient } from "@tanstack/solid-query";
import { type Accessor, createMemo } from "solid-js";
import type { Draft } from "../../api/answers.ts";
import { meQuery } from "../../api/queries.ts";
import { type ChangedThing, groupChanges } from "../../changes/group-changes.ts";
import { useWords } from "../../words/words.tsx";
import { comparisonQuery, readingsQuery } from "./review-queries.ts";
import { createViewed } from "./viewed.ts";

/** What a draft changes against a version, and which of it was viewed: all parts of the page look at this one. */
export function createReviewed(draft: Accessor<Draft>, against: Accessor<number>) {
  const { language } = useWords();
  const queries = useQueryClient();
  const me = useQuery(meQuery);
  const comparison = useQuery(() => comparisonQuery(queries, draft(), against()));
  const readings = useQuery(() => ({
    ...readingsQuery(queries, { draft: draft(), against: against(), language: language() }),
    enabled: !draft().diagnostics.some(({ severity }) => severity === "error"),
  }));
  const things = createMemo((): readonly ChangedThing[] =>
    comparison.data ? groupChanges(comparison.data).flatMap((group) => group.things) : [],
  );
  const viewed = createViewed(() => ({ person: me.data?.personId ?? "", draft: draft().id }));
  return {
    against,
    comparison,
    readings,
    things,
    viewed,
    notViewed: (): readonly ChangedThing[] => things().filter((thing) => !viewed.isViewed(thing)),
  };
}

export type Reviewed = ReturnType<typeof createReviewed>;
