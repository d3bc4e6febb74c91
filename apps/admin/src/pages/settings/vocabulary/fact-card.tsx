import { A } from "@solidjs/router";
import { For, type JSX, Show } from "solid-js";
import { Button } from "../../../parts/button.tsx";
import { Tag } from "../../../parts/tag.tsx";
import { useWords } from "../../../words/words.tsx";
import { usePlaceName } from "../../policy/place-name.ts";
import { addressInReading } from "../../policy/policy-place.ts";
import type { DraftAt } from "./use-draft-at.ts";
import type { FactUse, VocabularyEntry } from "./vocabulary-entries.ts";

/** One fact: what it is called in both languages, and each policy that has it with where it is read there. */
export function FactCard(props: {
  readonly entry: VocabularyEntry;
  /** Absent for whoever may not write drafts. */
  readonly draftAt: DraftAt | undefined;
}): JSX.Element {
  const { t, language } = useWords();
  const first = (): FactUse | undefined => props.entry.uses[0];
  const other = () => (language() === "zh" ? "en" : "zh");
  return (
    <article class="card fact-card" id={`fact-${props.entry.name}`}>
      <header>
        <h3>{first()?.label[language()]}</h3>
        <p class="soft">
          <span lang={other() === "zh" ? "zh-CN" : "en"}>{first()?.label[other()]}</span>{" "}
          <span class="code">{props.entry.name}</span>
        </p>
        <div class="tags">
          <For each={props.entry.differs}>
            {(what) => <Tag tone="warn">{t(`vocabulary.differs.${what}`)}</Tag>}
          </For>
        </div>
      </header>
      <For each={props.entry.uses}>
        {(use) => <Use use={use} isCompared={props.entry.differs.length > 0} draftAt={props.draftAt} />}
      </For>
    </article>
  );
}

function Use(props: {
  readonly use: FactUse;
  /** Whether what it is called stands with it, since policies differ. */
  readonly isCompared: boolean;
  readonly draftAt: DraftAt | undefined;
}): JSX.Element {
  const { t, local } = useWords();
  const values = () => Object.entries(props.use.values);
  return (
    <section class="use">
      <p>
        <A href={`/policies/${props.use.policy}?version=${props.use.version}`}>{local(props.use.title)}</A>
        {" · "}
        {t(`vocabulary.scopes.${props.use.scope}`)}
        {" · "}
        {t(`vocabulary.types.${props.use.type ?? "derived"}`)}
        <Show when={props.draftAt}>
          {(draftAt) => (
            <Button kind="quiet" disabled={draftAt().isPending} onClick={() => draftAt().mutate(props.use)}>
              {t("vocabulary.toDraft")}
            </Button>
          )}
        </Show>
      </p>
      <Show when={props.isCompared}>
        <p>{t("vocabulary.called", { en: props.use.label.en, zh: props.use.label.zh })}</p>
      </Show>
      <Show when={props.use.help}>{(help) => <p class="soft">{local(help())}</p>}</Show>
      <Show when={values().length > 0}>
        <details>
          <summary>{t("vocabulary.values", { count: values().length })}</summary>
          <ul>
            <For each={values()}>
              {([value, label]) => (
                <li>
                  {label.en} · <span lang="zh-CN">{label.zh}</span> <span class="soft code">{value}</span>
                </li>
              )}
            </For>
          </ul>
        </details>
      </Show>
      <ReadBy use={props.use} />
    </section>
  );
}

function ReadBy(props: { readonly use: FactUse }): JSX.Element {
  const { t } = useWords();
  const nameOf = usePlaceName();
  return (
    <>
      <For each={props.use.servesAs}>{(what) => <p>{t(`vocabulary.servesAs.${what}`)}</p>}</For>
      <Show when={props.use.readBy.length + props.use.servesAs.length === 0}>
        <p class="soft">{t("vocabulary.readByNothing")}</p>
      </Show>
      <Show when={props.use.readBy.length > 0}>
        <details>
          <summary>{t("vocabulary.readBy", { count: props.use.readBy.length })}</summary>
          <ul>
            <For each={props.use.readBy}>
              {(place) => (
                <li>
                  <A href={addressInReading({ ...props.use, pointer: place.pointer })}>{nameOf(place)}</A>
                </li>
              )}
            </For>
          </ul>
        </details>
      </Show>
    </>
  );
}
