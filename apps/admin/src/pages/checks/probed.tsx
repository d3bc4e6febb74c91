import { For, type JSX, Show } from "solid-js";
import type { CheckView } from "../../api/answers.ts";
import { currencyOf } from "../../document/currency.ts";
import { formatCount, formatMoney } from "../../format/format.ts";
import { isUnderWay } from "../../shell/runs.ts";
import { useWords } from "../../words/words.tsx";
import type { CheckedContent } from "./content.ts";
import { FindingCard } from "./finding-card.tsx";
import { RuleName, Rules } from "./rule-name.tsx";
import type { Remark } from "./shown-case.ts";

type ProbeResult = NonNullable<NonNullable<CheckView["result"]>["probes"]>;

/** What probing found, the furthest first; what it was told of besides; and how much it looked at. */
export function Probed(props: { readonly content: CheckedContent; readonly check: CheckView }): JSX.Element {
  const { t } = useWords();
  return (
    <section class="card check-part" aria-label={t("checks.probed.title")}>
      <h2>{t("checks.probed.title")}</h2>
      <Show
        when={props.check.result?.probes}
        fallback={
          <p class="soft">{t(isUnderWay(props.check) ? "checks.probed.pending" : "checks.nothingYet")}</p>
        }
      >
        {(probes) => <Result content={props.content} probes={probes()} />}
      </Show>
    </section>
  );
}

type ResultProps = { readonly content: CheckedContent; readonly probes: ProbeResult };

function Result(props: ResultProps): JSX.Element {
  const { t, language } = useWords();
  const said = (): string => {
    const { findings, asked } = props.probes;
    const counted = {
      cases: formatCount(asked.givenCases - asked.refusedCases + asked.builtCases, language()),
      evaluations: formatCount(asked.evaluations, language()),
    };
    if (findings.length === 0) return t("checks.probed.nothing", counted);
    if (findings.length === 1) return t("checks.probed.one", counted);
    return t("checks.probed.many", { ...counted, count: formatCount(findings.length, language()) });
  };
  return (
    <>
      <p class="check-said">{said()}</p>
      <Show when={props.probes.findings.length > 0}>
        <p class="soft">{t("checks.probed.noProof")}</p>
      </Show>
      <For each={props.probes.findings}>
        {(finding, index) => <FindingCard content={props.content} finding={finding} isOpen={index() === 0} />}
      </For>
      <Steps {...props} />
      <Remainders {...props} />
      <Looked {...props} />
    </>
  );
}

/** Steps that somebody wrote down, the largest first. */
function Steps(props: ResultProps): JSX.Element {
  const { t, language } = useWords();
  const steps = (): readonly Remark[] => props.probes.declaredSteps;
  const most = (): string =>
    formatMoney(steps()[0]?.byMinor ?? 0, currencyOf(props.content.document), language());
  return (
    <Show when={steps().length > 0} fallback={<p class="soft">{t("checks.probed.noSteps")}</p>}>
      <details>
        <summary>
          {t("checks.probed.steps", { count: formatCount(steps().length, language()), most: most() })}
        </summary>
        <p class="soft">{t("checks.probed.stepsHint")}</p>
        <Remarks content={props.content} remarks={steps()} />
      </details>
    </Show>
  );
}

function Remainders(props: ResultProps): JSX.Element {
  const { t, language } = useWords();
  const count = (): number => props.probes.remainders.length;
  return (
    <Show when={count() > 0}>
      <details>
        <summary>{t("checks.probed.remainders", { count: formatCount(count(), language()) })}</summary>
        <Remarks content={props.content} remarks={props.probes.remainders} />
      </details>
    </Show>
  );
}

function Remarks(props: {
  readonly content: CheckedContent;
  readonly remarks: readonly Remark[];
}): JSX.Element {
  const { local } = useWords();
  return (
    <ul class="check-remarks">
      <For each={props.remarks}>
        {(remark) => (
          <li>
            {local(remark.message)} <Rules content={props.content} rules={remark.rules} />
          </li>
        )}
      </For>
    </ul>
  );
}

/** How much was looked at, so that what was not found says how much that means. */
function Looked(props: ResultProps): JSX.Element {
  const { t, language } = useWords();
  const asked = () => props.probes.asked;
  const counted = (count: number): string => formatCount(count, language());
  return (
    <details>
      <summary>{t("checks.probed.looked")}</summary>
      <dl class="check-looked">
        <dt>{t("checks.probed.cases")}</dt>
        <dd>
          {t("checks.probed.casesText", {
            examples: counted(asked().givenCases - asked().refusedCases),
            built: counted(asked().builtCases),
          })}
          <Show when={asked().refusedCases > 0}>
            <br />
            {t("checks.probed.refused", { count: counted(asked().refusedCases) })}
          </Show>
        </dd>
        <dt>{t("checks.probed.boundaries")}</dt>
        <dd>{counted(asked().boundaries)}</dd>
        <dt>{t("checks.probed.pairs")}</dt>
        <dd>
          {t("checks.probed.pairsText", {
            ordered: counted(asked().orderedPairs),
            graded: counted(asked().gradedPairs),
            unit: counted(asked().unitPairs),
          })}
        </dd>
        <dt>{t("checks.probed.chains")}</dt>
        <dd>
          {t("checks.probed.chainsText", {
            cases: counted(asked().chainedCases),
            chains: counted(asked().chains),
          })}
        </dd>
        <dt>{t("checks.probed.flips")}</dt>
        <dd>
          {props.probes.protectedFacts.length === 0 ? t("checks.probed.noProtected") : counted(asked().flips)}
        </dd>
        <Show when={asked().rulesNotReached.length > 0}>
          <dt>{t("checks.probed.notReached")}</dt>
          <dd>
            <ul>
              <For each={asked().rulesNotReached}>
                {(rule) => (
                  <li>
                    <RuleName content={props.content} id={rule} />
                  </li>
                )}
              </For>
            </ul>
          </dd>
        </Show>
        <dt>{t("checks.probed.seed")}</dt>
        <dd class="code">{props.probes.seed}</dd>
      </dl>
      <Show when={asked().isCut}>
        <p>{t("checks.probed.isCut")}</p>
      </Show>
    </details>
  );
}
