import type { Json } from "../../../document/pointer.ts";

/** Sets the value at a place of the document, or takes it out; `what` is what was edited, for the label of the edit. */
export type Write = (what: string, at: string, value: Json | undefined) => void;
