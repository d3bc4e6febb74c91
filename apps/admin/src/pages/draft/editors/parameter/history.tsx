import { useQuery, useQueryClient } from "@tanstack/solid-query";
import { For, type JSX, Match, Show, Switch, createSignal } from "solid-js";
import { formatDay, today } from "../../../../format/format.ts";
import { Loaded } from "../../../../parts/loaded.tsx";
import { ViewToggle } from "../../../../parts/view-toggle.tsx";
import { useWords } from "../../../../words/words.tsx";
import type { FigureAt } from "../../../../document/document-names.ts";
import type { DraftSession } from "../../draft-session.ts";
import { useDocumentWords } from "../../use-document-words.ts";
import type { Reference } from "@evenhand/domain";
import { type FigurePoint, type Versioned, figureHistory } from "./figure-history.ts";
import { figureVersionsQuery } from "./figure-versions-query.ts";
import { useHistorySummary } from "./history-summary.ts";
import { StepChart } from "./step-chart.tsx";

/** What a figure was in the published versions and what the draft makes of it: a sentence, a picture, a table. */
export function History(props: {
  readonly session: DraftSession;
  readonly figure: FigureAt;
  readonly references: readonly Reference[];
}): JSX.Element {
  const { t } = useWords();
  const queries = useQueryClient();
  const versions = useQuery(() => ({
    ...figureVersionsQuery(queries, {
      policy: props.session.draft().policy,
      parameter: props.figure.id,
    }),
    enabled: props.session.draft().newestVersion !== null,
  }));
  return (
    <Show when={props.session.draft().newestVersion !== null}>
      <section class="figure-history">
        <Loaded query={versions}>
          {(found) => <Drawn {...props} versions={found()} title={t("parts.history.title")} />}
        </Loaded>
      </section>
    </Show>
  );
}

function Drawn(props: {
  readonly session: DraftSession;
  readonly figure: FigureAt;
  readonly references: readonly Reference[];
  readonly versions: readonly Versioned[];
  readonly title: string;
}): JSX.Element {
  const { t } = useWords();
  const words = useDocumentWords(() => props.session);
  const [view, setView] = createSignal<"picture" | "table">("picture");
  const textOf = (value: number | string): string => words.figure(value, props.figure.unit);
  const points = () =>
    figureHistory({
      versions: props.versions,
      draft: { ...props.figure, references: props.references },
      today: today(),
    });
  const summary = useHistorySummary(points, {
    textOf,
    unit: () => props.figure.unit,
    currency: words.currency,
  });
  return (
    <>
      <div class="section-head">
        <h3>{props.title}</h3>
        <ViewToggle value={view()} onChange={setView} label={t("parts.history.title")} />
      </div>
      <p>{summary()}</p>
      <Switch>
        <Match when={view() === "picture" && typeof props.figure.value === "number"}>
          <StepChart points={points()} today={today()} summary={summary()} textOf={textOf} />
        </Match>
        <Match when={true}>
          <Table points={points()} textOf={textOf} citedOf={(point) => words.cited([...point.references])} />
        </Match>
      </Switch>
    </>
  );
}

function Table(props: {
  readonly points: readonly FigurePoint[];
  readonly textOf: (value: number | string) => string;
  readonly citedOf: (point: FigurePoint) => string;
}): JSX.Element {
  const { t, language } = useWords();
  return (
    <table class="table">
      <thead>
        <tr>
          <th scope="col">{t("parts.history.version")}</th>
          <th scope="col">{t("parts.history.from")}</th>
          <th scope="col" class="number">
            {t("parts.history.value")}
          </th>
          <th scope="col">{t("parts.references.title")}</th>
        </tr>
      </thead>
      <tbody>
        <For each={props.points}>
          {(point) => (
            <tr>
              <td>
                {point.version === undefined
                  ? t("draftState.draft")
                  : t("policies.versionName", { version: point.version })}
              </td>
              <td>
                {point.version === undefined
                  ? t("parts.history.oncePublished")
                  : formatDay(point.from, language())}
              </td>
              <td class="number">
                {point.value === undefined ? t("parts.history.absent") : props.textOf(point.value)}
              </td>
              <td>{props.citedOf(point) || t("parts.references.none")}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}
