import { readCondition } from "@evenhand/policy";
import type { Condition } from "@evenhand/domain";
import { A } from "@solidjs/router";
import { For, type JSX, Show, createEffect, on, untrack } from "solid-js";
import { type Json, fieldsOf, itemsOf, pointerTo, textAt, valueAt } from "../../../../document/pointer.ts";
import { useWords } from "../../../../words/words.tsx";
import type { DraftSession } from "../../draft-session.ts";
import { ConditionTree } from "./condition-tree.tsx";
import { createDesk } from "./desk.ts";
import { focusPlaceSoon } from "../../focus-place.ts";
import "./rule.css";

/** A condition that rules use by its name: its tree, how it reads, and who uses it. */
export function ConditionEditor(props: {
  readonly session: DraftSession;
  readonly name: string;
  /** The place that is asked for, in the condition or the condition itself. */
  readonly at: string;
}): JSX.Element {
  return (
    <Show when={props.name} keyed>
      {(name) => <Named session={props.session} name={name} at={props.at} />}
    </Show>
  );
}

function Named(props: {
  readonly session: DraftSession;
  readonly name: string;
  readonly at: string;
}): JSX.Element {
  const { t, language } = useWords();
  const document = () => props.session.document();
  const root = (): string => pointerTo("conditions", props.name);
  const desk = createDesk({
    session: untrack(() => props.session),
    root,
    asker: () => ({}),
    name: () => textAt(document(), pointerTo("words", props.name, language())) || props.name,
  });
  const sentence = (): string | undefined => {
    try {
      // INVARIANT: what is not in the form of a condition throws, which is what is waited for here.
      const condition = valueAt(document(), root()) as unknown as Condition;
      return readCondition(condition, desk.vocabulary().policy, language());
    } catch {
      return undefined;
    }
  };
  createEffect(
    on(
      () => props.at,
      (at) => {
        if (at.startsWith(`${root()}/`)) focusPlaceSoon(at);
      },
    ),
  );
  return (
    <div class="rule-editor">
      <header class="rule-head">
        <div>
          <h2>{desk.name()}</h2>
          <p class="soft">
            {t("rules.conditions.title")} <span class="code">{props.name}</span>
          </p>
        </div>
      </header>
      <Show
        when={valueAt(document(), root()) !== undefined}
        fallback={<p class="soft">{t("rules.conditions.missing")}</p>}
      >
        <p class="sentence">{sentence() ?? t("rules.notReadable")}</p>
        <ConditionTree desk={desk} />
        <UsedBy session={props.session} name={props.name} />
      </Show>
    </div>
  );
}

function UsedBy(props: { readonly session: DraftSession; readonly name: string }): JSX.Element {
  const { t, language } = useWords();
  const users = () => {
    const document = props.session.document();
    const rules = itemsOf(document["rules"]).map((part, index) => ({
      part,
      pointer: pointerTo("rules", index),
    }));
    const tables = Object.entries(fieldsOf(document["tables"])).map(([id, part]) => ({
      part,
      pointer: pointerTo("tables", id),
    }));
    return [...rules, ...tables].filter(({ part }) => names(part, props.name));
  };
  return (
    <div>
      <h3>{t("rules.conditions.usedBy")}</h3>
      <ul>
        <For each={users()} fallback={<li class="soft">{t("rules.conditions.unused")}</li>}>
          {({ part, pointer }) => (
            <li>
              <A href={`?at=${encodeURIComponent(pointer)}`}>
                {textAt(part, `/label/${language()}`) || textAt(part, "/id", pointer)}
              </A>
            </li>
          )}
        </For>
      </ul>
    </div>
  );
}

function names(node: Json, condition: string): boolean {
  if (typeof node !== "object" || node === null) return false;
  return Object.entries(node).some(([key, child]) =>
    key === "condition" && child === condition ? true : names(child as Json, condition),
  );
}
