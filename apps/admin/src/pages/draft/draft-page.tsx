import { useParams } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { type JSX, Show, untrack } from "solid-js";
import { unwrap } from "solid-js/store";
import type { Draft } from "../../api/answers.ts";
import { draftQuery } from "../../api/queries.ts";
import { useMay } from "../../api/use-may.ts";
import { usePolicyTitle } from "../../api/use-policy-title.ts";
import { Loaded } from "../../parts/loaded.tsx";
import { createDraftSession } from "./draft-session.ts";
import "./draft.css";
import { Workspace } from "./workspace.tsx";

/** The workspace of one draft. */
export function DraftPage(): JSX.Element {
  const params = useParams<{ readonly id: string; readonly draft: string }>();
  const draft = useQuery(() => draftQuery(params.draft));
  const titleOf = usePolicyTitle();
  return (
    <Loaded query={draft}>
      {(found) => (
        <Show when={found().id} keyed>
          {(_id) => <Opened title={titleOf(params.id)} draft={found()} />}
        </Show>
      )}
    </Loaded>
  );
}

/** One draft from when it is opened on: what is edited stays, whatever is asked of the service besides. */
function Opened(props: { readonly title: string; readonly draft: Draft }): JSX.Element {
  const may = useMay();
  const session = createDraftSession(
    untrack(() => unwrap(props.draft)),
    () => may("drafts:write"),
  );
  return <Workspace title={props.title} session={session} />;
}
