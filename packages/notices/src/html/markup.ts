/** Text that is HTML already. Nothing that was read from outside can be one: the mark is known only here. */
export type Markup = { readonly [HTML]: string };

const HTML: unique symbol = Symbol("html");

/** What may stand in a template: text is escaped, lists are joined, nothing is left out for `undefined` and `false`. */
export type MarkupValue = string | number | false | undefined | Markup | readonly MarkupValue[];

/**
 * A piece of HTML. Whatever is put into it is text, also within the quotes of an attribute, unless it is a piece itself.
 *
 * @example asHtml(markup`<b title="${'"'}">${"<i>"}</b>`) // '<b title="&quot;">&lt;i&gt;</b>'
 */
export function markup(parts: TemplateStringsArray, ...values: readonly MarkupValue[]): Markup {
  const pieces = parts.map((part, index) => part + (index < values.length ? written(values[index]) : ""));
  return Object.freeze({ [HTML]: pieces.join("") });
}

/** The HTML of a piece, as text. */
export function asHtml(piece: Markup): string {
  return piece[HTML];
}

function written(value: MarkupValue): string {
  if (value === undefined || value === false) return "";
  if (typeof value === "string") return escaped(value);
  if (typeof value === "number") return String(value);
  return isList(value) ? value.map(written).join("") : value[HTML];
}

function isList(value: Markup | readonly MarkupValue[]): value is readonly MarkupValue[] {
  return Array.isArray(value);
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Besides HTML's own characters: those that HTML forbids, and those that turn the direction of what follows, are shown as such. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
    .replace(/(?![\t\n\r])[\p{Cc}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu, "\ufffd");
}
