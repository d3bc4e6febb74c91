import { For, type JSX, Show, createSignal } from "solid-js";
import { formatCount } from "../../format/format.ts";
import { useWords } from "../../words/words.tsx";
import type { EventLine, LineGroup, Shown } from "./event-lines.ts";
import { isFieldName } from "./field-names.ts";
import { shortId } from "./short-id.ts";

/** A part with more lines than these opens when somebody asks for it. */
const MOST_AT_ONCE = 12;
/** So many lines of one part are drawn; the rest stands in the JSON. */
const MOST_DRAWN = 300;

/** What an event changed: place by place what stood there and what stands there since. */
export function EventChanges(props: {
  readonly groups: readonly LineGroup[];
  /** Whether the event tells what was there before. */
  readonly hasBefore: boolean;
}): JSX.Element {
  const nameOf = useFieldName();
  return (
    <For each={props.groups}>
      {(group) => (
        <Show
          when={group.name !== undefined && group.lines.length > MOST_AT_ONCE}
          fallback={
            <Lines
              lines={group.lines}
              hasBefore={props.hasBefore}
              caption={group.name === undefined ? undefined : nameOf(group.name)}
            />
          }
        >
          <LongGroup group={group} hasBefore={props.hasBefore} />
        </Show>
      )}
    </For>
  );
}

function LongGroup(props: { readonly group: LineGroup; readonly hasBefore: boolean }): JSX.Element {
  const { t, language } = useWords();
  const nameOf = useFieldName();
  const [isOpen, setOpen] = createSignal(false);
  const count = (lines: number): string => formatCount(lines, language());
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {nameOf(props.group.name ?? "")}{" "}
        <span class="soft">{t("audit.lines", { count: count(props.group.lines.length) })}</span>
      </summary>
      <Show when={isOpen()}>
        <Lines lines={props.group.lines.slice(0, MOST_DRAWN)} hasBefore={props.hasBefore} />
        <Show when={props.group.lines.length > MOST_DRAWN}>
          <p class="soft">{t("audit.moreLines", { count: count(props.group.lines.length - MOST_DRAWN) })}</p>
        </Show>
      </Show>
    </details>
  );
}

function Lines(props: {
  readonly lines: readonly EventLine[];
  readonly hasBefore: boolean;
  readonly caption?: string | undefined;
}): JSX.Element {
  const { t } = useWords();
  const nameOf = useFieldName();
  return (
    <table class="table audit-lines">
      <Show when={props.caption}>{(caption) => <caption>{caption()}</caption>}</Show>
      <thead>
        <tr>
          <th scope="col">{t("audit.field")}</th>
          <Show when={props.hasBefore}>
            <th scope="col">{t("audit.before")}</th>
          </Show>
          <th scope="col">{props.hasBefore ? t("audit.after") : t("audit.value")}</th>
        </tr>
      </thead>
      <tbody>
        <For each={props.lines}>
          {(line) => (
            <tr>
              <th scope="row">{line.path.map(nameOf).join(" › ")}</th>
              <Show when={props.hasBefore}>
                <td data-side="before">
                  <Value value={line.before} />
                </td>
              </Show>
              <td data-side="after">
                <Value value={line.after} />
              </td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}

/** What a place is called; one that nobody has words for by its name in the log. */
function useFieldName(): (name: string | number) => string {
  const { t } = useWords();
  return (name) => {
    if (typeof name === "number") return t("audit.item", { number: name });
    return isFieldName(name) ? t(`audit.fields.${name}`) : name;
  };
}

function Value(props: { readonly value: Shown | undefined }): JSX.Element {
  const { t, local } = useWords();
  const textOf = (value: Shown | undefined): string => {
    if (value === undefined) return t("audit.absent");
    if (value === null) return t("audit.empty");
    if (typeof value === "boolean") return value ? t("audit.yes") : t("audit.no");
    if (typeof value === "number") return String(value);
    if (typeof value === "string") return shortId(value);
    if ("en" in value) return local(value);
    return value.length === 0 ? t("audit.empty") : value.map(textOf).join(", ");
  };
  return (
    <span
      classList={{ soft: props.value === undefined || props.value === null }}
      title={typeof props.value === "string" ? props.value : undefined}
    >
      {textOf(props.value)}
    </span>
  );
}
