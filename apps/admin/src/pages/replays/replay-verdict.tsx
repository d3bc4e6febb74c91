import type { Verdict } from "@evenhand/domain";
import { For, type JSX, Show } from "solid-js";
import { Tag } from "../../parts/tag.tsx";
import { useWords } from "../../words/words.tsx";
import type { Replayed } from "../decision/proof/proof-queries.ts";

/** How loud each verdict is; the word beside it says what it is. */
const TONES = { identical: "good", different: "wrong", cannot: "warn" } as const;
const SIGNS = { identical: "✓", different: "≠", cannot: "?" } as const;

/** One verdict as a word. */
export function VerdictTag(props: { readonly verdict: Verdict }): JSX.Element {
  const { t } = useWords();
  return (
    <Tag tone={TONES[props.verdict]}>
      <span aria-hidden="true">{SIGNS[props.verdict]}</span> {t(`replays.verdicts.${props.verdict}`)}
    </Tag>
  );
}

/** Whether a recorded decision comes out as it was recorded; if not, what moved and where the result differs. */
export function ReplayVerdict(props: { readonly replayed: Replayed }): JSX.Element {
  const { t } = useWords();
  return (
    <>
      <p>
        <VerdictTag verdict={props.replayed.verdict} /> {t(`replays.says.${props.replayed.verdict}`)}
      </p>
      <Causes replayed={props.replayed} />
    </>
  );
}

/** What moved, what is missing, and where the result differs; nothing of an identical one. */
export function Causes(props: { readonly replayed: Replayed }): JSX.Element {
  const { t } = useWords();
  return (
    <ul class="plain-list causes">
      <For each={props.replayed.causes}>
        {({ cause, at, recorded, now }) => (
          <li>
            <strong>{t(`replays.causes.${cause}`)}</strong>
            <Moved at={at} recorded={recorded} now={now} />
          </li>
        )}
      </For>
      <For each={props.replayed.missing}>
        {({ kind, id, version }) => (
          <li>
            <strong>{t(`replays.missing.${kind}`)}</strong>{" "}
            <span class="code">{version === undefined ? id : `${id} ${version}`}</span>
          </li>
        )}
      </For>
      <Show when={props.replayed.differences.length > 0}>
        <li>
          <details>
            <summary>{t("replays.differences", { count: props.replayed.differences.length })}</summary>
            <ul class="plain-list">
              <For each={props.replayed.differences}>
                {({ at, recorded, now }) => (
                  <li>
                    <Moved at={at} recorded={recorded} now={now} />
                  </li>
                )}
              </For>
            </ul>
          </details>
        </li>
      </Show>
    </ul>
  );
}

function Moved(props: {
  readonly at: string | undefined;
  readonly recorded: unknown;
  readonly now: unknown;
}): JSX.Element {
  const { t } = useWords();
  return (
    <div class="code">
      {props.at} {t("replays.moved", { recorded: asText(props.recorded), now: asText(props.now) })}
    </div>
  );
}

/** The longest value that is shown whole. */
const LONGEST = 120;

function asText(value: unknown): string {
  const text = JSON.stringify(value) ?? "–";
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
