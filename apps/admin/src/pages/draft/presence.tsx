import { useQuery } from "@tanstack/solid-query";
import { For, type JSX, Show } from "solid-js";
import type { DraftVisitor } from "../../api/answers.ts";
import { meQuery } from "../../api/queries.ts";
import { stepsOf } from "../../document/pointer.ts";
import { useWords } from "../../words/words.tsx";
import { createPresence } from "./create-presence.ts";
import type { DraftSession } from "./draft-session.ts";
import { placeName } from "./place-name.ts";
import { usePlaceWords } from "./use-place-words.ts";

/** Who else has the draft open, and at which part. */
export function Presence(props: { readonly session: DraftSession; readonly place: string }): JSX.Element {
  const { t } = useWords();
  const others = createPresence(props);
  return (
    <div class="presence-line" role="status">
      <Show when={others().length > 0}>
        <ul class="presence" aria-label={t("presence.label")}>
          <For each={others()}>{(other) => <Visitor session={props.session} visitor={other} />}</For>
        </ul>
      </Show>
    </div>
  );
}

function Visitor(props: { readonly session: DraftSession; readonly visitor: DraftVisitor }): JSX.Element {
  const { t } = useWords();
  const me = useQuery(meQuery);
  const words = usePlaceWords();
  const who = (): string =>
    props.visitor.account === `user:${me.data?.id}`
      ? t("presence.you")
      : (props.visitor.person ?? t("clash.somebody"));
  const text = (): string => {
    const { place } = props.visitor;
    if (place === null) return t("presence.here", { who: who() });
    const name = placeName(props.session.document(), stepsOf(place), words());
    return t("presence.at", { who: who(), place: name });
  };
  return <li title={props.visitor.name}>{text()}</li>;
}
