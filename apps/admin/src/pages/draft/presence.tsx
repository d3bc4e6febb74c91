import { useQuery } from "@tanstack/solid-query";
import { For, type JSX, Show } from "solid-js";
import type { DraftVisitor } from "../../api/answers.ts";
import { meQuery } from "../../api/queries.ts";
import { partAt, placeName } from "../../document/place-name.ts";
import { usePlaceWords } from "../../document/use-place-words.ts";
import { useWords } from "../../words/words.tsx";
import { createPresence } from "./create-presence.ts";
import type { DraftSession } from "./draft-session.ts";
import { VIEWS } from "./outline/outline-groups.ts";

const VIEW_WORDS = ["deadlines", "authorities", "shareList"] as const;

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
  const viewName = (place: string): string | undefined => {
    const view = VIEW_WORDS.find((word) => VIEWS[word] === place);
    return view && t(`parts.names.${view}`);
  };
  const partName = (place: string): string => placeName(props.session.document(), partAt(place), words());
  const text = (): string => {
    const { place } = props.visitor;
    if (place === null) return t("presence.here", { who: who() });
    return t("presence.at", { who: who(), place: viewName(place) ?? partName(place) });
  };
  return <li title={props.visitor.name}>{text()}</li>;
}
