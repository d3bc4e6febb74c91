import { readTag, tagName, xmlStretches, type XmlTag } from "./xml-tags.ts";

/** Where the parts of a workbook stand that its first visible sheet is made of. */
export type WorkbookPlan = {
  /** Counted over all sheets, hidden ones too, from 1: so the reader wants it. */
  readonly sheetNumber: number;
  readonly sheetPath: string;
  readonly sharedTextsPath: string;
  readonly stylesPath: string;
};

export const WORKBOOK_PATH = "xl/workbook.xml";
export const RELATIONS_PATH = "xl/_rels/workbook.xml.rels";

/** The plan of a workbook from its two parts of that name; `undefined` where it has no visible sheet of cells. */
export function workbookPlan(workbook: Uint8Array, relations: Uint8Array): WorkbookPlan | undefined {
  const sheets = tagsNamed(workbook, "sheet").filter(({ attributes }) => attributes.get("name"));
  const paths = new Map<string, string>();
  const byKind = new Map<string, string>();
  for (const { attributes } of tagsNamed(relations, "Relationship")) {
    const path = pathOf(attributes.get("Target") ?? "");
    byKind.set(attributes.get("Type")?.replace(/^.*\//, "") ?? "", path);
    if (attributes.get("Type")?.endsWith("/worksheet")) paths.set(attributes.get("Id") ?? "", path);
  }
  const index = sheets.findIndex(({ attributes }) => (attributes.get("state") ?? "visible") === "visible");
  const sheetPath = paths.get(sheets[index]?.attributes.get("id") ?? "");
  if (sheetPath === undefined) return undefined;
  return {
    sheetNumber: index + 1,
    sheetPath,
    sharedTextsPath: byKind.get("sharedStrings") ?? "xl/sharedStrings.xml",
    stylesPath: byKind.get("styles") ?? "xl/styles.xml",
  };
}

/** The reader knows one of the two ways to write that days are counted from 1904. */
export function inReadersWords(workbook: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(workbook);
  const mended = text.replace(/(\bdate1904\s*=\s*["'])true(["'])/g, "$11$2");
  return mended === text ? workbook : new TextEncoder().encode(mended);
}

function tagsNamed(bytes: Uint8Array, name: string): readonly XmlTag[] {
  return [...xmlStretches(bytes)].filter((stretch) => tagName(stretch) === name).map(readTag);
}

function pathOf(target: string): string {
  return target.startsWith("/") ? target.slice(1) : `xl/${target}`;
}
