import { A } from "@solidjs/router";
import type { PolicyChange } from "@evenhand/policy";
import { For, type JSX, Show, createMemo, createUniqueId } from "solid-js";
import { Tag } from "../parts/tag.tsx";
import { usePlaceName } from "../pages/policy/place-name.ts";
import { useWords } from "../words/words.tsx";
import type { Comparison, Readings } from "./comparison.ts";
import { CopyLink } from "./copy-link.tsx";
import { type ChangedThing, type ReachedPlace, groupChanges } from "./group-changes.ts";
import { LinkedItem } from "./linked-item.tsx";

/** What a page puts to each thing that changed, besides what changed. */
export type Beside = {
  /** Before its sentences; `labelledBy` is the id of what they stand in. */
  readonly mark?: (thing: ChangedThing, labelledBy: string) => JSX.Element;
  readonly below?: (thing: ChangedThing) => JSX.Element;
};

/** The differences as sentences, by what they are of, with how each thing read before and reads now. */
export function ChangeSections(props: {
  readonly comparison: Comparison;
  /** Absent where they cannot be read aloud. */
  readonly readings: Readings | undefined;
  readonly addressOf: (place: ReachedPlace) => string;
  readonly beside?: Beside;
}): JSX.Element {
  const { t } = useWords();
  const sections = createMemo(() => groupChanges(props.comparison, props.readings));
  return (
    <For each={sections()}>
      {({ section, things }) => (
        <section class="card changed-things">
          <h3>{t(`changes.sections.${section}`)}</h3>
          <ul>
            <For each={things}>
              {(thing) => (
                <LinkedItem of={thing.key}>
                  <Thing thing={thing} addressOf={props.addressOf} beside={props.beside} />
                </LinkedItem>
              )}
            </For>
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

function Thing(props: {
  readonly thing: ChangedThing;
  readonly addressOf: (place: ReachedPlace) => string;
  readonly beside: Beside | undefined;
}): JSX.Element {
  const { t, local } = useWords();
  const id = createUniqueId();
  return (
    <>
      <div class="changed-thing">
        {props.beside?.mark?.(props.thing, id)}
        <div id={id}>
          <For each={props.thing.changes}>
            {(change) => (
              <p>
                <Tag tone={TONES[change.kind]}>{t(`changes.kinds.${change.kind}`)}</Tag> {local(change.text)}
              </p>
            )}
          </For>
        </div>
        <CopyLink of={props.thing.key} describedBy={id} />
      </div>
      <Show when={props.thing.before ?? props.thing.after}>
        <dl class="before-after">
          <Reads label={t("changes.before")} text={props.thing.before} side="before" />
          <Reads label={t("changes.after")} text={props.thing.after} side="after" />
        </dl>
      </Show>
      <Show when={props.thing.reaches.length > 0}>
        <Reached reaches={props.thing.reaches} addressOf={props.addressOf} />
      </Show>
      {props.beside?.below?.(props.thing)}
    </>
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
      <dd>{props.text ?? <span class="soft">{t("changes.absent")}</span>}</dd>
    </div>
  );
}

/** What a change may make decide differently, each leading to where it stands. */
function Reached(props: {
  readonly reaches: readonly ReachedPlace[];
  readonly addressOf: (place: ReachedPlace) => string;
}): JSX.Element {
  const { t } = useWords();
  const nameOf = usePlaceName();
  return (
    <div class="reached-places">
      <span class="soft">{t("changes.reaches", { count: props.reaches.length })}</span>
      <ul>
        <For each={props.reaches}>
          {(place) => (
            <li>
              <A href={props.addressOf(place)}>{nameOf(place)}</A>
            </li>
          )}
        </For>
      </ul>
    </div>
  );
}
