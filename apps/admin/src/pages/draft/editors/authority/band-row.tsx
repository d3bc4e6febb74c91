import type { ParameterUnit } from "@evenhand/domain";
import { For, type JSX, Show, createEffect, createSignal, on } from "solid-js";
import { Button } from "../../../../parts/button.tsx";
import { TextField } from "../../../../parts/text-field.tsx";
import { useWords } from "../../../../words/words.tsx";
import type { DraftSession } from "../../draft-session.ts";
import { useDocumentWords } from "../../use-document-words.ts";
import { readFigure, writtenFigure } from "../figure.ts";
import { type Band, type Bands, roomOf } from "./bands.ts";
import { useBandText } from "./use-band-text.ts";

type Given = {
  readonly session: DraftSession;
  readonly bands: Bands;
  readonly band: Band;
  readonly index: number;
  readonly unit: ParameterUnit;
  readonly isHit: boolean;
  /** Everybody who may approve, to choose from. */
  readonly levels: readonly string[];
  readonly onLevel: (level: string) => void;
  readonly onBoundary: (value: number) => void;
  readonly onSplit: (value: number) => void;
  readonly onRemove: () => void;
};

/** One band: its amounts, with the boundary to the next one to be moved, and who approves. */
export function BandRow(props: Given): JSX.Element {
  const { t } = useWords();
  const words = useDocumentWords(() => props.session);
  const textOf = useBandText(() => props.session);
  const text = (): string => textOf(props.bands, props.index, props.unit);
  const [isSplitting, setSplitting] = createSignal(false);
  return (
    <li data-chosen={props.isHit}>
      <div>
        <strong>{text()}</strong>
        <Show when={props.bands.boundaries[props.index]}>
          {(boundary) => (
            <>
              <BetweenField
                {...props}
                label={t("parts.authority.upTo", { level: words.word(props.band.level) })}
                at={boundary().figure ? `${boundary().figure?.pointer ?? ""}/value` : boundary().places[0]}
                value={boundary().value}
                room={roomOf(props.bands, props.index)}
                onTake={(value) => props.onBoundary(value)}
              />
              <Show when={boundary().figure}>
                {(figure) => (
                  <a href={`?at=${encodeURIComponent(figure().pointer)}`}>
                    {words.fact(`parameter.${figure().id}`)}
                  </a>
                )}
              </Show>
            </>
          )}
        </Show>
      </div>
      <div>
        <Levels {...props} label={t("parts.authority.whoOf", { amount: text() })} />
      </div>
      <div>
        <div class="soft">{words.cited(props.band.references) || t("parts.references.none")}</div>
        <div class="tools">
          <Button kind="quiet" aria-expanded={isSplitting()} onClick={() => setSplitting(!isSplitting())}>
            {t("parts.authority.split")}
          </Button>
          <Show when={props.bands.bands.length > 1}>
            <Button kind="quiet" onClick={() => props.onRemove()}>
              {t("parts.authority.remove")}
            </Button>
          </Show>
        </div>
        <Show when={isSplitting()}>
          <SplitForm
            {...props}
            onDone={(value) => {
              setSplitting(false);
              if (value !== undefined) props.onSplit(value);
            }}
          />
        </Show>
      </div>
    </li>
  );
}

function Levels(props: Given & { readonly label: string }): JSX.Element {
  const words = useDocumentWords(() => props.session);
  return (
    <select
      aria-label={props.label}
      data-at={props.band.levelAt}
      onChange={(event) => props.onLevel(event.currentTarget.value)}
    >
      <For each={props.levels}>
        {(level) => (
          <option value={level} selected={level === props.band.level}>
            {words.word(level)}
          </option>
        )}
      </For>
    </select>
  );
}

type Room = { readonly above: number; readonly below: number };

/** An amount that must lie between two others; one that does not is kept to itself and said to be out of line. */
function BetweenField(
  props: Pick<Given, "session" | "unit"> & {
    readonly label: string;
    readonly at?: string;
    readonly value: number | undefined;
    readonly room: Room;
    readonly onTake: (value: number) => void;
  },
): JSX.Element {
  const { t } = useWords();
  const words = useDocumentWords(() => props.session);
  const [typed, setTyped] = createSignal<string>();
  const measure = () => ({ unit: props.unit, currency: words.currency() });
  const stored = (): string => (props.value === undefined ? "" : writtenFigure(props.value, measure()));
  const read = (text: string): number | undefined => {
    const value = readFigure(text, measure());
    const fits = typeof value === "number" && value > props.room.above && value < props.room.below;
    return fits ? value : undefined;
  };
  const [isRefused, setRefused] = createSignal(false);
  const isWrong = (): boolean => typed() !== undefined && isRefused();
  const hint = (): string => {
    const above = words.figure(props.room.above, props.unit);
    return Number.isFinite(props.room.below)
      ? t("parts.authority.room", { above, below: words.figure(props.room.below, props.unit) })
      : t("parts.authority.openRoom", { above });
  };
  const take = (text: string): void => {
    setTyped(text);
    const value = read(text);
    setRefused(value === undefined);
    if (value !== undefined) props.onTake(value);
  };
  // What did not fit is taken once its neighbours leave it room.
  createEffect(
    on(
      () => [props.room.above, props.room.below],
      () => isWrong() && take(typed() ?? ""),
      { defer: true },
    ),
  );
  return (
    // What does not fit stays, with why, until it is mended.
    <div onFocusOut={() => isWrong() || setTyped(undefined)}>
      <TextField
        {...(props.at === undefined ? {} : { at: props.at })}
        label={props.label}
        value={typed() ?? stored()}
        isWrong={isWrong()}
        {...(isWrong() ? { hint: hint() } : {})}
        onInput={take}
      />
    </div>
  );
}

function SplitForm(props: Given & { readonly onDone: (value: number | undefined) => void }): JSX.Element {
  const { t } = useWords();
  const [value, setValue] = createSignal<number>();
  const room = (): Room => ({
    above: props.bands.boundaries[props.index - 1]?.value ?? 0,
    below: props.bands.boundaries[props.index]?.value ?? Number.POSITIVE_INFINITY,
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (value() !== undefined) props.onDone(value());
  };
  return (
    <form onSubmit={submit}>
      <BetweenField
        {...props}
        label={t("parts.authority.splitAt")}
        value={value()}
        room={room()}
        onTake={setValue}
      />
      <Button type="submit" disabled={value() === undefined}>
        {t("parts.authority.splitNow")}
      </Button>
    </form>
  );
}
