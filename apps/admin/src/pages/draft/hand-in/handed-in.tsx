import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { type JSX, Show } from "solid-js";
import type { Draft } from "../../../api/answers.ts";
import { formatCount } from "../../../format/format.ts";
import { useLive } from "../../../live/live.tsx";
import { useWords } from "../../../words/words.tsx";
import { twoApproversFrom } from "../../review/moved-amount.ts";
import { evidenceQuery, examplesQuery } from "../../review/review-queries.ts";
import { changeCountQuery, pastCasesQuery } from "./hand-in-queries.ts";

/** What is handed in, in figures: changes, problems, examples, what it does to past cases, and who may approve it. */
export function HandedIn(props: { readonly draft: Draft }): JSX.Element {
  const { t, language } = useWords();
  const changes = useQuery(() => changeCountQuery(props.draft));
  const examples = useQuery(() => examplesQuery(props.draft.id, props.draft.contentHash));
  const pastCases = useQuery(() => pastCasesQuery(props.draft));
  const count = (number: number): string => formatCount(number, language());
  const warnings = (): number => props.draft.diagnostics.length;
  const passed = (): number => examples.data?.filter(({ failures }) => failures.length === 0).length ?? 0;
  return (
    <ul class="handed-in">
      <Show when={changes.isSuccess}>
        <li>
          {changes.data === null
            ? t("review.newPolicy")
            : t("draft.handIn.changes", { count: count(changes.data ?? 0) })}
        </li>
      </Show>
      <li>
        {warnings() === 0 ? t("review.noProblems") : t("review.errors", { errors: 0, warnings: warnings() })}
      </li>
      <Show when={examples.data}>
        {(all) => (
          <li>
            {all().length === 0
              ? t("review.noExamples")
              : t("review.examplesPass", { passed: passed(), count: all().length })}
          </li>
        )}
      </Show>
      <Sampled />
      <Show when={pastCases.isSuccess}>
        <li>
          {pastCases.data === 0
            ? t("draft.handIn.noPastCases")
            : t("draft.handIn.pastCases", { count: count(pastCases.data ?? 0) })}
        </li>
      </Show>
      <Simulated draft={props.draft} />
      <li>{t("review.whoCan")}</li>
      <li>{t("review.mayNeedTwo", { threshold: twoApproversFrom(props.draft, language()) })}</li>
    </ul>
  );
}

/** What a full simulation of exactly this content found, where there was one already. */
function Simulated(props: { readonly draft: Draft }): JSX.Element {
  const { t, local } = useWords();
  const evidence = useQuery(() => evidenceQuery(props.draft));
  return (
    <Show when={evidence.data}>
      {(found) => (
        <li>
          <Show when={found().headline}>{(headline) => <>{local(headline())} </>}</Show>
          <A href={`/simulations/${found().id}`}>{t("review.openSimulation")}</A>
        </li>
      )}
    </Show>
  );
}

/** What it would have done to the newest cases, where that is known already. */
function Sampled(): JSX.Element {
  const { t, language } = useWords();
  const live = useLive();
  const effect = () => {
    const known = live.effectStanding().kind === "known" ? live.effect() : undefined;
    return known !== undefined && known.cases > 0 ? known : undefined;
  };
  return (
    <Show when={effect()}>
      {(known) => (
        <li>
          {t("draft.handIn.sampled", {
            changed: formatCount(known().changed, language()),
            cases: formatCount(known().cases, language()),
          })}
        </li>
      )}
    </Show>
  );
}
