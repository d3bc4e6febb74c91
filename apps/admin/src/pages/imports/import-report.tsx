import { For, type JSX, Match, Show, Switch } from "solid-js";
import type { ImportPage } from "../../api/answers.ts";
import { formatCount } from "../../format/format.ts";
import { Progress } from "../../parts/progress.tsx";
import { useWords } from "../../words/words.tsx";
import { SHOWN_FINDINGS } from "./import-queries.ts";

/** How an import stands: how much of it is read, what fits, what does not and why. */
export function ImportReport(props: { readonly run: ImportPage }): JSX.Element {
  const { t, local, language } = useWords();
  const count = (number: number): string => formatCount(number, language());
  const rows = () => props.run.rows;
  return (
    <section class="import-report">
      <Progress
        done={rows().done}
        total={rows().total}
        label={t(`importState.${props.run.state}`)}
        counts={t("imports.read", { done: count(rows().done), total: count(rows().total) })}
      />
      <Show when={props.run.failure}>{(failure) => <p role="alert">{local(failure())}</p>}</Show>
      <div role="status" aria-busy={props.run.state === "running"}>
        <dl class="import-counts">
          <Count name={t("imports.fit")} value={count(rows().taken)} />
          <Count name={t("imports.refused")} value={count(rows().refused)} />
          <Count name={t("imports.lookAt")} value={count(props.run.warnings)} />
          <Count name={t("imports.added")} value={count(props.run.cases.added)} />
          <Count name={t("imports.revised")} value={count(props.run.cases.revised)} />
          <Count name={t("imports.known")} value={count(props.run.cases.known)} />
        </dl>
      </div>
      <Switch>
        <Match when={props.run.findings.length > 0}>
          <Findings run={props.run} />
        </Match>
        <Match when={props.run.state === "done"}>
          <p class="soft">{t("imports.noFindings")}</p>
        </Match>
      </Switch>
    </section>
  );
}

function Count(props: { readonly name: string; readonly value: string }): JSX.Element {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.value}</dd>
    </div>
  );
}

function Findings(props: { readonly run: ImportPage }): JSX.Element {
  const { t, local, language } = useWords();
  const table = (format: string): string =>
    `/v1/imports/${props.run.id}/findings?format=${format}&lang=${language()}`;
  return (
    <>
      <div class="import-head">
        <h2>{t("imports.findings")}</h2>
        <div class="tools">
          <a href={table("xlsx")} download="">
            {t("imports.downloadXlsx")}
          </a>
          <a href={table("csv")} download="">
            {t("imports.downloadCsv")}
          </a>
        </div>
      </div>
      <Show when={props.run.next !== null}>
        <p class="soft">{t("imports.firstOnly", { count: formatCount(SHOWN_FINDINGS, language()) })}</p>
      </Show>
      <div class="card overflow">
        <table class="table">
          <thead>
            <tr>
              <th class="number">{t("imports.row")}</th>
              <th>{t("imports.column")}</th>
              <th>{t("imports.seen")}</th>
              <th>{t("imports.why")}</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.run.findings}>
              {(finding) => (
                <tr>
                  <td class="number">{finding.row}</td>
                  <td>{finding.column}</td>
                  <td>{finding.seen}</td>
                  <td>
                    {local(finding.message)}
                    <Show when={finding.help}>{(help) => <div class="soft">{local(help())}</div>}</Show>
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </>
  );
}
