import { A, useNavigate } from "@solidjs/router";
import { type JSX, Show } from "solid-js";
import IconRedo from "~icons/lucide/redo-2";
import IconUndo from "~icons/lucide/undo-2";
import type { Draft } from "../../api/answers.ts";
import { Button } from "../../parts/button.tsx";
import { Tag } from "../../parts/tag.tsx";
import { checksAddress } from "../checks/content.ts";
import { useWords } from "../../words/words.tsx";
import { GiveUpDraft } from "../policy/give-up-draft.tsx";
import { type DraftSession, isOver } from "./draft-session.ts";
import { Saving } from "./saving.tsx";

/** Which draft this is and how it stands, undo and redo with what they would do, and handing it in. */
export function DraftBar(props: {
  readonly title: string;
  readonly session: DraftSession;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onSubmit: () => void;
}): JSX.Element {
  const { t } = useWords();
  const draft = () => props.session.draft();
  const isOvertaken = (): boolean =>
    !isOver(draft()) && (draft().newestVersion ?? 0) > (draft().baseVersion ?? 0);
  const undo = () => draft().undo;
  const redo = () => draft().redo;
  return (
    <header class="draft-bar">
      <div>
        <h1>{t("draft.title", { policy: props.title })}</h1>
        <p class="soft">
          <Tag>{t(`draftState.${draft().state}`)}</Tag>{" "}
          <Show when={draft().baseVersion}>
            {(version) => <>{t("draft.fromVersion", { version: version() })}</>}
          </Show>
          <Show when={isOvertaken()}>
            {" · "}
            <A href={`/reviews/${draft().id}`}>
              {t("draft.newerVersion", { version: draft().newestVersion ?? 0 })}
            </A>
          </Show>
        </p>
      </div>
      <div class="tools">
        <Show when={props.session.mayEdit()}>
          <Saving session={props.session} />
          <Button
            title={labelled("draft.undo", undo()) ?? t("draft.nothingToUndo")}
            aria-label={labelled("draft.undo", undo()) ?? t("draft.nothingToUndo")}
            disabled={undo() === null}
            onClick={() => props.onUndo()}
          >
            <IconUndo aria-hidden="true" />
          </Button>
          <Button
            title={labelled("draft.redo", redo()) ?? t("draft.nothingToRedo")}
            aria-label={labelled("draft.redo", redo()) ?? t("draft.nothingToRedo")}
            disabled={redo() === null}
            onClick={() => props.onRedo()}
          >
            <IconRedo aria-hidden="true" />
          </Button>
          <GiveUp session={props.session} />
        </Show>
        <ToChecks draft={draft()} />
        <Show
          when={draft().state === "draft" && props.session.mayEdit()}
          fallback={<A href={`/reviews/${draft().id}`}>{t("draft.toReview")}</A>}
        >
          <Button kind="main" onClick={() => props.onSubmit()}>
            {t("draft.submit")}
          </Button>
        </Show>
      </div>
    </header>
  );

  function labelled(key: "draft.undo" | "draft.redo", label: string | null): string | undefined {
    return label === null ? undefined : t(key, { label });
  }
}

function ToChecks(props: { readonly draft: Draft }): JSX.Element {
  const { t } = useWords();
  return (
    <A
      class="button"
      title={t("checks.openHint")}
      href={checksAddress(props.draft.policy, { draft: props.draft.id })}
    >
      {t("checks.open")}
    </A>
  );
}

/** What is not saved is given up with the draft, and there is nothing to edit any more. */
function GiveUp(props: { readonly session: DraftSession }): JSX.Element {
  const navigate = useNavigate();
  const leave = (): void => {
    props.session.discard();
    navigate(`/policies/${props.session.draft().policy}`);
  };
  return <GiveUpDraft draft={props.session.draft().id} onGivenUp={leave} />;
}
