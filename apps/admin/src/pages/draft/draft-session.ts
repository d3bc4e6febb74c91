import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";
import type { Doer, Draft, DraftStanding } from "../../api/answers.ts";
import { NoConnection, ProblemError } from "../../api/problem.ts";
import { send } from "../../api/send.ts";
import { isOtherAccount, isSessionOver } from "../../api/session.ts";
import { editLabel } from "../../document/edit-label.ts";
import { type Clash, isSame, merged } from "../../document/merge.ts";
import type { JsonObject } from "../../document/pointer.ts";
import { type Edit, type WhyWaiting, alike, applied, rebased, whyWaiting } from "./edits.ts";

/** How saving stands. */
export type SaveState =
  | { readonly kind: "saved"; readonly at: Date | undefined }
  | { readonly kind: "saving" }
  /** What is edited stays in this window until the service can be reached, answers, or knows who asks. */
  | { readonly kind: "waiting"; readonly why: WhyWaiting }
  /** Somebody else changed the same fields: nothing is saved until `choose` says whose stand. */
  | { readonly kind: "clashed"; readonly clashes: readonly Clash[]; readonly by: Doer }
  | { readonly kind: "refused"; readonly problem: ProblemError };

export type DraftSession = {
  /** The draft as the service has it: what is wrong with it, what can be undone. */
  readonly draft: Accessor<Draft>;
  /** The document as it is shown, the edits that are not saved yet included. */
  readonly document: Accessor<JsonObject>;
  readonly saving: Accessor<SaveState>;
  /** Whether whoever looks at the draft may change it; `edit`, `undo`, `redo` and `submit` do nothing where not. */
  readonly mayEdit: Accessor<boolean>;
  /** How many edits the service does not have yet. */
  readonly unsaved: Accessor<number>;
  /** Changes the document; the label is what undoing it will be called. Edits under one label, or of one `field`, in one go are one edit. */
  readonly edit: (label: string, change: (document: JsonObject) => JsonObject, field?: string) => void;
  /** Saves what is not saved yet; where that cannot be done, `saving` says why. */
  readonly save: () => Promise<void>;
  /** Gives up what is not saved yet. */
  readonly discard: () => void;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
  /** Hands the draft in, once everything is saved. @throws ProblemError with everything that stands against it */
  readonly submit: () => Promise<void>;
  /** Takes in what others saved, where the service has another revision than this window. */
  readonly follow: (revision: number) => Promise<void>;
  /** Ends a clash: `theirs` holds the places, as `placeKey` writes them, at which the other one's value is to stand. */
  readonly choose: (theirs: ReadonlySet<string>) => Promise<void>;
};

/** Edits that follow one another within this time, and are alike, are saved as one. */
const ONE_EDIT_MS = 600;
/** A figure that is typed is saved once the field is left, at Enter, or after so long: half of one is another figure. */
const TYPED_MS = 2_500;
/** How long to wait before the service is tried again. */
const TRY_AGAIN_MS = 3_000;

/**
 * One draft while it is edited: every edit is shown at once and saved a moment later, one after the other, each upon the
 * revision before it. Where somebody else was faster, the edits are put upon what they made of it. What could not be
 * saved stays and is tried again.
 */
export function createDraftSession(opened: Draft, mayWrite: Accessor<boolean>): DraftSession {
  const path = `/v1/drafts/${encodeURIComponent(opened.id)}`;
  const shown = createShown(opened);
  const saver = createSaver(shown, path);
  const { draft, document, waiting } = shown;
  savesByItself(saver.save, () => waiting().some(({ field }) => field !== undefined));
  const mayEdit = (): boolean => mayWrite() && !isOver(draft());
  const go = async (step: "undo" | "redo" | "submit"): Promise<void> => {
    if (!mayEdit()) return;
    await saver.saveNow();
    if (waiting().length > 0) return;
    // A second press may come before it is known that nothing is left.
    if (step !== "submit" && draft()[step] === null) return;
    try {
      saver.meet(await send<Draft>(`${path}/${step}`, { method: "POST", revision: draft().revision }));
    } catch (error) {
      if (isOvertaken(error)) saver.meet(await send<Draft>(path));
      throw error;
    }
  };
  return {
    draft,
    document,
    saving: () => {
      const known = saver.state();
      // An edit is saved a moment after it was made, and until then it is not.
      return known.kind === "saved" && waiting().length > 0 ? { kind: "saving" } : known;
    },
    unsaved: () => waiting().length,
    mayEdit,
    edit: (label, change, field) => mayEdit() && saver.add(label, change, field),
    save: saver.save,
    discard: saver.discard,
    undo: () => saver.next(() => go("undo")),
    redo: () => saver.next(() => go("redo")),
    submit: () => saver.next(() => go("submit")),
    follow: (revision) =>
      saver.next(async () => {
        if (draft().revision !== revision && waiting().length === 0) saver.meet(await send<Draft>(path));
      }),
    choose: saver.choose,
  };
}

/** Whether nothing becomes of a draft any more, so that it is only there to be read. */
export function isOver({ state }: Draft): boolean {
  return state === "published" || state === "withdrawn";
}

/** What is on the screen: what the service has, and upon it the edits that it does not have yet. */
function createShown(opened: Draft) {
  const [draft, setDraft] = createSignal(opened);
  const [waiting, setWaiting] = createSignal<readonly Edit[]>([]);
  const [document, setDocument] = createSignal<JsonObject>(opened.document);
  const show = (newest: Draft, edits: readonly Edit[]): void => {
    setDraft(newest);
    setWaiting(edits);
    setDocument(applied(edits, newest.document));
  };
  return {
    draft,
    document,
    waiting,
    show,
    add: (edit: Edit): void => {
      // What cannot be done is not waited for either.
      const changed = edit.change(document());
      setWaiting([...waiting(), edit]);
      setDocument(changed);
    },
  };
}

type Shown = ReturnType<typeof createShown>;

/** What the service has with some of the edits that wait; with all of them it is what is shown, and nothing is drawn anew. */
function withEdits({ draft, document, waiting }: Shown, edits: readonly Edit[]): JsonObject {
  return edits.length === waiting().length ? document() : applied(edits, draft().document);
}

/** Sends edits, and knows them again where the answer was lost. */
function createSending(shown: Shown, path: string) {
  const { draft, waiting, show } = shown;
  /** What was sent without an answer, which the service may have taken all the same, by how many of the edits are in it. */
  const unheard = new Map<number, JsonObject>();
  return {
    /** Sends the first edits that are saved as one. */
    sendFirst: async (): Promise<void> => {
      const edits = alike(waiting());
      const body = { label: edits.at(-1)?.label ?? "", document: withEdits(shown, edits) };
      try {
        const standing = await send<DraftStanding>(path, { method: "PUT", body, revision: draft().revision });
        unheard.clear();
        // The answer leaves the document out: it is the one that was sent.
        show({ ...draft(), ...standing, document: body.document }, waiting().slice(edits.length));
      } catch (error) {
        if (error instanceof NoConnection) unheard.set(edits.length, body.document);
        throw error;
      }
    },
    /** Takes in what the service has now where that is what was sent. */
    know: (newest: Draft): void => {
      const own = [...unheard].find(([, document]) => isSame(document, newest.document));
      unheard.clear();
      if (own) show(newest, waiting().slice(own[0]));
    },
    forget: (): void => unheard.clear(),
  };
}

function createSaver(shown: Shown, path: string) {
  const { draft, document, waiting, show } = shown;
  const [state, setState] = createSignal<SaveState>({ kind: "saved", at: undefined });
  /** The places of the last clash at which the other one's value stands. */
  let taken = new Set<string>();
  const sending = createSending(shown, path);
  const next = oneAfterAnother();
  const save = (): Promise<void> => next(saveNow);
  const { plan, stop } = planning(() => void save());
  /** Saves within the work that is under way. */
  const saveNow = async (): Promise<void> => {
    stop();
    try {
      while (waiting().length > 0 && state().kind !== "clashed") await saveFirst();
    } catch (error) {
      trouble(error);
    }
  };
  const saved = (): void => void setState({ kind: "saved", at: new Date() });
  const saveFirst = async (): Promise<void> => {
    setState({ kind: "saving" });
    try {
      await sending.sendFirst();
      saved();
    } catch (error) {
      if (!isOvertaken(error)) throw error;
      meet(await send<Draft>(path));
    }
  };
  /** Takes in what the service has now, with the edits put upon it that it does not have. */
  function meet(newest: Draft): void {
    sending.know(newest);
    const before = draft().document;
    const { clashes } = merged({ before, mine: document(), theirs: newest.document }, new Set());
    taken = new Set();
    show(newest, rebased(waiting(), before, taken));
    if (clashes.length > 0) setState({ kind: "clashed", clashes, by: newest.changedBy });
    else if (waiting().length === 0) saved();
  }
  function trouble(error: unknown): void {
    const amiss = troubleOf(error);
    // Without edits nothing is amiss: whatever was looked for is looked for again.
    if (waiting().length === 0) return;
    if (amiss.kind === "waiting" && amiss.why !== "session" && amiss.why !== "account") plan(TRY_AGAIN_MS);
    setState(amiss);
  }
  return {
    state,
    next,
    save,
    saveNow,
    meet,
    discard: (): void => {
      stop();
      sending.forget();
      show(draft(), []);
    },
    add: (label: string, change: Edit["change"], field?: string): void => {
      shown.add({ label: editLabel(label), change, field });
      plan(field === undefined ? ONE_EDIT_MS : TYPED_MS);
    },
    choose: (theirs: ReadonlySet<string>): Promise<void> => {
      for (const place of theirs) taken.add(place);
      show(draft(), waiting());
      setState({ kind: "saving" });
      return save();
    },
  };
}

/** Does something in so many milliseconds, unless it is planned anew before. */
function planning(work: () => void): { readonly plan: (ms: number) => void; readonly stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => clearTimeout(timer);
  return {
    stop,
    plan: (ms) => {
      stop();
      timer = setTimeout(work, ms);
    },
  };
}

/** Does each work once what is under way is done, so that revisions follow one another. */
function oneAfterAnother(): (work: () => Promise<void>) => Promise<void> {
  let underWay: Promise<void> = Promise.resolve();
  return (work) => {
    const done = underWay.then(work);
    underWay = done.catch(() => undefined);
    return done;
  };
}

/**
 * Saves once the connection is back, once somebody is signed in again, and when the page is left; what is typed into a
 * field, once that is left or at Enter.
 */
function savesByItself(save: () => Promise<void>, isTyped: () => boolean): void {
  const saveNow = (): void => void save();
  const leave = (): void => void (isTyped() && saveNow());
  const enter = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && !event.isComposing) leave();
  };
  window.addEventListener("online", saveNow);
  window.addEventListener("focusout", leave);
  window.addEventListener("keydown", enter);
  const isAway = (): boolean => isSessionOver() || isOtherAccount();
  createEffect(on(isAway, (isGone) => !isGone && saveNow(), { defer: true }));
  onCleanup(() => {
    window.removeEventListener("online", saveNow);
    window.removeEventListener("focusout", leave);
    window.removeEventListener("keydown", enter);
    // Whoever goes on to another page has typed it all the same.
    saveNow();
  });
}

/** @throws whatever is no answer of the service and no lost connection */
function troubleOf(error: unknown): Extract<SaveState, { readonly kind: "waiting" | "refused" }> {
  const why = whyWaiting(error);
  if (why !== undefined) return { kind: "waiting", why };
  if (error instanceof ProblemError) return { kind: "refused", problem: error };
  throw error;
}

function isOvertaken(error: unknown): boolean {
  return error instanceof ProblemError && error.code === "edited-meanwhile";
}
