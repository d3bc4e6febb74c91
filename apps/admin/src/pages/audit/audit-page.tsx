import { useQuery } from "@tanstack/solid-query";
import { type JSX, Show } from "solid-js";
import type { AuditPage as Page } from "../../api/answers.ts";
import { formatDay } from "../../format/format.ts";
import { Button } from "../../parts/button.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { useWords } from "../../words/words.tsx";
import { useAsked } from "./asked.ts";
import { eventsQuery } from "./audit-queries.ts";
import "./audit.css";
import { EventStrip } from "./event-strip.tsx";
import { EventTable } from "./event-table.tsx";
import { Export } from "./export.tsx";
import { Filters } from "./filters.tsx";
import { Paging } from "./paging.tsx";
import { Verify } from "./verify/verify.tsx";

/** Who did what, when, to what. What is asked for stands in the address. */
export function AuditPage(): JSX.Element {
  const { t } = useWords();
  const address = useAsked();
  const events = useQuery(() => eventsQuery(address.asked(), address.before()));
  return (
    <>
      <div>
        <h1>{t("audit.title")}</h1>
        <p class="soft">{t("audit.intro")}</p>
      </div>
      <Verify />
      <Filters
        asked={address.asked()}
        actors={actorsIn(events.data)}
        isFiltered={address.isFiltered()}
        onAsk={address.ask}
        onClear={address.clear}
      />
      <EventStrip asked={address.asked()} />
      <Loaded query={events}>
        {(page) => (
          <section class="audit-events" aria-label={t("audit.events")} aria-busy={events.isPlaceholderData}>
            <Show
              when={page().events.length > 0}
              fallback={<NoEvents isFiltered={address.isFiltered()} onClear={address.clear} />}
            >
              <EventTable events={page().events} open={address.open()} onToggle={address.toggle} />
            </Show>
            <Paging next={page().next} />
            <Show when={page().events.length > 0}>
              <Export asked={address.asked()} />
            </Show>
          </section>
        )}
      </Loaded>
    </>
  );
}

function NoEvents(props: { readonly isFiltered: boolean; readonly onClear: () => void }): JSX.Element {
  const { t, language } = useWords();
  const address = useAsked();
  const isBackwards = (): boolean => (address.asked().from ?? "") > (address.asked().to ?? "9999");
  return (
    <p class="card none" role="status">
      <Show when={props.isFiltered} fallback={t("audit.noneYet")}>
        {isBackwards()
          ? t("audit.backwards", {
              from: formatDay(address.asked().from ?? "", language()),
              to: formatDay(address.asked().to ?? "", language()),
            })
          : t("audit.none")}
        <Button kind="quiet" onClick={() => props.onClear()}>
          {t("audit.clear")}
        </Button>
      </Show>
    </p>
  );
}

/** The actors of the events that are shown, as the service names them. */
function actorsIn(page: Page | undefined): readonly string[] {
  return [...new Set(page?.events.map(({ actor }) => `${actor.kind}:${actor.id}`))];
}
