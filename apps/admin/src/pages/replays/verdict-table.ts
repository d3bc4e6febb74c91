import type { LocalizedText } from "@evenhand/domain";
import type { Table } from "@evenhand/sheets";
import { useWords } from "../../words/words.tsx";
import type { Replayed } from "../decision/proof/proof-queries.ts";

/** What a replay found as a table: a line for each decision, with everything that moved in one cell. */
export function useVerdictTable(): (all: readonly Replayed[]) => Table {
  const { t } = useWords();
  // The file is in the language that is shown, in which alone the words are asked for.
  const said = (text: string): LocalizedText => ({ en: text, zh: text });
  return (all) => ({
    name: said(t("replays.title")),
    currency: "CNY",
    timeZone: "UTC",
    columns: [
      { id: "decision", header: said(t("replays.decision")), kind: "text" },
      { id: "reference", header: said(t("decisions.reference")), kind: "text" },
      { id: "policy", header: said(t("decisions.policy")), kind: "text" },
      { id: "version", header: said(t("decisions.version")), kind: "integer" },
      { id: "recordedAt", header: said(t("replays.recorded")), kind: "instant" },
      { id: "verdict", header: said(t("replays.verdict")), kind: "text" },
      { id: "why", header: said(t("replays.why")), kind: "text" },
    ],
    rows: all.map((one) => ({
      decision: one.decision,
      reference: one.reference,
      policy: one.policy.id,
      version: one.policy.version,
      recordedAt: one.recordedAt,
      verdict: t(`replays.verdicts.${one.verdict}`),
      why: [
        ...one.causes.map(({ cause, at }) =>
          at === undefined ? t(`replays.causes.${cause}`) : `${t(`replays.causes.${cause}`)} ${at}`,
        ),
        ...one.missing.map(({ kind, id }) => `${t(`replays.missing.${kind}`)} ${id}`),
      ].join("; "),
    })),
  });
}
