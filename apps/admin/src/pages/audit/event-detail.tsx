import { A } from "@solidjs/router";
import { For, type JSX, Show } from "solid-js";
import type { AuditEventView } from "../../api/answers.ts";
import { useWords } from "../../words/words.tsx";
import { useAsked } from "./asked.ts";
import { EventChanges } from "./event-changes.tsx";
import { eventGroups } from "./event-lines.ts";
import { useEventWords } from "./use-event-words.ts";

/** What an event changed, what it says of itself to the letter, and the ways on from it. */
export function EventDetail(props: { readonly event: AuditEventView }): JSX.Element {
  const { t } = useWords();
  const groups = () => eventGroups(props.event);
  return (
    <div class="audit-event">
      <Show when={groups().length > 0} fallback={<p class="soft">{t("audit.nothingMore")}</p>}>
        <EventChanges groups={groups()} hasBefore={props.event.before !== undefined} />
      </Show>
      <Letter event={props.event} />
      <Further event={props.event} />
      <details>
        <summary>{t("audit.json")}</summary>
        <pre class="code">{JSON.stringify(props.event, undefined, 2)}</pre>
      </details>
    </div>
  );
}

/** The event as the log names everything in it. */
function Letter(props: { readonly event: AuditEventView }): JSX.Element {
  const { t } = useWords();
  const rows = (): readonly (readonly [string, string])[] => [
    [t("audit.number"), String(props.event.id)],
    [t("audit.moment"), props.event.at],
    [t("audit.who"), `${props.event.actor.kind}:${props.event.actor.id}`],
    [t("audit.what"), props.event.action],
    [t("audit.object"), `${props.event.object.kind}:${props.event.object.id}`],
  ];
  return (
    <dl class="audit-letter">
      <For each={rows()}>
        {([name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd class="code">{value}</dd>
          </div>
        )}
      </For>
    </dl>
  );
}

function Further(props: { readonly event: AuditEventView }): JSX.Element {
  const { t } = useWords();
  const address = useAsked();
  const words = useEventWords();
  const none = {
    kind: undefined,
    id: undefined,
    actor: undefined,
    action: undefined,
    from: undefined,
    to: undefined,
    before: undefined,
    open: undefined,
  };
  const object = () => props.event.object;
  return (
    <ul class="audit-further">
      <li>
        <A href={address.addressOf({ ...none, kind: object().kind, id: object().id })}>
          {t("audit.onlyObject")}
        </A>
      </li>
      <li>
        <A href={address.addressOf({ ...none, actor: `${props.event.actor.kind}:${props.event.actor.id}` })}>
          {t("audit.onlyActor")}
        </A>
      </li>
      <li>
        <A href={address.addressOf({ ...none, action: props.event.action })}>
          {t("audit.onlyAction", { action: words.action(props.event.action) })}
        </A>
      </li>
      <li>
        <A
          href={address.addressOf({
            ...none,
            before: String(props.event.id + 1),
            open: String(props.event.id),
          })}
        >
          {t("audit.link")}
        </A>
      </li>
      <li>
        <a href={`/v1/audit-events/${props.event.id}/receipt`} download={`receipt-${props.event.id}.json`}>
          {t("audit.receipt")}
        </a>
      </li>
    </ul>
  );
}
