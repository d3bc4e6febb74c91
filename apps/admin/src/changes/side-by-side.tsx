import { useSearchParams } from "@solidjs/router";
import { For, type JSX, Show, createMemo } from "solid-js";
import { useWords } from "../words/words.tsx";
import type { Comparison } from "./comparison.ts";
import { inOrderOf } from "./in-order-of.ts";
import { type Line, type LinePair, foldEqual, linePairs } from "./line-pairs.ts";
import { Scroller } from "./scroller.tsx";

/** Both documents beside each other, the lines that differ marked. */
export function SideBySide(props: { readonly comparison: Comparison }): JSX.Element {
  const { t } = useWords();
  const [asked, ask] = useSearchParams<{ readonly lines?: string }>();
  const isWhole = (): boolean => asked.lines === "all";
  const pairs = createMemo(() => {
    const { before, after } = props.comparison;
    return linePairs(linesOf(before), linesOf(inOrderOf(after, before)));
  });
  const shown = createMemo(() => (isWhole() ? pairs() : foldEqual(pairs())));
  return (
    <>
      <label class="only-changed">
        <input
          type="checkbox"
          checked={!isWhole()}
          onChange={(event) =>
            ask({ lines: event.currentTarget.checked ? undefined : "all" }, { replace: true })
          }
        />
        {t("changes.onlyChanged")}
      </label>
      <Scroller label={t("changes.json")}>
        <table class="side-by-side">
          <caption class="unseen">{t("changes.json")}</caption>
          <thead>
            <tr>
              <Head label={t("changes.before")} />
              <Head label={t("changes.after")} />
            </tr>
          </thead>
          <tbody>
            <For each={shown()}>{(one) => <Row one={one} />}</For>
          </tbody>
        </table>
      </Scroller>
    </>
  );
}

function Head(props: { readonly label: string }): JSX.Element {
  const { t } = useWords();
  return (
    <>
      <th scope="col">
        <span class="unseen">{t("changes.line")}</span>
      </th>
      <th scope="col">{props.label}</th>
    </>
  );
}

function Row(props: { readonly one: LinePair | { readonly folded: number } }): JSX.Element {
  const { t } = useWords();
  const pair = (): LinePair | undefined => ("folded" in props.one ? undefined : props.one);
  return (
    <Show
      when={pair()}
      fallback={
        <tr data-folded>
          <td colspan="4">
            {t("changes.equalLines", { count: "folded" in props.one ? props.one.folded : 0 })}
          </td>
        </tr>
      }
    >
      {(lines) => (
        <tr data-changed={lines().isChanged}>
          <Cells line={lines().before} sign={lines().isChanged ? "−" : " "} side="before" />
          <Cells line={lines().after} sign={lines().isChanged ? "+" : " "} side="after" />
        </tr>
      )}
    </Show>
  );
}

function Cells(props: {
  readonly line: Line | undefined;
  readonly sign: string;
  readonly side: "before" | "after";
}): JSX.Element {
  return (
    <>
      <td class="number soft">{props.line?.number}</td>
      <td data-side={props.line && props.side}>
        <Show when={props.line}>
          {(line) => (
            <pre>
              {props.sign} {line().text}
            </pre>
          )}
        </Show>
      </td>
    </>
  );
}

function linesOf(document: unknown): readonly string[] {
  return JSON.stringify(document, null, 2).split("\n");
}
