import { A } from "@solidjs/router";
import { For, type JSX, Show } from "solid-js";
import IconClosed from "~icons/lucide/chevron-right";
import type { AuditEventView } from "../../api/answers.ts";
import { useMay } from "../../api/use-may.ts";
import { formatInstantWithSeconds } from "../../format/format.ts";
import { useWords } from "../../words/words.tsx";
import { EventDetail } from "./event-detail.tsx";
import { objectPage } from "./object-page.ts";
import { useEventWords } from "./use-event-words.ts";

/** Events, each of which opens to what it changed. */
export function EventTable(props: {
  readonly events: readonly AuditEventView[];
  /** The number of the event that is opened. */
  readonly open: number | undefined;
  readonly onToggle: (event: number) => void;
}): JSX.Element {
  const { t } = useWords();
  return (
    <div class="card overflow">
      <table class="table audit-table">
        <thead>
          <tr>
            <th scope="col">{t("audit.when")}</th>
            <th scope="col">{t("audit.who")}</th>
            <th scope="col">{t("audit.what")}</th>
            <th scope="col">{t("audit.object")}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.events}>
            {(event) => (
              <EventRows
                event={event}
                isOpen={props.open === event.id}
                onToggle={() => props.onToggle(event.id)}
              />
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}

function EventRows(props: {
  readonly event: AuditEventView;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}): JSX.Element {
  const { language } = useWords();
  const words = useEventWords();
  const detail = (): string => `event-${props.event.id}`;
  return (
    <>
      <tr data-open={props.isOpen}>
        <td>
          <button
            type="button"
            class="audit-open"
            aria-expanded={props.isOpen}
            aria-controls={props.isOpen ? detail() : undefined}
            onClick={() => props.onToggle()}
          >
            <IconClosed aria-hidden="true" />
            {formatInstantWithSeconds(props.event.at, language())}
          </button>
        </td>
        <td class="audit-id" title={props.event.actor.id}>
          {words.actor(props.event.actor)}
        </td>
        <td>{words.action(props.event.action)}</td>
        <td class="audit-id" title={props.event.object.id}>
          {words.kind(props.event.object.kind)} <ObjectName object={props.event.object} />
        </td>
      </tr>
      <Show when={props.isOpen}>
        <tr class="audit-detail">
          <td id={detail()} colspan="4">
            <EventDetail event={props.event} />
          </td>
        </tr>
      </Show>
    </>
  );
}

/** What an object is called, as the way to its page where it has one that the reader may see. */
function ObjectName(props: { readonly object: AuditEventView["object"] }): JSX.Element {
  const { t } = useWords();
  const may = useMay();
  const words = useEventWords();
  const page = () => {
    const found = objectPage(props.object);
    return found && may(found.permission) ? found : undefined;
  };
  const name = (): string => words.object(props.object);
  return (
    <Show when={page()} fallback={name()}>
      {(found) => <A href={found().href}>{name() || t("audit.toPage")}</A>}
    </Show>
  );
}
