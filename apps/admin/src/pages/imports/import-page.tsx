import { A, useParams } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { type JSX, Show } from "solid-js";
import type { ImportPage as Run } from "../../api/answers.ts";
import { usePolicyTitle } from "../../api/use-policy-title.ts";
import { formatInstant } from "../../format/format.ts";
import { Loaded } from "../../parts/loaded.tsx";
import { Tag } from "../../parts/tag.tsx";
import { useWords } from "../../words/words.tsx";
import { importQuery } from "./import-queries.ts";
import { ImportReport } from "./import-report.tsx";
import "./imports.css";

/** One import, while it runs and afterwards. */
export function ImportPage(): JSX.Element {
  const params = useParams<{ readonly id: string }>();
  const run = useQuery(() => importQuery(params.id));
  return <Loaded query={run}>{(found) => <OneImport run={found()} />}</Loaded>;
}

function OneImport(props: { readonly run: Run }): JSX.Element {
  const { t, language } = useWords();
  const titleOf = usePolicyTitle();
  return (
    <>
      <div>
        <h1>{t("imports.titleOf", { file: props.run.fileName })}</h1>
        <p class="soft">
          <A href={`/policies/${props.run.policy}`}>{titleOf(props.run.policy)}</A>
          {" · "}
          {formatInstant(props.run.createdAt, language())}{" "}
          <Show when={props.run.dryRun}>
            <Tag>{t("imports.dryRun")}</Tag>
          </Show>
        </p>
      </div>
      <ImportReport run={props.run} />
      <p>
        <A href={`/imports/new?policy=${encodeURIComponent(props.run.policy)}`}>{t("imports.another")}</A>
      </p>
    </>
  );
}
