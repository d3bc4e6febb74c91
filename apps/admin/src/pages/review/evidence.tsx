import { shortHash } from "@evenhand/domain";
import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { For, type JSX, Show, createMemo } from "solid-js";
import { unwrap } from "solid-js/store";
import type { Diagnostic, Draft, ExampleResult } from "../../api/answers.ts";
import { namesIn } from "../../document/named-text.ts";
import { textAt } from "../../document/pointer.ts";
import { formatCount, formatInstant } from "../../format/format.ts";
import { Loaded } from "../../parts/loaded.tsx";
import { DiagnosticText } from "../../parts/diagnostic-text.tsx";
import { Tag } from "../../parts/tag.tsx";
import { useWords } from "../../words/words.tsx";
import { Checked } from "./checked.tsx";
import { movedAmount } from "./moved-amount.ts";
import { evidenceQuery, examplesQuery } from "./review-queries.ts";

/** What is known of exactly this content: what is wrong with it, how its examples come out, whom it would have hit. */
export function Evidence(props: { readonly draft: Draft }): JSX.Element {
  const { t } = useWords();
  const examples = useQuery(() => examplesQuery(props.draft.id, props.draft.contentHash));
  return (
    <section class="card review-part evidence">
      <h2>{t("review.evidence")}</h2>
      <p class="soft">
        {t("review.content")} <span class="code">{shortHash(props.draft.contentHash)}</span>
      </p>
      <Problems draft={props.draft} />
      <Loaded query={examples}>{(found) => <Examples draft={props.draft} examples={found()} />}</Loaded>
      <Simulated draft={props.draft} />
      <Checked draft={props.draft} />
      <p class="soft">{t("review.voids")}</p>
    </section>
  );
}

/** A line with what it comes to, and what it is made of behind it. */
function Fact(props: { readonly isGood: boolean; readonly said: string; readonly children?: JSX.Element }) {
  return (
    <details>
      <summary>
        <Tag tone={props.isGood ? "good" : "warn"}>
          {props.isGood ? "✓" : "⚠"} {props.said}
        </Tag>
      </summary>
      {props.children}
    </details>
  );
}

function Problems(props: { readonly draft: Draft }): JSX.Element {
  const { t, language } = useWords();
  const nameOf = createMemo(() => namesIn(unwrap(props.draft.document), language()));
  const counted = (severity: Diagnostic["severity"]): number =>
    props.draft.diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  const said = (): string => t("review.errors", { errors: counted("error"), warnings: counted("warning") });
  return (
    <Show
      when={props.draft.diagnostics.length > 0}
      fallback={
        <p>
          <Tag tone="good">✓ {t("review.noProblems")}</Tag>
        </p>
      }
    >
      <Fact isGood={counted("error") === 0} said={said()}>
        <ul>
          <For each={props.draft.diagnostics}>
            {(one) => (
              <li>
                <DiagnosticText diagnostic={one} document={unwrap(props.draft.document)} nameOf={nameOf()} />{" "}
                <A href={addressIn(props.draft, one.at)}>{t("review.show")}</A>
              </li>
            )}
          </For>
        </ul>
      </Fact>
    </Show>
  );
}

function Examples(props: {
  readonly draft: Draft;
  readonly examples: readonly ExampleResult[];
}): JSX.Element {
  const { t, local, language } = useWords();
  const failed = (): readonly ExampleResult[] => props.examples.filter(({ failures }) => failures.length > 0);
  const passed = (): number => props.examples.length - failed().length;
  const indexOf = (id: string): number => props.examples.findIndex((example) => example.id === id);
  const nameOf = (id: string): string => {
    const index = indexOf(id);
    return textAt(props.draft.document, `/examples/${index}/title/${language()}`, id);
  };
  return (
    <Show
      when={props.examples.length > 0}
      fallback={
        <p>
          <Tag tone="warn">⚠ {t("review.noExamples")}</Tag>
        </p>
      }
    >
      <Fact
        isGood={failed().length === 0}
        said={t("review.examplesPass", { passed: passed(), count: props.examples.length })}
      >
        <ul>
          <For each={failed()} fallback={<li>{t("review.allPass")}</li>}>
            {(example) => (
              <li>
                <strong>{nameOf(example.id)}</strong>{" "}
                <A href={addressIn(props.draft, `/examples/${indexOf(example.id)}`)}>{t("review.show")}</A>
                <ul>
                  <For each={example.failures}>{({ message }) => <li>{local(message)}</li>}</For>
                </ul>
              </li>
            )}
          </For>
        </ul>
      </Fact>
    </Show>
  );
}

/** What a full simulation of this content found; said as well where there was none. */
function Simulated(props: { readonly draft: Draft }): JSX.Element {
  const { t, local, language } = useWords();
  const evidence = useQuery(() => evidenceQuery(props.draft));
  const moved = (): string | undefined => movedAmount(props.draft, language());
  return (
    <div>
      <Show when={moved()} fallback={<Tag>– {t("review.notSimulated")}</Tag>}>
        {(said) => <Tag tone="good">✓ {t("review.simulated", { amount: said() })}</Tag>}
      </Show>
      <Show when={evidence.data}>
        {(found) => (
          <>
            <Show when={found().headline}>{(headline) => <p>{local(headline())}</p>}</Show>
            <p class="soft">
              {t("review.simulatedCases", {
                count: formatCount(found().done, language()),
                version: found().baseline.version,
                at: formatInstant(found().createdAt, language()),
              })}{" "}
              <A href={`/simulations/${found().id}`}>{t("review.openSimulation")}</A>
            </p>
          </>
        )}
      </Show>
    </div>
  );
}

function addressIn(draft: Draft, at: string): string {
  return `/policies/${draft.policy}/draft/${draft.id}?at=${encodeURIComponent(at)}`;
}
