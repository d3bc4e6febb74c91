import { type Accessor, createSignal, onCleanup } from "solid-js";
import type { Draft, DraftStanding } from "../../api/answers.ts";
import { NoConnection, ProblemError } from "../../api/problem.ts";
import { send } from "../../api/send.ts";
import type { JsonObject } from "../../document/pointer.ts";

/** How saving stands. */
export type SaveState =
  | { readonly kind: "saved"; readonly at: Date | undefined }
  | { readonly kind: "saving" }
  /** The service cannot be reached; so many edits wait in this window. */
  | { readonly kind: "waiting"; readonly edits: number }
  /** Somebody else edited the draft meanwhile. */
  | { readonly kind: "overtaken"; readonly problem: ProblemError }
  | { readonly kind: "refused"; readonly problem: ProblemError };

export type DraftSession = {
  /** The draft as the service has it: what is wrong with it, what can be undone. */
  readonly draft: Accessor<Draft>;
  /** The document as it is shown, the edits that are not saved yet included. */
  readonly document: Accessor<JsonObject>;
  readonly saving: Accessor<SaveState>;
  /** Changes the document; the label is what undoing it will be called. Edits under one label in one go are one edit. */
  readonly edit: (label: string, change: (document: JsonObject) => JsonObject) => void;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
  /** Hands the draft in, once everything is saved. @throws ProblemError with everything that stands against it */
  readonly submit: () => Promise<void>;
  /** Lets go of the edits that could not be saved and shows what the service has. */
  readonly takeTheirs: () => Promise<void>;
  /** Puts the edits that could not be saved upon what the service has now. */
  readonly keepMine: () => Promise<void>;
};

type Edit = { readonly label: string; readonly change: (document: JsonObject) => JsonObject };

/** Edits that follow one another within this time under one label are saved as one. */
const ONE_EDIT_MS = 600;
/** How long to wait before the service is tried again. */
const TRY_AGAIN_MS = 3_000;

/**
 * One draft while it is edited: every edit is shown at once and saved a moment later, one after the other, each upon the
 * revision before it. What could not be saved stays and is tried again.
 */
export function createDraftSession(opened: Draft): DraftSession {
  const path = `/v1/drafts/${encodeURIComponent(opened.id)}`;
  const { draft, document, saving, queue, arrived } = createSaver(opened, path);
  const go = async (step: "undo" | "redo" | "submit"): Promise<void> => {
    await queue.save();
    if (!queue.isEmpty()) return;
    arrived(await send<Draft>(`${path}/${step}`, { method: "POST", revision: draft().revision }));
  };
  return {
    draft,
    document,
    saving,
    edit: (label, change) => queue.add({ label, change }),
    undo: () => go("undo"),
    redo: () => go("redo"),
    submit: () => go("submit"),
    takeTheirs: async () => {
      queue.drop();
      arrived(await send<Draft>(path));
    },
    keepMine: async () => {
      arrived(await send<Draft>(path));
      await queue.save();
    },
  };
}

/** What is shown, and how it reaches the service. */
type Saver = Pick<DraftSession, "draft" | "document" | "saving"> & {
  readonly queue: Queue;
  /** Shows what the service has now, with the edits on top that it does not have yet. */
  readonly arrived: (newest: Draft) => void;
};

type Queue = {
  readonly add: (edit: Edit) => void;
  readonly save: () => Promise<void>;
  readonly isEmpty: () => boolean;
  readonly drop: () => void;
};

function createSaver(opened: Draft, path: string): Saver {
  const [draft, setDraft] = createSignal(opened);
  const [document, setDocument] = createSignal<JsonObject>(opened.document);
  const [saving, setSaving] = createSignal<SaveState>({ kind: "saved", at: undefined });
  const arrived = (newest: Draft): void => {
    setDraft(newest);
    setDocument(applied(queue.waiting(), newest.document));
    setSaving({ kind: "saved", at: new Date() });
  };
  const queue = createQueue({
    onAdded: ({ change }) => setDocument(change(document())),
    saveEdits: async ({ label, edits, taken }) => {
      const body = { label, document: applied(edits, draft().document) };
      setSaving({ kind: "saving" });
      // The answer leaves the document out: it is the one that was sent.
      const saved = await send<DraftStanding>(path, { method: "PUT", body, revision: draft().revision });
      taken();
      arrived({ ...draft(), ...saved, document: body.document });
    },
    onTrouble: (state) => setSaving(state),
  });
  return { draft, document, saving, queue, arrived };
}

type QueueOf = {
  readonly onAdded: (edit: Edit) => void;
  /** Saves edits as one; `taken` is to be called once they wait no longer. */
  readonly saveEdits: (together: {
    readonly label: string;
    readonly edits: readonly Edit[];
    readonly taken: () => void;
  }) => Promise<void>;
  readonly onTrouble: (state: SaveState) => void;
};

/** The edits that are not saved yet, in their order. */
function createQueue({
  onAdded,
  saveEdits,
  onTrouble,
}: QueueOf): Queue & { readonly waiting: () => readonly Edit[] } {
  let waiting: readonly Edit[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let underWay: Promise<void> = Promise.resolve();
  onCleanup(() => clearTimeout(timer));
  const plan = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), ms);
  };
  const save = (): Promise<void> => {
    clearTimeout(timer);
    underWay = underWay.then(saveWaiting);
    return underWay;
  };
  async function saveWaiting(): Promise<void> {
    try {
      while (waiting.length > 0) {
        const edits = alike(waiting);
        const taken = (): void => void (waiting = waiting.slice(edits.length));
        await saveEdits({ label: edits[0]?.label ?? "", edits, taken });
      }
    } catch (error) {
      if (error instanceof NoConnection) plan(TRY_AGAIN_MS);
      onTrouble(troubleOf(error, waiting.length));
    }
  }
  return {
    waiting: () => waiting,
    isEmpty: () => waiting.length === 0,
    add: (edit) => {
      waiting = [...waiting, edit];
      onAdded(edit);
      plan(ONE_EDIT_MS);
    },
    save,
    drop: () => void (waiting = []),
  };
}

/** The first edits that are called the same. */
function alike(edits: readonly Edit[]): readonly Edit[] {
  const next = edits.findIndex(({ label }) => label !== edits[0]?.label);
  return next === -1 ? edits : edits.slice(0, next);
}

/** @throws whatever is no answer of the service and no lost connection */
function troubleOf(error: unknown, edits: number): SaveState {
  if (error instanceof NoConnection) return { kind: "waiting", edits };
  if (!(error instanceof ProblemError)) throw error;
  return { kind: error.code === "edited-meanwhile" ? "overtaken" : "refused", problem: error };
}

function applied(edits: readonly Edit[], document: JsonObject): JsonObject {
  return edits.reduce((before, { change }) => change(before), document);
}
