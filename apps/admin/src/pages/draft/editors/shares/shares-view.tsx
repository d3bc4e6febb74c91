import { For, type JSX, Show, createMemo } from "solid-js";
import { useWords } from "../../../../words/words.tsx";
import type { DraftSession } from "../../draft-session.ts";
import { ShareGroupEditor } from "./share-group.tsx";
import { shareGroups } from "./shares.ts";
import "./shares.css";

/** Who bears how much of the loss: every claim, those that are made together in one bar. */
export function SharesView(props: {
  readonly session: DraftSession;
  /** Only the claims of this table. */
  readonly table?: string;
}): JSX.Element {
  const { t } = useWords();
  const groups = createMemo(() =>
    shareGroups(props.session.document()).filter(
      ({ table }) => props.table === undefined || table === props.table,
    ),
  );
  const keys = createMemo(() => groups().map(({ key }) => key));
  return (
    <div class="shares">
      <Show when={props.table === undefined}>
        <h2>{t("parts.names.shareList")}</h2>
        <p class="soft">{t("parts.shares.intro")}</p>
      </Show>
      <For each={keys()} fallback={<p class="soft">{t("parts.shares.none")}</p>}>
        {(key) => (
          <Show when={groups().find((group) => group.key === key)}>
            {(group) => <ShareGroupEditor session={props.session} group={group()} />}
          </Show>
        )}
      </For>
    </div>
  );
}
