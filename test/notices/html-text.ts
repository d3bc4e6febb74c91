const ENTITIES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
};

/** What a document says: its text without its tags, one line for each line of its HTML. */
export function textOf(html: string): string {
  return html
    .replace(/^[\s\S]*<body>/, "")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity)
    .replaceAll(/[ \t]+/g, " ");
}

/** The texts between tags, each by itself. */
export function textsOf(html: string): readonly string[] {
  return html
    .replace(/^[\s\S]*<body>/, "")
    .split(/<[^>]*>/)
    .map((text) =>
      text.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity).trim(),
    )
    .filter((text) => text !== "");
}

const VOID: ReadonlySet<string> = new Set(["meta", "link", "rect"]);

/** Every element that is opened or closed out of turn; none in HTML that any parser reads alike. */
export function unbalancedTags(html: string): readonly string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  for (const [tag, closing, name = ""] of html.matchAll(/<(\/?)([a-z0-9]+)(?:"[^"]*"|[^">])*>/g)) {
    if (VOID.has(name)) continue;
    if (closing === "") open.push(name);
    else if (open.pop() !== name) wrong.push(tag);
  }
  return [...wrong, ...open];
}
