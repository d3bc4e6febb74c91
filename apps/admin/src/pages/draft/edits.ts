import { NoConnection, OtherAccount, ProblemError } from "../../api/problem.ts";
import { isNotSignedIn } from "../../api/send.ts";
import { merged } from "../../document/merge.ts";
import { type Json, type JsonObject, isObject, withValueAt } from "../../document/pointer.ts";

/** One change of a document, as a function of it, and what undoing it will be called. */
export type Edit = {
  readonly label: string;
  readonly change: (document: JsonObject) => JsonObject;
  /** The field that is typed into, where the label tells each state of what is typed. */
  readonly field?: string | undefined;
};

/** A document with edits made upon it, one after the other. */
export function applied(edits: readonly Edit[], document: JsonObject): JsonObject {
  return edits.reduce((before, { change }) => change(before), document);
}

/** The first edits that are called the same, or are of one field. */
export function alike(edits: readonly Edit[]): readonly Edit[] {
  const [first] = edits;
  const next = edits.findIndex(
    ({ label, field }) => label !== first?.label && (field === undefined || field !== first?.field),
  );
  return next === -1 ? edits : edits.slice(0, next);
}

/**
 * Edits that were made upon one document, fit to be made upon what somebody else has made of it: each changes the fields
 * that it changed, wherever they stand by now, but for those in `taken`, at which the other one's value stands.
 */
export function rebased(
  edits: readonly Edit[],
  before: JsonObject,
  taken: ReadonlySet<string>,
): readonly Edit[] {
  let document = before;
  return edits.map(({ label, change, field }) => {
    const from = document;
    const mine = change(from);
    document = mine;
    return { label, field, change: (theirs) => merged({ before: from, mine, theirs }, taken).document };
  });
}

/**
 * A part typed whole into a text that was taken from a document: that document with it, and the change that leaves alone
 * what others have made of the document since.
 */
export function partTyped(
  source: JsonObject,
  at: string,
  value: Json,
): { readonly document: JsonObject; readonly change: Edit["change"] } {
  // INVARIANT: a part of an object leaves it one; a whole that is none is refused by the service.
  const document = withValueAt(source, at, value) as JsonObject;
  return {
    document,
    change: (theirs) =>
      isObject(document) ? merged({ before: source, mine: document, theirs }, new Set()).document : document,
  };
}

/**
 * Why something is tried again: nothing of the service answers, it is in trouble, it does not know who asks, or it is
 * another account that asks.
 */
export type WhyWaiting = "connection" | "service" | "session" | "account";

const TOO_MANY_REQUESTS = 429;
const FAULT_OF_SERVICE = 500;

/** Why what went wrong may go well later; undefined where it will not. */
export function whyWaiting(error: unknown): WhyWaiting | undefined {
  if (error instanceof NoConnection) return "connection";
  if (isNotSignedIn(error)) return "session";
  if (error instanceof OtherAccount) return "account";
  const isPassing =
    error instanceof ProblemError && (error.status >= FAULT_OF_SERVICE || error.status === TOO_MANY_REQUESTS);
  return isPassing ? "service" : undefined;
}
