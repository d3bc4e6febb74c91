import {
  type Vocabulary,
  millionthsAsPercentage,
  valueLabelOf,
  vocabularyOf,
  wordOf,
} from "@evenhand/policy";
import type { ChangeInFull, SimulationView } from "@evenhand/service";
import { useQuery } from "@tanstack/solid-query";
import { For, type JSX, Show, createMemo } from "solid-js";
import { unwrap } from "solid-js/store";
import { formatDay, formatMoment, formatMoney, formatMonth } from "../../format/format.ts";
import { Loaded } from "../../parts/loaded.tsx";
import { useWords } from "../../words/words.tsx";
import { type OutcomeDifference, type Side, type Writing, differencesOf } from "./outcome-differences.ts";
import { documentQuery } from "./simulation-queries.ts";

/** What the two outcomes say otherwise, line by line; in words where they only say it in another order. */
export function DifferenceTable(props: {
  readonly whole: ChangeInFull;
  readonly simulation: SimulationView;
  readonly currency: string;
}): JSX.Element {
  const { t, language } = useWords();
  const documents = {
    baseline: useQuery(() => documentQuery({ simulation: props.simulation.id, side: "baseline" })),
    candidate: useQuery(() => documentQuery({ simulation: props.simulation.id, side: "candidate" })),
  };
  const writingIn = useWriting(() => props.currency);
  return (
    <Loaded query={documents.baseline}>
      {(before) => (
        <Loaded query={documents.candidate}>
          {(after) => {
            const differences = createMemo(() => {
              const { baseline, candidate } = props.whole;
              const [old, now] = [before(), after()].map((policy) =>
                writingIn(vocabularyOf(unwrap(policy), language())),
              );
              return old && now
                ? differencesOf({ outcome: baseline.outcome, ...old }, { outcome: candidate.outcome, ...now })
                : [];
            });
            return (
              <Show when={differences().length > 0} fallback={<p>{t("simulation.case.sameInAll")}</p>}>
                <Differences differences={differences()} />
              </Show>
            );
          }}
        </Loaded>
      )}
    </Loaded>
  );
}

function Differences(props: { readonly differences: readonly OutcomeDifference[] }): JSX.Element {
  const { t } = useWords();
  const nameOf = ({ field, of }: OutcomeDifference): string =>
    t(`simulation.case.fields.${field}`, { of: of ?? "" });
  return (
    <div class="overflow">
      <table class="table small-table">
        <caption>{t("simulation.case.compared")}</caption>
        <thead>
          <tr>
            <For each={["party", "what", "old", "new"] as const}>
              {(column) => <th scope="col">{t(`simulation.case.${column}`)}</th>}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={props.differences}>
            {(line) => (
              <tr>
                <td>{line.party}</td>
                <th scope="row">{nameOf(line)}</th>
                <td>{line.old}</td>
                <td>{line.new}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}

/** How an outcome is written in the words of a version, and in ids. */
function useWriting(currency: () => string): (vocabulary: Vocabulary) => Omit<Side, "outcome"> {
  const { t, local, language } = useWords();
  const money = (minor: number): string => formatMoney(minor, currency(), language());
  const writingBy = ({ word, category }: Pick<Writing, "word" | "category">): Writing => {
    const nothing = t("simulation.case.nothing");
    return {
      nothing,
      yesOrNo: (is) => t(is ? "simulation.case.yes" : "simulation.case.no"),
      money,
      share: millionthsAsPercentage,
      word,
      category,
      instalment: ({ month, amountMinor }) =>
        t("simulation.case.instalment", {
          month: formatMonth(month, language()),
          amount: money(amountMinor),
        }),
      due: ({ dueOn, dueAt, provisional }) => {
        const due =
          dueAt === undefined
            ? dueOn === undefined
              ? nothing
              : formatDay(dueOn, language())
            : formatMoment(dueAt, language());
        return provisional ? t("simulation.case.provisional", { due }) : due;
      },
      compensation: ({ to, amountMinor, bearer }) =>
        t("simulation.case.compensation", { to: word(to), amount: money(amountMinor), bearer: word(bearer) }),
      measure: ({ kind, party, quantity }) =>
        [word(kind), quantity, party].filter((part) => part !== undefined).join(" "),
      warning: ({ text, party }) =>
        party === undefined ? local(text) : t("simulation.case.warningOf", { party, warning: local(text) }),
    };
  };
  return (vocabulary) => ({
    writing: writingBy({
      word: (word) => wordOf(word, vocabulary),
      category: (category) => valueLabelOf("category", category, vocabulary),
    }),
    inIds: {
      ...writingBy({ word: (id) => id, category: (id) => id }),
      due: ({ dueAt, dueOn = "" }) => dueAt ?? dueOn,
      warning: ({ code, party = "" }) => `${code} ${party}`.trim(),
    },
  });
}
