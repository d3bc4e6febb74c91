import type { Review } from "@evenhand/analysis";
import { type Language, canonicalJson } from "@evenhand/domain";
import {
  type FairnessKept,
  fairnessAtOnce,
  fairnessGroupsTable,
  problemDocument,
  rulebookOfStore,
} from "@evenhand/service";
import { writeCsv } from "@evenhand/sheets";
import type { ScopeAsked } from "../builder.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { withStoreToRead } from "../store-to-read.ts";
import type { Surroundings } from "../surroundings.ts";
import { FAIRNESS_SAYS } from "../text/fairness-texts.ts";
import { problemText } from "../text/problem-text.ts";
import { progressTo } from "../text/progress.ts";
import type { PartAsked, RankAsked, ReferenceAsked, StepAsked } from "./read-fairness-options.ts";

export type FairnessCommand = {
  readonly policy: string;
  readonly from?: string;
  readonly to?: string;
  readonly scope: readonly ScopeAsked[];
  readonly category?: readonly string[];
  readonly group?: readonly string[];
  readonly reference?: readonly ReferenceAsked[];
  readonly same?: readonly string[];
  readonly anyKind: boolean;
  readonly anyLoss: boolean;
  readonly cross?: readonly string[];
  readonly rank?: RankAsked;
  readonly parts?: readonly PartAsked[];
  readonly pay?: readonly string[];
  readonly steps?: readonly StepAsked[];
  readonly unit?: string;
  readonly draft?: string;
  readonly json: boolean;
  readonly csv: boolean;
  readonly database?: string;
};

const OPERATOR = { kind: "system", id: "command" } as const;

/** Says in a few sentences what was found, or gives the result whole, or the groups as a table. */
export async function reviewFairness(
  { json, csv, database, ...asked }: FairnessCommand,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { language, now, out, err } = surroundings;
  return withStoreToRead(surroundings, database, async (store) => {
    const context = { store, rulebook: rulebookOfStore(store), now };
    const kept = await fairnessAtOnce(context, {
      actor: OPERATOR,
      body: bodyOf(asked),
      onStep: progressTo(surroundings, FAIRNESS_SAYS.progress[language]),
    });
    if ("refusal" in kept) {
      err(problemText(problemDocument(kept.refusal.problems, { language })));
      return EXIT.invalid;
    }
    const told = `${sentencesOf(kept, language).join("\n")}\n`;
    if (csv)
      await out(new TextDecoder().decode(writeCsv(fairnessGroupsTable(kept.review, language), language)));
    else await out(json ? `${canonicalJson(kept)}\n` : told);
    if (csv) err(told);
    return isSomethingFound(kept.review) ? EXIT.differs : EXIT.decided;
  });
}

/** What was not asked is left out, for the service to say. */
function bodyOf(asked: Omit<FairnessCommand, "json" | "csv">): object {
  const { policy, scope, anyKind, anyLoss, same, draft } = asked;
  return {
    policy,
    from: asked.from,
    until: asked.to,
    scope,
    categories: asked.category,
    groups: asked.group,
    reference: asked.reference,
    same: { category: anyKind ? false : undefined, lossBand: anyLoss ? false : undefined, facts: same },
    cross: asked.cross,
    rank: asked.rank,
    parts: asked.parts,
    payFacts: asked.pay,
    steps: asked.steps,
    unitFact: asked.unit,
    draft: draft === undefined ? undefined : { id: draft },
  };
}

/** The finding, what was found of each group, what to bear in mind, and what a draft would change. */
function sentencesOf({ review, draft }: FairnessKept, language: Language): readonly string[] {
  const { headline, disparities, limits } = review;
  const drafted = draft ? [draft.headline, ...draft.gaps.map(({ words }) => words), ...draft.limits] : [];
  const groups = disparities.attributes.flatMap(({ attribute, groups: own, reason }) => [
    ...(reason
      ? [FAIRNESS_SAYS.about[language](attribute.label[language], reason.notComputable[language])]
      : []),
    ...own.flatMap((group) =>
      group.shown === "compared"
        ? group.titles.map((title) => title[language])
        : [FAIRNESS_SAYS.small[language](group.label[language])],
    ),
  ]);
  return [
    ...new Set([headline[language], ...groups, ...[...limits, ...drafted].map((text) => text[language])]),
  ];
}

function isSomethingFound({ disparities, likeCases }: Review): boolean {
  return (
    likeCases.unlikeGroups > 0 ||
    disparities.attributes.some(({ groups }) =>
      groups.some((group) => group.shown === "compared" && group.isFinding),
    )
  );
}
