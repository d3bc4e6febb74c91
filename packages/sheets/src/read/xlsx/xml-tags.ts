import type { LocalizedText } from "@evenhand/domain";

/** The XML of a part is not of the plain form that spreadsheets write, so the reader might take it for something else. */
export class UnusualXml extends Error {
  readonly what: LocalizedText;

  constructor(what: LocalizedText) {
    super(what.en);
    this.name = "UnusualXml";
    this.what = what;
  }
}

/** A tag with its text up to the next one. Names are without their prefixes, as the reader of workbooks takes them. */
export type XmlTag = { readonly name: string; readonly attributes: ReadonlyMap<string, string> };

const CHUNK_BYTES = 256 * 1024;
/** A cell holds at most 32,767 characters, each written with at most ten; the time the reader takes is bounded by this. */
const LONGEST_STRETCH = 512 * 1024;

/**
 * What follows each `<` of an XML text up to the next: `c r="A1"><`… gives `c r="A1">`. Throws `UnusualXml` at comments,
 * CDATA and document types, which spreadsheets do not write and the reader passes over or trips on, and at a tag that
 * does not end.
 */
export function* xmlStretches(bytes: Uint8Array): Generator<string, void> {
  const decoder = new TextDecoder();
  let carried: string | undefined;
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
    const text = decoder.decode(bytes.subarray(start, start + CHUNK_BYTES), { stream: true });
    const pieces = text.split("<");
    // What stands before the first `<` of all belongs to no tag.
    const [continued = "", ...begun] = pieces;
    if (begun.length === 0) {
      if (carried !== undefined) carried += continued;
    } else {
      if (carried !== undefined) yield checked(carried + continued);
      for (const piece of begun.slice(0, -1)) yield checked(piece);
      carried = begun.at(-1);
    }
    if ((carried?.length ?? 0) > LONGEST_STRETCH)
      throw new UnusualXml({ en: "a tag or text without end", zh: "没有结束的标签或文本" });
  }
  if (carried !== undefined) yield checked(carried);
}

function checked(stretch: string): string {
  if (stretch.startsWith("!"))
    throw new UnusualXml({ en: "a comment, CDATA or document type", zh: "注释、CDATA或文档类型声明" });
  if (!stretch.includes(stretch.startsWith("?") ? "?>" : ">"))
    throw new UnusualXml({ en: "a tag that does not end", zh: "没有结束的标签" });
  return stretch;
}

/** The local name of the tag that a stretch begins with; of an end tag it begins with `/`. */
export function tagName(stretch: string): string {
  const match = /^(\/?)(?:[^\s/>:]*:)?([^\s/>]*)/.exec(stretch);
  return match ? `${match[1]}${match[2]}` : "";
}

/** The tag that a stretch begins with. Throws `UnusualXml` where it is not well formed or names an attribute twice. */
export function readTag(stretch: string): XmlTag {
  const start = /^[^\s/>]+/.exec(stretch)?.[0].length ?? 0;
  const attribute = /\s+([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
  const attributes = new Map<string, string>();
  attribute.lastIndex = start;
  let end = start;
  for (let match = attribute.exec(stretch); match; match = attribute.exec(stretch)) {
    const given = match[1] ?? "";
    const name = given.startsWith("xmlns:") ? given : given.slice(given.indexOf(":") + 1);
    if (attributes.has(name))
      throw new UnusualXml({ en: "an attribute that stands twice", zh: "重复的属性" });
    attributes.set(name, match[2] ?? match[3] ?? "");
    end = attribute.lastIndex;
  }
  if (!/^\s*\/?>/.test(stretch.slice(end)))
    throw new UnusualXml({ en: "a tag that is not well formed", zh: "格式有误的标签" });
  return { name: tagName(stretch), attributes };
}
