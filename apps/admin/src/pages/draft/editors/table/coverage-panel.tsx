import { useSearchParams } from "@solidjs/router";
import {
  type Accessor,
  For,
  type JSX,
  Show,
  createEffect,
  createMemo,
  createSignal,
  on,
  onCleanup,
  untrack,
} from "solid-js";
import { namesIn } from "../../../../document/named-text.ts";
import { type JsonObject, fieldsOf, pointerTo, textAt, valueAt } from "../../../../document/pointer.ts";
import { DiagnosticText } from "../../../../parts/diagnostic-text.tsx";
import { useWords } from "../../../../words/words.tsx";
import type { DraftSession } from "../../draft-session.ts";
import { ANALYSIS_PAUSE_MS, analyse } from "../../fixes/analyse.ts";
import { FixButtons } from "../../fixes/fix-buttons.tsx";
import type { TableAnalysis } from "../../fixes/fixes-of.ts";
import { CoverageMap } from "./coverage-map.tsx";
import type { MapOf } from "./coverage-cells.ts";
import type { GridModel } from "./grid-commands.ts";
import { rowsOf } from "./table-view.ts";

/** Whether every case has its row: what is missing and what stands twice, with ways to mend it, and a map. */
export function CoveragePanel(props: {
  readonly session: DraftSession;
  readonly model: GridModel;
  readonly isReadOnly: boolean;
}): JSX.Element {
  const { t, language } = useWords();
  const [, ask] = useSearchParams<{ readonly at?: string }>();
  const looked = untrack(() => createAnalysis(props.session, props.model.table));
  const nameOf = createMemo(on([looked, language], () => namesIn(props.session.document(), language())));
  const findings = () => looked()?.analysis.findings ?? [];
  const summary = (analysis: TableAnalysis): string => {
    const { gaps, moreGaps, overlaps, moreOverlaps } = analysis.coverage;
    const counts = { gaps: gaps.length + moreGaps, overlaps: overlaps.length + moreOverlaps };
    if (analysis.findings.length === 0) return t("coverage.whole");
    return counts.gaps + counts.overlaps === 0 ? t("coverage.other") : t("coverage.counts", counts);
  };
  return (
    <section class="coverage-panel" aria-label={t("coverage.title")}>
      <h3>{t("coverage.title")}</h3>
      <Show when={looked()} fallback={<p class="soft">{t("coverage.notLooked")}</p>}>
        {(known) => (
          <>
            <p role="status">{summary(known().analysis)}</p>
            <ul class="problems">
              <For each={findings()}>
                {({ diagnostic, fixes }) => (
                  <li>
                    <DiagnosticText
                      diagnostic={diagnostic}
                      document={props.session.document()}
                      nameOf={nameOf()}
                    />
                    <Show when={!props.isReadOnly}>
                      <FixButtons
                        fixes={fixes}
                        session={props.session}
                        nameOf={nameOf()}
                        onGo={(at) => ask({ at })}
                      />
                    </Show>
                  </li>
                )}
              </For>
            </ul>
            <details>
              <summary>{t("coverage.map")}</summary>
              <CoverageMap {...known().map} />
            </details>
          </>
        )}
      </Show>
    </section>
  );
}

type Looked = { readonly analysis: TableAnalysis; readonly map: MapOf };

/** What the analysis made of a table, a moment after the last edit; the last one that came to something. */
function createAnalysis(session: DraftSession, table: string): Accessor<Looked | undefined> {
  const [looked, setLooked] = createSignal<Looked>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));
  createEffect(() => {
    const document = session.document();
    clearTimeout(timer);
    timer = setTimeout(() => {
      void analyse(document, table).then((analysis) => {
        if (document === untrack(session.document))
          setLooked(analysis && lookedAt(analysis, document, table));
      });
    }, ANALYSIS_PAUSE_MS);
  });
  return looked;
}

function lookedAt(analysis: TableAnalysis, document: JsonObject, id: string): Looked {
  const { hitPolicy, partial } = fieldsOf(valueAt(document, pointerTo("tables", id)));
  const rowIds = rowsOf(document, id).map((row) => textAt(row, "/id"));
  const { coverage } = analysis;
  return { analysis, map: { coverage, rowIds, isFirst: hitPolicy === "first", isPartial: partial === true } };
}
