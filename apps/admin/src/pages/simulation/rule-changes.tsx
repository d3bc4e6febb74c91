import type { RuleHits, SimulationResult } from "@evenhand/analysis";
import { PARAMETER_PREFIX } from "@evenhand/domain";
import { For, type JSX, Show, createSignal } from "solid-js";
import { formatCount, formatCountDifference } from "../../format/format.ts";
import { Button } from "../../parts/button.tsx";
import { useWords } from "../../words/words.tsx";
import type { ChangesInAddress } from "./use-asked-changes.ts";

/** More are shown on demand. */
const SHOWN_FIRST = 8;

/** The rules that stand in other cases than before, and what changed one, figures as well; each narrows the list of cases to itself. */
export function RuleChanges(props: {
  readonly result: SimulationResult;
  readonly address: ChangesInAddress;
}): JSX.Element {
  const { t, local, language } = useWords();
  const [all, setAll] = createSignal(false);
  const rules = () => (all() ? props.result.rules : props.result.rules.slice(0, SHOWN_FIRST));
  const more = (): number => props.result.rules.length - rules().length;
  const summary = (): string => {
    const [first] = props.result.rules;
    if (!first || first.changedCases === 0) return t("simulation.rules.none");
    const count = formatCount(first.changedCases, language());
    return t("simulation.rules.summary", { rule: local(first.label), count });
  };
  const most = (): number =>
    Math.max(1, ...props.result.rules.map(({ baseline, candidate }) => Math.max(baseline, candidate)));
  return (
    <section class="card simulation-card" aria-labelledby="simulation-rules">
      <h2 id="simulation-rules">{t("simulation.rules.title")}</h2>
      <p>{summary()}</p>
      <Show when={rules().length > 0}>
        <div class="overflow">
          <table class="table small-table rule-changes">
            <thead>
              <tr>
                <th scope="col">{t("simulation.rules.rule")}</th>
                <th scope="col" class="number">
                  {t("simulation.rules.hits")}
                </th>
                <th scope="col" class="number">
                  {t("simulation.rules.difference")}
                </th>
                <th scope="col" class="number">
                  {t("simulation.rules.changed")}
                </th>
              </tr>
            </thead>
            <tbody>
              <For each={rules()}>
                {(rule) => <RuleRow rule={rule} most={most()} address={props.address} />}
              </For>
            </tbody>
          </table>
        </div>
        <Show when={more() > 0}>
          <Button kind="quiet" onClick={() => setAll(true)}>
            {t("simulation.rules.more", { count: more() })}
          </Button>
        </Show>
        <p class="soft small">{t("simulation.rules.text")}</p>
      </Show>
    </section>
  );
}

function RuleRow(props: {
  readonly rule: RuleHits;
  readonly most: number;
  readonly address: ChangesInAddress;
}): JSX.Element {
  const { local, language } = useWords();
  const isChosen = (): boolean => props.address.asked().cause === props.rule.rule;
  const by = (): number => props.rule.candidate - props.rule.baseline;
  // A figure stands in no case by itself.
  const isFigure = (): boolean => props.rule.rule.startsWith(PARAMETER_PREFIX);
  const count = (number: number): string => formatCount(number, language());
  return (
    <tr>
      <Show when={props.rule.changedCases > 0} fallback={<th scope="row">{local(props.rule.label)}</th>}>
        <th scope="row">
          <button
            type="button"
            class="as-link"
            aria-pressed={isChosen()}
            onClick={() => props.address.ask({ cause: isChosen() ? undefined : props.rule.rule })}
          >
            {local(props.rule.label)}
          </button>
        </th>
      </Show>
      <Show
        when={!isFigure()}
        fallback={
          <>
            <td class="number">–</td>
            <td class="number">–</td>
          </>
        }
      >
        <td class="number">
          {count(props.rule.baseline)} → {count(props.rule.candidate)}
          <HitDots {...props.rule} most={props.most} />
        </td>
        <td class="number">
          {signOf(by())} {formatCountDifference(by(), language())}
        </td>
      </Show>
      <td class="number">{count(props.rule.changedCases)}</td>
    </tr>
  );
}

function signOf(difference: number): string {
  if (difference === 0) return "＝";
  return difference > 0 ? "▲" : "▼";
}

/** Where a rule stood, as a ring, and where it stands, as a dot, with a line between them. The figures say the same. */
function HitDots(props: {
  readonly baseline: number;
  readonly candidate: number;
  readonly most: number;
}): JSX.Element {
  const at = (count: number): string => `${5 + (90 * count) / props.most}%`;
  return (
    <svg class="hit-dots" height="10" aria-hidden="true">
      <line x1="5%" x2="95%" y1="5" y2="5" data-part="scale" />
      <line x1={at(props.baseline)} x2={at(props.candidate)} y1="5" y2="5" data-part="way" />
      <circle cx={at(props.baseline)} cy="5" r="3.5" data-part="before" />
      <circle cx={at(props.candidate)} cy="5" r="3.5" data-part="after" />
    </svg>
  );
}
