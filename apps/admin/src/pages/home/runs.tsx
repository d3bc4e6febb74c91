import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { For, type JSX } from "solid-js";
import type { ImportView } from "../../api/answers.ts";
import { formatCount, formatInstant } from "../../format/format.ts";
import { Loaded } from "../../parts/loaded.tsx";
import { Progress } from "../../parts/progress.tsx";
import { useWords } from "../../words/words.tsx";
import { importsQuery } from "./home-queries.ts";

/** Imports that run and the last that ended, and the way to another. */
export function Runs(): JSX.Element {
  const { t } = useWords();
  const imports = useQuery(importsQuery);
  return (
    <section class="card">
      <div class="home-head">
        <h2>{t("runs.title")}</h2>
        <A href="/imports/new">{t("runs.new")}</A>
      </div>
      <Loaded query={imports}>
        {(all) => (
          <ul>
            <For each={all().slice(0, SHOWN)} fallback={<li class="soft">{t("runs.none")}</li>}>
              {(one) => <Run run={one} />}
            </For>
          </ul>
        )}
      </Loaded>
    </section>
  );
}

const SHOWN = 5;

function Run(props: { readonly run: ImportView }): JSX.Element {
  const { t, language } = useWords();
  const counts = (): string => {
    const { added, revised, known } = props.run.cases;
    return t("runs.rows", {
      cases: formatCount(added + revised + known, language()),
      done: formatCount(props.run.rows.done, language()),
      total: formatCount(props.run.rows.total, language()),
    });
  };
  return (
    <li data-kind="run">
      <span>
        <A href={`/imports/${props.run.id}`}>{props.run.fileName}</A>{" "}
        <span class="soft">{formatInstant(props.run.createdAt, language())}</span>
      </span>
      <Progress
        done={props.run.rows.done}
        total={props.run.rows.total}
        label={t(`importState.${props.run.state}`)}
        counts={counts()}
      />
    </li>
  );
}
