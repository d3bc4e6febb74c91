import { pointer, yearProblems, yearsFor } from "@evenhand/domain";
import { useMutation, useQueryClient } from "@tanstack/solid-query";
import { For, type JSX, Show, createMemo, createSignal, createUniqueId, untrack } from "solid-js";
import { formatDayWithWeekday } from "../../../format/format.ts";
import { Button } from "../../../parts/button.tsx";
import { FileField } from "../../../parts/file-field.tsx";
import { TextField } from "../../../parts/text-field.tsx";
import { Trouble } from "../../../parts/trouble.tsx";
import { useWords } from "../../../words/words.tsx";
import { SelectField } from "../../../parts/select-field.tsx";
import type { CalendarInUse } from "../../../api/ground-queries.ts";
import { takeInYear } from "./calendar-queries.ts";
import { ChangeList } from "./change-list.tsx";
import { dayChanges } from "./day-changes.ts";
import { type ReadDays, readDays } from "./read-days.ts";

/** Takes the announced days of a year in: pasted or from a file, read line by line, shown as what would change. */
export function YearImport(props: {
  readonly calendar: CalendarInUse;
  readonly onClose: () => void;
}): JSX.Element {
  const { t } = useWords();
  const queries = useQueryClient();
  const bounds = () => yearsFor(props.calendar.document);
  const [year, setYear] = createSignal(untrack(() => bounds().last));
  const [text, setText] = createSignal("");
  const [source, setSource] = createSignal("");
  const read = createMemo(() => readDays(text(), year()));
  const taken = () => ({
    year: year(),
    holidays: read().holidays,
    makeUpDays: read().makeUpDays,
    source: source(),
  });
  const problems = () => yearProblems(props.calendar.document, taken());
  const isSourceWrong = () => problems().some(({ at }) => at === pointer("source"));
  const isReady = () =>
    text().trim() !== "" && source().trim() !== "" && read().problems.length === 0 && problems().length === 0;
  const taking = useMutation(() => ({
    mutationFn: () => takeInYear(props.calendar, taken()),
    onSuccess: async () => {
      props.onClose();
      await queries.invalidateQueries({ queryKey: ["calendars"] });
    },
  }));
  return (
    <section class="card form" aria-labelledby="import">
      <h3 id="import">{t("calendars.importTitle")}</h3>
      <p>{t("calendars.importText")}</p>
      <div class="columns">
        <SelectField
          label={t("calendars.year")}
          value={String(year())}
          options={yearsDown(bounds()).map((one) => ({ value: String(one), label: String(one) }))}
          onChange={(one) => setYear(Number(one))}
        />
        <TextField
          label={t("calendars.announced")}
          hint={t(isSourceWrong() ? "calendars.announcedWrong" : "calendars.announcedHint")}
          isWrong={isSourceWrong()}
          value={source()}
          onInput={setSource}
        />
      </div>
      <DaysField text={text()} onInput={setText} />
      <Show when={text().trim() !== ""}>
        <Preview read={read()} calendar={props.calendar} year={year()} />
      </Show>
      <Show when={taking.isError}>
        <Trouble error={taking.error} />
      </Show>
      <div class="tools">
        <Button onClick={() => props.onClose()}>{t("settings.cancel")}</Button>
        <Button kind="main" disabled={!isReady() || taking.isPending} onClick={() => taking.mutate()}>
          {t("calendars.take")}
        </Button>
      </div>
    </section>
  );
}

function yearsDown({ first, last }: { readonly first: number; readonly last: number }): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => last - index);
}

function DaysField(props: { readonly text: string; readonly onInput: (text: string) => void }): JSX.Element {
  const { t } = useWords();
  const id = createUniqueId();
  return (
    <>
      <div class="field">
        <label for={id}>{t("calendars.days")}</label>
        <textarea
          id={id}
          rows="8"
          value={props.text}
          aria-describedby={`${id}-hint`}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
        <span id={`${id}-hint`} data-part="hint">
          {t("calendars.daysHint")}
        </span>
      </div>
      <FileField
        label={t("calendars.file")}
        accept=".txt,.csv,.json,text/plain,text/csv,application/json"
        onFile={(file) => void file.text().then(props.onInput)}
      />
    </>
  );
}

/** What was read and what would change; what could not be read, line by line. */
function Preview(props: {
  readonly read: ReadDays;
  readonly calendar: CalendarInUse;
  readonly year: number;
}): JSX.Element {
  const { t, language } = useWords();
  const changes = () => {
    const ofYear = (day: string): boolean => day.startsWith(String(props.year));
    const { holidays, makeUpDays } = props.calendar.document;
    return dayChanges(
      { holidays: holidays.filter(ofYear), makeUpDays: makeUpDays.filter(ofYear) },
      props.read,
    );
  };
  return (
    <div class="form" role="status">
      <Show when={props.read.problems.length > 0}>
        <div class="trouble">
          <strong>{t("calendars.unread", { count: props.read.problems.length })}</strong>
          <ul>
            <For each={props.read.problems}>
              {(problem) => (
                <li>{t(`calendars.lines.${problem.trouble}`, { line: problem.line, text: problem.text })}</li>
              )}
            </For>
          </ul>
        </div>
      </Show>
      <p>
        {t("calendars.read", {
          holidays: props.read.holidays.length,
          makeUpDays: props.read.makeUpDays.length,
        })}
      </p>
      <Show when={props.read.needless.length > 0}>
        <p class="soft">
          {t("calendars.needless", {
            days: props.read.needless.map((day) => formatDayWithWeekday(day, language())).join(" · "),
          })}
        </p>
      </Show>
      <h4>{t("calendars.wouldChange")}</h4>
      <ChangeList changes={changes()} whenNone={t("calendars.noDayChanged")} />
    </div>
  );
}
