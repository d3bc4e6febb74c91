import type { FactType, Scope } from "@evenhand/domain";
import type { Json, JsonObject } from "../../../../document/pointer.ts";
import type { DraftSession } from "../../draft-session.ts";

/** A fact while it is edited: where it stands, what it says, and how a field of it is given another value. */
export type FactDesk = {
  readonly session: DraftSession;
  /** Where it stands, a JSON pointer. */
  readonly at: string;
  readonly scope: Scope;
  readonly name: string;
  readonly fact: JsonObject;
  /** Undefined of a fact whose type is none. */
  readonly type: FactType | undefined;
  /** Nothing takes the field out. */
  readonly onSet: (field: FactField, value: Json | undefined) => void;
};

/** The fields of a declaration, in the order in which they are shown. */
export const FACT_FIELDS = [
  "label",
  "type",
  "required",
  "help",
  "values",
  "open",
  "whenAbsent",
  "says",
  "minimum",
  "maximum",
  "mustBeParty",
  "namesKind",
] as const;
export type FactField = (typeof FACT_FIELDS)[number];
