import { useQuery } from "@tanstack/solid-query";
import { type JSX, Show } from "solid-js";
import type { Draft, ExampleResult } from "../../api/answers.ts";
import { Loaded } from "../../parts/loaded.tsx";
import { Tag } from "../../parts/tag.tsx";
import { useWords } from "../../words/words.tsx";
import { examplesQuery } from "./review-queries.ts";

/** What is known of exactly this content: what is wrong with it, and how its examples come out. */
export function Evidence(props: { readonly draft: Draft }): JSX.Element {
  const { t } = useWords();
  const examples = useQuery(() => examplesQuery(props.draft.id, props.draft.contentHash));
  const counted = (severity: "error" | "warning"): number =>
    props.draft.diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  return (
    <section class="card review-part">
      <h2>{t("review.evidence")}</h2>
      <p>
        <Tag tone={counted("error") > 0 ? "warn" : "good"}>
          {t("review.errors", { errors: counted("error"), warnings: counted("warning") })}
        </Tag>
      </p>
      <Loaded query={examples}>{(found) => <ExamplesLine examples={found()} />}</Loaded>
      <Show when={props.draft.state !== "draft"}>
        <p>{t("review.approvals", { ...props.draft.approvals })}</p>
      </Show>
      <p class="soft code">
        {t("review.content")} {props.draft.contentHash}
      </p>
    </section>
  );
}

function ExamplesLine(props: { readonly examples: readonly ExampleResult[] }): JSX.Element {
  const { t } = useWords();
  const failed = (): number => props.examples.filter(({ failures }) => failures.length > 0).length;
  return (
    <Show when={props.examples.length > 0} fallback={<p class="soft">{t("review.noExamples")}</p>}>
      <p>
        <Tag tone={failed() > 0 ? "warn" : "good"}>
          {failed() > 0
            ? t("review.examplesFail", { failed: failed(), count: props.examples.length })
            : t("review.examplesPass", { count: props.examples.length })}
        </Tag>
      </p>
    </Show>
  );
}
