import { For, type JSX, Show, createMemo, createSignal } from "solid-js";
import { formatCount } from "../../../format/format.ts";
import type { ExampleRun } from "../../../live/run-example.ts";
import { Button } from "../../../parts/button.tsx";
import { useWords } from "../../../words/words.tsx";
import type { DraftSession } from "../draft-session.ts";
import { type Coverable, coverageOf, nameOfRule } from "./coverage.ts";
import type { Maker } from "./create-maker.ts";
import { useExampleWords } from "./use-example-words.ts";

/** Which rules and rows of tables the examples reach, and which none does, each with a way to make an example. */
export function Coverage(props: {
  readonly session: DraftSession;
  readonly runs: readonly ExampleRun[];
  readonly maker: Maker;
  readonly onGo: (pointer: string) => void;
}): JSX.Element {
  const { t, language } = useWords();
  const all = createMemo(() => coverageOf(props.session.document(), props.runs));
  const reached = () => all().filter(({ hits }) => hits > 0);
  const missed = () => all().filter(({ hits }) => hits === 0);
  const summary = (): string =>
    t("examples.coverage.summary", {
      hit: formatCount(reached().length, language()),
      total: formatCount(all().length, language()),
    });
  return (
    <Show when={all().length > 0}>
      <section class="coverage" aria-labelledby="coverage-title">
        <h3 id="coverage-title">{t("examples.coverage.title")}</h3>
        <p>{summary()}</p>
        <div class="coverage-bar" aria-hidden="true">
          <span style={{ width: `${(reached().length / all().length) * 100}%` }} />
        </div>
        <Show when={missed().length > 0}>
          <details open>
            <summary>{t("examples.coverage.none", { count: missed().length })}</summary>
            <ul>
              <For each={missed()}>{(one) => <Missed {...props} one={one} />}</For>
            </ul>
          </details>
        </Show>
        <Show when={reached().length > 0}>
          <details>
            <summary>{t("examples.coverage.hits", { count: reached().length })}</summary>
            <ul>
              <For each={reached()}>
                {(one) => (
                  <li>
                    <RuleLink {...props} one={one} />
                    <span class="soft">✓ {t("examples.coverage.times", { count: one.hits })}</span>
                  </li>
                )}
              </For>
            </ul>
          </details>
        </Show>
      </section>
    </Show>
  );
}

type One = {
  readonly session: DraftSession;
  readonly one: Coverable;
  readonly onGo: (pointer: string) => void;
};

function Missed(props: One & { readonly maker: Maker }): JSX.Element {
  const { t } = useWords();
  const words = useExampleWords(() => props.session);
  const [isSeeking, seek] = createSignal(false);
  const make = async (): Promise<void> => {
    seek(true);
    const named = (language: "en" | "zh"): string =>
      nameOfRule(props.one, language, ({ table, row }) => `${table} ${row}`);
    await props.maker
      .forRule(props.one.rule, { en: named("en"), zh: named("zh"), shown: words.rule(props.one) })
      .finally(() => seek(false));
  };
  return (
    <li>
      <RuleLink {...props} />
      <Button
        kind="quiet"
        disabled={isSeeking()}
        aria-label={t("examples.coverage.makeFor", { name: words.rule(props.one) })}
        onClick={() => void make()}
      >
        {t(isSeeking() ? "examples.coverage.seeking" : "examples.coverage.make")}
      </Button>
    </li>
  );
}

function RuleLink(props: One): JSX.Element {
  const words = useExampleWords(() => props.session);
  return (
    <button type="button" class="rule-link" onClick={() => props.onGo(props.one.pointer)}>
      {words.rule(props.one)}
    </button>
  );
}
