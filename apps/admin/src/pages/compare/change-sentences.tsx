import { A } from "@solidjs/router";
import { useQuery, useQueryClient } from "@tanstack/solid-query";
import type { PolicyChange } from "@evenhand/policy";
import { For, type JSX, Show, createMemo } from "solid-js";
import { Loaded } from "../../parts/loaded.tsx";
import { Tag } from "../../parts/tag.tsx";
import { useWords } from "../../words/words.tsx";
import { usePlaceName } from "../policy/place-name.ts";
import { addressInReading } from "../policy/policy-place.ts";
import { type Comparison, type Pair, type Readings, readingsQuery } from "./comparison.ts";
import { type ChangedThing, groupChanges } from "./group-changes.ts";

/** The differences as sentences, by what they are of, with how each rule read before and reads now. */
export function ChangeSentences(props: {
  readonly pair: Pair;
  readonly comparison: Comparison;
}): JSX.Element {
  const { language } = useWords();
  const queries = useQueryClient();
  const readings = useQuery(() => readingsQuery(queries, { ...props.pair, language: language() }));
  return <Loaded query={readings}>{(found) => <Sections {...props} readings={found()} />}</Loaded>;
}

function Sections(props: {
  readonly pair: Pair;
  readonly comparison: Comparison;
  readonly readings: Readings;
}): JSX.Element {
  const { t } = useWords();
  const sections = createMemo(() => groupChanges(props.comparison, props.readings));
  return (
    <For each={sections()}>
      {({ section, things }) => (
        <section class="card changed-things">
          <h2>{t(`compare.subjects.${section}`)}</h2>
          <ul>
            <For each={things}>{(thing) => <Thing policy={props.pair.policy} thing={thing} />}</For>
          </ul>
        </section>
      )}
    </For>
  );
}

/** The tone underlines the word; the word says it. */
const TONES = { added: "good", removed: "warn", changed: "plain", moved: "plain" } as const satisfies Record<
  PolicyChange["kind"],
  string
>;

function Thing(props: { readonly policy: string; readonly thing: ChangedThing }): JSX.Element {
  const { t, local } = useWords();
  return (
    <li>
      <For each={props.thing.changes}>
        {(change) => (
          <p>
            <Tag tone={TONES[change.kind]}>{t(`compare.kinds.${change.kind}`)}</Tag> {local(change.text)}
          </p>
        )}
      </For>
      <Show when={props.thing.before ?? props.thing.after}>
        <dl class="before-after">
          <Reads label={t("compare.before")} text={props.thing.before} side="before" />
          <Reads label={t("compare.after")} text={props.thing.after} side="after" />
        </dl>
      </Show>
      <Show when={props.thing.reaches.length > 0}>
        <Reached policy={props.policy} reaches={props.thing.reaches} />
      </Show>
    </li>
  );
}

function Reads(props: {
  readonly label: string;
  readonly text: string | undefined;
  readonly side: "before" | "after";
}): JSX.Element {
  const { t } = useWords();
  return (
    <div data-side={props.side}>
      <dt>{props.label}</dt>
      <dd>{props.text ?? <span class="soft">{t("compare.absent")}</span>}</dd>
    </div>
  );
}

/** What a change may make decide differently, each leading to its sentence. */
function Reached(props: { readonly policy: string; readonly reaches: ChangedThing["reaches"] }): JSX.Element {
  const { t } = useWords();
  const nameOf = usePlaceName();
  return (
    <div class="reached-places">
      <span class="soft">{t("compare.reaches")}</span>
      <ul>
        <For each={props.reaches}>
          {(place) => (
            <li>
              <A href={addressInReading({ ...place, policy: props.policy })}>{nameOf(place)}</A>
            </li>
          )}
        </For>
      </ul>
    </div>
  );
}
