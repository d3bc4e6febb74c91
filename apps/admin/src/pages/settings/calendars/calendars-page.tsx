import { BETWEEN_SOURCES, whoMay } from "@evenhand/domain";
import { useSearchParams } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { For, type JSX, Show } from "solid-js";
import { type CalendarInUse, calendarsQuery } from "../../../api/ground-queries.ts";
import { useMay } from "../../../api/use-may.ts";
import { formatDay, today } from "../../../format/format.ts";
import { Button } from "../../../parts/button.tsx";
import { Loaded } from "../../../parts/loaded.tsx";
import { useWords } from "../../../words/words.tsx";
import { useRoleNames } from "../parts/role-names.ts";
import { Section } from "../parts/section.tsx";
import { SelectField } from "../../../parts/select-field.tsx";
import { CalendarVersions } from "./calendar-versions.tsx";
import "./calendars.css";
import { YearImport } from "./year-import.tsx";
import { YearView } from "./year-view.tsx";

/** The calendars of working days. Calendar, year and whether a year is being taken in stand in the address. */
export function CalendarsPage(): JSX.Element {
  return (
    <Section id="calendars">
      <Calendars />
    </Section>
  );
}

function Calendars(): JSX.Element {
  const calendars = useQuery(calendarsQuery);
  const [asked] = useSearchParams<{ readonly calendar?: string }>();
  return (
    <Loaded query={calendars}>
      {(all) => (
        <Show when={all().find(({ document }) => document.id === asked.calendar) ?? all()[0]}>
          {(calendar) => <OneCalendar calendar={calendar()} calendars={all()} />}
        </Show>
      )}
    </Loaded>
  );
}

function OneCalendar(props: {
  readonly calendar: CalendarInUse;
  readonly calendars: readonly CalendarInUse[];
}): JSX.Element {
  const { t, local, language } = useWords();
  const [asked, ask] = useSearchParams<{ readonly year?: string; readonly import?: string }>();
  const years = (): readonly number[] => {
    const { from, to } = props.calendar.document.coverage;
    const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
    return Array.from({ length: last - first + 1 }, (_, index) => last - index);
  };
  const year = (): number =>
    years().find((one) => String(one) === (asked.year ?? today().slice(0, 4))) ?? years()[0] ?? 0;
  return (
    <>
      <div class="card form">
        <div class="columns">
          <SelectField
            label={t("calendars.calendar")}
            value={props.calendar.document.id}
            options={props.calendars.map(({ document }) => ({
              value: document.id,
              label: local(document.title),
            }))}
            onChange={(id) => ask({ calendar: id, year: undefined })}
          />
          <SelectField
            label={t("calendars.year")}
            value={String(year())}
            options={years().map((one) => ({ value: String(one), label: String(one) }))}
            onChange={(one) => ask({ year: one })}
          />
        </div>
        <p>
          {t("calendars.covers", {
            version: props.calendar.document.version,
            from: formatDay(props.calendar.document.coverage.from, language()),
            to: formatDay(props.calendar.document.coverage.to, language()),
          })}
        </p>
        <ImportButton onImport={() => ask({ import: "yes" })} isOpen={asked.import !== undefined} />
      </div>
      <Show when={asked.import !== undefined}>
        <YearImport calendar={props.calendar} onClose={() => ask({ import: undefined })} />
      </Show>
      <YearView calendar={props.calendar.document} year={year()} />
      <CalendarVersions id={props.calendar.document.id} />
      <details>
        <summary>{t("calendars.source")}</summary>
        <For each={props.calendar.document.source.split(BETWEEN_SOURCES)}>
          {(part) => <p class="soft">{part}</p>}
        </For>
      </details>
    </>
  );
}

/** Taking a year in is for whoever publishes; others are told who does. */
function ImportButton(props: { readonly isOpen: boolean; readonly onImport: () => void }): JSX.Element {
  const { t } = useWords();
  const may = useMay();
  const rolesNamed = useRoleNames();
  return (
    <Show
      when={may("policies:publish")}
      fallback={
        <p class="soft">{t("settings.onlyRead", { roles: rolesNamed(whoMay("policies:publish").roles) })}</p>
      }
    >
      <Show when={!props.isOpen}>
        <div>
          <Button kind="main" onClick={() => props.onImport()}>
            {t("calendars.begin")}
          </Button>
        </div>
      </Show>
    </Show>
  );
}
