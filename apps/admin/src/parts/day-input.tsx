import { type DayTrouble, parseDay, readWrittenDay } from "@evenhand/domain";
import { type JSX, Show, createSignal, createUniqueId, lazy } from "solid-js";
import IconCalendar from "~icons/lucide/calendar";
import { formatDay } from "../format/format.ts";
import { isComposing } from "../shell/keys.ts";
import { useWords } from "../words/words.tsx";
import "./day.css";

const DayCalendar = lazy(async () => ({ default: (await import("./day-calendar.tsx")).DayCalendar }));

export type DayInputOf = {
  /** What the day is of; with an `id`, a label of the page says it as well. */
  readonly label: string;
  readonly id?: string;
  /** `2026-07-10`. Anything else is shown as it stands, and said to be no day. */
  readonly value: string;
  readonly onDay: (day: string) => void;
  /** What was typed could not be read; it stays as it was typed, for whoever typed it to mend. */
  readonly onUnread?: (text: string) => void;
  /** Nothing is wanted; without it an empty field is one to mend. */
  readonly onClear?: () => void;
  /** The first day that the calendar offers. */
  readonly min?: string | undefined;
  readonly isWrong?: boolean;
  readonly describedBy?: string | undefined;
  /** The place in a draft whose value it edits, as a JSON pointer. */
  readonly at?: string | undefined;
};

type Fault = DayTrouble | "empty";

/** A day, written as the language writes it: typed in whatever way people write days, or chosen from a calendar. */
export function DayInput(props: DayInputOf): JSX.Element {
  const { t, language } = useWords();
  const id = createUniqueId();
  const [typing, setTyping] = createSignal<string>();
  // What could not be read, for as long as the day it was typed over stays the same.
  const [unread, setUnread] = createSignal<{ readonly text: string; readonly over: string }>();
  const left = (): string | undefined => (unread()?.over === props.value ? unread()?.text : undefined);
  const stored = (): string => (isDay(props.value) ? formatDay(props.value, language()) : props.value);
  const settled = (): string => left() ?? stored();
  const shown = (): string => typing() ?? settled();
  const fault = (): Fault | undefined => {
    const text = left();
    if (text !== undefined) return faultIn(text);
    return props.value === "" || isDay(props.value) ? undefined : faultIn(props.value);
  };
  const forget = (): void => {
    setTyping(undefined);
    setUnread(undefined);
  };
  const choose = (day: string): void => {
    forget();
    props.onDay(day);
  };
  const clear = (): void => {
    forget();
    props.onClear?.();
  };
  const keep = (text: string): void => {
    props.onUnread?.(text);
    setTyping(undefined);
    setUnread({ text, over: props.value });
  };
  const leave = (): void => {
    const text = typing()?.trim();
    const day = dayIn(text ?? "");
    if (text === undefined || text === settled()) setTyping(undefined);
    else if (day !== undefined) choose(day);
    else if (text === "" && props.onClear) clear();
    else keep(text);
  };
  const describedBy = (): string | undefined =>
    [props.describedBy, fault() && `${id}-fault`].filter(Boolean).join(" ") || undefined;
  return (
    <>
      <span class="day-input">
        <input
          id={props.id}
          data-at={props.at}
          type="text"
          autocomplete="off"
          aria-label={props.id === undefined ? props.label : undefined}
          aria-invalid={fault() !== undefined || props.isWrong === true}
          aria-describedby={describedBy()}
          value={shown()}
          onInput={(event) => setTyping(event.currentTarget.value)}
          onKeyDown={(event) => event.key === "Enter" && !isComposing(event) && leave()}
          onBlur={leave}
        />
        <Calendar {...props} shown={shown()} onDay={choose} />
      </span>
      <Show when={fault()}>
        {(what) => (
          <span id={`${id}-fault`} class="day-fault" role="alert">
            {t(`day.fault.${what()}`)}
          </span>
        )}
      </Show>
    </>
  );
}

function isDay(text: string): boolean {
  return parseDay(text) !== undefined;
}

function dayIn(text: string): string | undefined {
  const read = readWrittenDay(text);
  return "day" in read && read.rest === "" ? read.day : undefined;
}

function faultIn(text: string): Fault {
  if (text === "") return "empty";
  const read = readWrittenDay(text);
  return "trouble" in read ? read.trouble : "no-day";
}

/** The button that opens a calendar below the field, and the calendar, which is fetched when it is first opened. */
function Calendar(props: DayInputOf & { readonly shown: string }): JSX.Element {
  const { t } = useWords();
  const id = createUniqueId();
  const [isOpen, setIsOpen] = createSignal(false);
  let button: HTMLButtonElement | undefined;
  let popup: HTMLDivElement | undefined;
  const connect = (element: HTMLDivElement): void => {
    popup = element;
    element.addEventListener("beforetoggle", () => button && placeAt(element, button));
    element.addEventListener("toggle", () => setIsOpen(element.matches(":popover-open")));
    element.addEventListener("focusout", ({ relatedTarget }) => {
      const isBeside = relatedTarget instanceof Node && !element.contains(relatedTarget);
      if (isBeside && relatedTarget !== button) element.hidePopover();
    });
    // What closes the calendar closes nothing around it.
    element.addEventListener("keydown", (event) => event.key === "Escape" && event.stopPropagation());
  };
  return (
    <>
      <button
        ref={(element) => (button = element)}
        type="button"
        popovertarget={id}
        aria-haspopup="dialog"
        aria-label={props.shown === "" ? t("day.calendar") : t("day.change", { day: props.shown })}
        title={t("day.calendar")}
      >
        <IconCalendar aria-hidden="true" />
      </button>
      <div
        id={id}
        ref={connect}
        class="day-popup"
        popover="auto"
        role="dialog"
        aria-label={isOpen() ? props.label : undefined}
      >
        <Show when={isOpen()}>
          <DayCalendar
            day={props.value}
            min={props.min}
            onChoose={(day) => {
              popup?.hidePopover();
              props.onDay(day);
            }}
          />
        </Show>
      </div>
    </>
  );
}

/** As large as the calendar becomes, in CSS pixels, with some room around it. */
const WIDTH = 320;
const HEIGHT = 400;
const GAP = 4;

/** Puts what opens below the field, or above it where there is no room; never out of the window. */
function placeAt(popup: HTMLElement, button: HTMLElement): void {
  const field = (button.parentElement ?? button).getBoundingClientRect();
  const isBelow = field.bottom + HEIGHT <= window.innerHeight || field.top < HEIGHT;
  popup.style.left = `${Math.max(GAP, Math.min(field.left, window.innerWidth - WIDTH)) + window.scrollX}px`;
  popup.style.top = isBelow ? `${field.bottom + GAP + window.scrollY}px` : "auto";
  popup.style.bottom = isBelow ? "auto" : `${window.innerHeight - field.top + GAP - window.scrollY}px`;
}
