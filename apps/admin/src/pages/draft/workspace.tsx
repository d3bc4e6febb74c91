import { useSearchParams } from "@solidjs/router";
import { type JSX, Show, createSignal, onCleanup } from "solid-js";
import { tinykeys } from "tinykeys";
import { LiveProvider, useLive } from "../../live/live.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { type JsonObject, stepsOf } from "../../document/pointer.ts";
import { type Command, offerCommands } from "../../shell/commands.ts";
import { isComposing, isTyping } from "../../shell/keys.ts";
import { useWords } from "../../words/words.tsx";
import { createAim } from "./aim.ts";
import { Clashes } from "./clashes.tsx";
import { Dock } from "./dock/dock.tsx";
import { DraftBar } from "./draft-bar.tsx";
import type { DraftSession } from "./draft-session.ts";
import { Editor } from "./editors/editor.tsx";
import { EffectStrip } from "./effect/effect-strip.tsx";
import { createHandIn } from "./hand-in/create-hand-in.ts";
import { HandIn } from "./hand-in/hand-in.tsx";
import { Leaving } from "./leaving.tsx";
import { objectsOf } from "../../document/objects.ts";
import { Outline } from "./outline.tsx";
import { placeName } from "../../document/place-name.ts";
import { Presence } from "./presence.tsx";
import { ReadOnly } from "./read-only.tsx";
import { Returned } from "./returned.tsx";
import { usePlaceWords } from "../../document/use-place-words.ts";

/** What stands for the whole document in an address, where its own pointer would be nothing. */
const WHOLE = "#";

/** Outline, editor and dock over one draft. What is being edited stands in the address, as a JSON pointer. */
export function Workspace(props: { readonly title: string; readonly session: DraftSession }): JSX.Element {
  return (
    <LiveProvider draft={props.session.draft()} document={props.session.document()}>
      <Parts title={props.title} session={props.session} />
    </LiveProvider>
  );
}

function Parts(props: { readonly title: string; readonly session: DraftSession }): JSX.Element {
  const { t } = useWords();
  const live = useLive();
  const [asked, ask] = useSearchParams<{ readonly at?: string }>();
  const [trouble, setTrouble] = createSignal<unknown>();
  const at = (): string => (asked.at === WHOLE ? "" : (asked.at ?? "/title"));
  const { ref, go, aim } = createAim({
    at,
    ask: (pointer) => ask({ at: pointer === "" ? WHOLE : pointer }),
  });
  const tried = async (work: () => Promise<void>): Promise<void> => {
    setTrouble(undefined);
    await work().catch((error: unknown) => setTrouble(error));
  };
  /** Goes to the next problem after the one that is shown, or the one before it. */
  const goToProblem = (step: 1 | -1): void => {
    const next = placeAfter(at(), { places: live.diagnostics().map((one) => one.at), step });
    if (next !== undefined) go(next);
  };
  const handIn = createHandIn(() => props.session);
  const undo = (): void => void tried(props.session.undo);
  const redo = (): void => void tried(props.session.redo);
  listenToKeys({ goToProblem, undo, redo });
  offerObjects({ document: () => props.session.document(), go });
  return (
    <div class="workspace">
      <DraftBar
        title={props.title}
        session={props.session}
        onUndo={undo}
        onRedo={redo}
        onSubmit={() => void tried(handIn.begin)}
      />
      <Show when={trouble()}>{(error) => <Trouble error={error()} />}</Show>
      <Show when={handIn.isOpen()}>
        <HandIn session={props.session} onClose={handIn.close} onGo={go} onRefused={setTrouble} />
      </Show>
      <Presence session={props.session} place={at()} />
      <Clashes session={props.session} />
      <Returned session={props.session} />
      <Show when={props.session.mayEdit() && props.session.draft().state !== "draft"}>
        <p class="notice">{t("draft.editVoids")}</p>
      </Show>
      <Leaving session={props.session} />
      <div class="workspace-parts">
        <Outline session={props.session} at={at()} onGo={go} onChoose={aim} />
        <section
          ref={ref}
          class="card editor"
          aria-label={t("draft.editor")}
          tabindex={props.session.mayEdit() ? undefined : 0}
        >
          <Show
            when={props.session.mayEdit()}
            fallback={
              <ReadOnly draft={props.session.draft()}>
                <Editor session={props.session} at={at()} />
              </ReadOnly>
            }
          >
            <Editor session={props.session} at={at()} />
          </Show>
        </section>
        <Dock session={props.session} at={at()} onGo={go} onNextProblem={() => goToProblem(1)} />
      </div>
      <EffectStrip onOpen={() => ask({ dock: "effect" }, { replace: true })} />
    </div>
  );
}

/** The place so many steps on from one among some, round and round; the first of them where it is none of them. */
function placeAfter(
  at: string,
  { places, step }: { readonly places: readonly string[]; readonly step: 1 | -1 },
): string | undefined {
  const here = places.indexOf(at);
  return here === -1 ? places[0] : places[(here + step + places.length) % places.length];
}

/** The keys of the whole workspace, wherever the cursor is. */
function listenToKeys(does: {
  readonly goToProblem: (step: 1 | -1) => void;
  readonly undo: () => void;
  readonly redo: () => void;
}): void {
  const on =
    (work: () => void) =>
    (event: KeyboardEvent): void => {
      event.preventDefault();
      work();
    };
  /** What undoes typing in a field is the field's own. */
  const outsideFields =
    (work: () => void) =>
    (event: KeyboardEvent): void => {
      if (!isTyping(event) || isInSelectedCell(event)) on(work)(event);
    };
  const stop = tinykeys(
    window,
    {
      F8: on(() => does.goToProblem(1)),
      "Shift+F8": on(() => does.goToProblem(-1)),
      "$mod+Z": outsideFields(does.undo),
      "$mod+Shift+Z": outsideFields(does.redo),
      "$mod+Y": outsideFields(does.redo),
    },
    { ignore: isComposing },
  );
  onCleanup(stop);
}

/** Whether a key goes to a cell of a table that is only selected: its field holds no text of its own to undo. */
function isInSelectedCell({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.matches(".grid-input:not([data-editing])");
}

/** Lets the palette lead to every part of the document. */
function offerObjects(given: {
  readonly document: () => JsonObject;
  readonly go: (pointer: string) => void;
}): void {
  const { language } = useWords();
  const words = usePlaceWords();
  const objects = (): readonly Command[] =>
    objectsOf(given.document()).map(({ pointer, name, also }) => ({
      id: `at:${pointer}`,
      group: "here",
      name: name[language()],
      also,
      hint: placeName(given.document(), stepsOf(pointer).slice(0, 1), words()),
      run: () => given.go(pointer),
    }));
  offerCommands(objects);
}
