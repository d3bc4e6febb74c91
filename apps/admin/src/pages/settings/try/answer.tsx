import type { Policy } from "@evenhand/domain";
import { preparePolicy, readExplanation } from "@evenhand/policy";
import { useQuery } from "@tanstack/solid-query";
import { For, type JSX, createMemo } from "solid-js";
import { unwrap } from "solid-js/store";
import { CopyButton } from "../../../parts/copy-button.tsx";
import { Loaded } from "../../../parts/loaded.tsx";
import { useWords } from "../../../words/words.tsx";
import { documentQuery } from "../../policy/policy-queries.ts";
import { partsOf } from "./letter.ts";
import type { Tried } from "./try-queries.ts";

/** What the service answered: as sentences, step by step with the article of each, and as JSON. */
export function Answer(props: { readonly tried: Tried }): JSX.Element {
  const { t } = useWords();
  const document = useQuery(() =>
    documentQuery({
      policy: props.tried.response.policy.id,
      version: props.tried.response.policy.version,
    }),
  );
  const json = (): string => JSON.stringify(props.tried.response, null, 2);
  return (
    <section class="card answer" aria-labelledby="answer" tabindex="-1">
      <header class="list-head">
        <h3 id="answer">{t("tryIt.answer", { version: props.tried.response.policy.version })}</h3>
        <p class="soft" role="status">
          {t("tryIt.took", { ms: props.tried.tookMs })}
        </p>
      </header>
      <Loaded query={document}>{(found) => <Sentences tried={props.tried} policy={found().policy} />}</Loaded>
      <details>
        <summary>{t("tryIt.answerJson")}</summary>
        <CopyButton text={json()} label={t("tryIt.copyAnswer")} />
        <pre class="code command">{json()}</pre>
      </details>
    </section>
  );
}

function Sentences(props: { readonly tried: Tried; readonly policy: Policy }): JSX.Element {
  const { language } = useWords();
  const version = createMemo(() => preparePolicy(unwrap(props.policy)));
  const parts = () => partsOf(readExplanation(version(), props.tried.response, language()));
  return (
    <For each={parts()}>
      {(part) => (
        <section>
          <h4>{part.title}</h4>
          <For each={part.lines}>{(line) => <p data-depth={line.depth}>{line.text}</p>}</For>
        </section>
      )}
    </For>
  );
}
