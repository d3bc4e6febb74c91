import type { LikeDecision, LikeOutcome, UnlikeOutcomes } from "@evenhand/analysis";
import { wordLabel } from "@evenhand/domain";
import { type Vocabulary, wordOf } from "@evenhand/policy";
import { A } from "@solidjs/router";
import { For, type JSX, Show } from "solid-js";
import { Scroller } from "../../../changes/scroller.tsx";
import { formatCount, formatDay, formatMoney } from "../../../format/format.ts";
import { Tag } from "../../../parts/tag.tsx";
import { useWords } from "../../../words/words.tsx";
import { ShownId } from "../../decisions/shown-id.tsx";

/** What like cases came to, the most frequent first, with the decisions and whoever departed from the rules. */
export function UnlikeOutcomesTable(props: {
  readonly unlike: UnlikeOutcomes;
  readonly currency: string;
  readonly vocabulary: Vocabulary;
}): JSX.Element {
  const { t, language } = useWords();
  const textOf = useOutcomeText(props);
  return (
    <Scroller label={t("fairness.like.outcome")} isInside>
      <table class="table listed">
        <thead>
          <tr>
            <th scope="col">{t("fairness.like.outcome")}</th>
            <th scope="col" class="number">
              {t("fairness.like.times")}
            </th>
            <th scope="col">{t("fairness.like.decisions")}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.unlike.outcomes}>
            {({ outcome, count, decisions }) => (
              <tr>
                <th scope="row">
                  <For each={textOf(outcome)}>{(line) => <div>{line}</div>}</For>
                </th>
                <td class="number">{formatCount(count, language())}</td>
                <td>
                  <Decisions decisions={decisions} count={count} />
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </Scroller>
  );
}

/** An outcome in words: the disposition, then what each party bears, told apart by their place in the case. */
function useOutcomeText(given: {
  readonly currency: string;
  readonly vocabulary: Vocabulary;
}): (outcome: LikeOutcome) => readonly string[] {
  const { t, local, language } = useWords();
  const word = (id: string): string => wordOf(id, given.vocabulary);
  const borne = ({ totalMinor, grade, exemption }: LikeOutcome["parties"][number]): string => {
    const parts = [
      ...(totalMinor > 0 ? [formatMoney(totalMinor, given.currency, language())] : []),
      ...(grade === null ? [] : [word(grade)]),
      ...(exemption === null ? [] : [word(exemption)]),
    ];
    return parts.length === 0 ? t("fairness.like.nothing") : parts.join(t("fairness.listComma"));
  };
  return ({ disposition, parties }) => {
    if (disposition !== "upheld") return [local(wordLabel(disposition, {}))];
    if (parties.length === 1) return parties.map(borne);
    return parties.map((party, index) =>
      t("fairness.like.partyBears", { party: String(index + 1), borne: borne(party) }),
    );
  };
}

/** So many decisions that stay with the proposal are named; the others are opened by whoever wants to see them. */
const NAMED = 8;

/** The decisions of one outcome: those that depart from the rules one by one, the others by name alone. */
function Decisions(props: {
  readonly decisions: readonly LikeDecision[];
  readonly count: number;
}): JSX.Element {
  const { t, language } = useWords();
  const byPerson = () => props.decisions.filter(isDecidedByPerson);
  const byRule = () => props.decisions.filter((one) => !isDecidedByPerson(one));
  const unlisted = (): number => props.count - props.decisions.length;
  return (
    <div class="like-decisions">
      <Listed decisions={byPerson()}>{(one) => <Departed decision={one} />}</Listed>
      <Show when={byRule().length > 0}>
        <div>
          <Show when={byPerson().length > 0}>{t("fairness.like.asProposed")} </Show>
          <Names decisions={byRule().slice(0, NAMED)} />
        </div>
      </Show>
      <Show when={byRule().length > NAMED}>
        <details>
          <summary>
            {t("fairness.like.moreDecisions", { count: formatCount(byRule().length - NAMED, language()) })}
          </summary>
          <Names decisions={byRule().slice(NAMED)} />
        </details>
      </Show>
      <Show when={unlisted() > 0}>
        <p class="soft">{t("fairness.like.unlisted", { count: formatCount(unlisted(), language()) })}</p>
      </Show>
    </div>
  );
}

/** Whether somebody decided other figures than the rules propose, or did so on an appeal. */
function isDecidedByPerson({ departures, appeal }: LikeDecision): boolean {
  return departures.length > 0 || appeal !== null;
}

/** So many departures of one outcome are shown at once. */
const DEPARTURES_SHOWN = 3;

function Listed(props: {
  readonly decisions: readonly LikeDecision[];
  readonly children: (decision: LikeDecision) => JSX.Element;
}): JSX.Element {
  const { t, language } = useWords();
  const rest = () => props.decisions.slice(DEPARTURES_SHOWN);
  return (
    <Show when={props.decisions.length > 0}>
      <ul class="plain-list">
        <For each={props.decisions.slice(0, DEPARTURES_SHOWN)}>{(one) => props.children(one)}</For>
      </ul>
      <Show when={rest().length > 0}>
        <details>
          <summary>
            {t("fairness.like.moreDepartures", { count: formatCount(rest().length, language()) })}
          </summary>
          <ul class="plain-list">
            <For each={rest()}>{(one) => props.children(one)}</For>
          </ul>
        </details>
      </Show>
    </Show>
  );
}

function Names(props: { readonly decisions: readonly LikeDecision[] }): JSX.Element {
  const { t } = useWords();
  return (
    <For each={props.decisions}>
      {({ id, reference }, index) => (
        <>
          <Show when={index() > 0}>{t("fairness.listComma")}</Show>
          <A href={`/decisions/${id}`}>{reference}</A>
        </>
      )}
    </For>
  );
}

/** A decision by a person: who decided so and when, and whether a reason is on record. */
function Departed(props: { readonly decision: LikeDecision }): JSX.Element {
  const { t, language } = useWords();
  return (
    <li>
      <A href={`/decisions/${props.decision.id}`}>{props.decision.reference}</A>{" "}
      <span class="soft">{formatDay(props.decision.decidedOn, language())}</span>{" "}
      <Tag>{t(props.decision.appeal === null ? "decisions.departure" : "fairness.like.onAppeal")}</Tag>{" "}
      <Show when={props.decision.decider} fallback={t("fairness.departures.byKey")}>
        {(decider) => <ShownId id={decider()} />}
      </Show>{" "}
      <span class="soft">
        {t(props.decision.reason === null ? "fairness.like.noReason" : "fairness.like.reason")}
      </span>
    </li>
  );
}
