import { useSearchParams } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { For, type JSX, Show } from "solid-js";
import { formatDay, formatInstant } from "../../../format/format.ts";
import { Button } from "../../../parts/button.tsx";
import { Loaded } from "../../../parts/loaded.tsx";
import { Tag } from "../../../parts/tag.tsx";
import { useWords } from "../../../words/words.tsx";
import { type CalendarVersion, calendarVersionsQuery } from "./calendar-queries.ts";
import { ChangeList } from "./change-list.tsx";
import { dayChanges } from "./day-changes.ts";

/** Every version of a calendar with what it changed; an old one stays for what was decided by it. */
export function CalendarVersions(props: { readonly id: string }): JSX.Element {
  const { t } = useWords();
  const versions = useQuery(() => calendarVersionsQuery(props.id));
  return (
    <section class="card form" aria-labelledby="calendar-versions">
      <h3 id="calendar-versions">{t("calendars.versions")}</h3>
      <p class="soft">{t("calendars.versionsText")}</p>
      <Loaded query={versions}>
        {(all) => (
          <ul class="plain-list versions">
            <For each={all()}>
              {(version, index) => (
                <Version version={version} before={all()[index() + 1]} isInUse={index() === 0} />
              )}
            </For>
          </ul>
        )}
      </Loaded>
    </section>
  );
}

function Version(props: {
  readonly version: CalendarVersion;
  readonly before: CalendarVersion | undefined;
  readonly isInUse: boolean;
}): JSX.Element {
  const { t, language } = useWords();
  const [asked, ask] = useSearchParams<{ readonly changes?: string }>();
  const isShown = () => asked.changes === props.version.hash;
  return (
    <li>
      <strong>{t("policies.versionName", { version: props.version.document.version })}</strong>{" "}
      <Show when={props.isInUse}>
        <Tag tone="good">{t("calendars.inUse")}</Tag>
      </Show>{" "}
      <span class="soft">
        {t("calendars.since", {
          at: formatInstant(props.version.inUseSince, language()),
          until: formatDay(props.version.document.coverage.to, language()),
        })}
      </span>
      <Show when={props.before}>
        {(before) => (
          <>
            <Button
              kind="quiet"
              aria-expanded={isShown()}
              onClick={() => ask({ changes: isShown() ? undefined : props.version.hash })}
            >
              {t("calendars.whatChanged", { version: before().document.version })}
            </Button>
            <Show when={isShown()}>
              <ChangeList
                changes={dayChanges(before().document, props.version.document)}
                whenNone={t("calendars.noDayChanged")}
              />
            </Show>
          </>
        )}
      </Show>
    </li>
  );
}
