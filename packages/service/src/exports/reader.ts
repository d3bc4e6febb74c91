import type { Actor } from "@evenhand/domain";
import { isPseudonym, openText, openValue } from "@evenhand/evidence";
import { type Db, staffIdsOf } from "@evenhand/store";
import { type Openness, openFor, opennessFor } from "../pseudonyms/open-for.ts";

/**
 * Who is given an export, and so what of it is opened: staff numbers and texts, or for whom names are masked, pseudonyms.
 * Whoever may only see their own is asked elsewhere which page that is, and is given it as everybody is.
 */
export type ExportReader = {
  readonly masked: boolean;
  /** The staff numbers of people by pseudonym; whoever is not in it stays under the pseudonym. */
  readonly namesOf: (db: Db, persons: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** A stored document with everything put in that may be seen. */
  readonly open: <Document>(db: Db, document: Document) => Promise<Document>;
};

export function exportReader(actor: Actor): ExportReader {
  const masked = opennessFor(actor).kind === "none";
  const openness: Openness = { kind: masked ? "none" : "all" };
  return {
    masked,
    namesOf: async (db, persons) => (masked ? new Map() : staffIdsOf(db, persons)),
    open: async <Document>(db: Db, document: Document) =>
      // INVARIANT: opening changes texts and names only, so the document keeps its type.
      JSON.parse(await openFor(db, JSON.stringify(document), openness)) as Document,
  };
}

/**
 * A document as a page shows it to somebody for whom names are masked: a page takes a whole pseudonym or commitment for
 * something that was erased, so each stands in it under a short form of its own.
 */
export function maskedForPage<Document>(document: Document): Document {
  return openValue(document, shortOf);
}

/** The short form of a pseudonym in pages; anything else stays. */
export function shortInPage(id: string): string {
  return isPseudonym(id) ? openText(id, shortOf) : id;
}

const SHORT_DIGITS = 12;
const NOT_SHOWN = "（未显示 / not shown）";

function shortOf(token: string): string {
  return token.startsWith("person-") ? token.slice(0, "person-".length + SHORT_DIGITS) : NOT_SHOWN;
}
