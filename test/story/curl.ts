/** A request as a line of the page writes it. */
export type WrittenRequest = {
  /** A person of the cast, or the name of the variable with a key. */
  readonly who: string;
  readonly method: string;
  readonly path: string;
  /** Those that are there for this request alone. */
  readonly headers: Readonly<Record<string, string>>;
  /** The text behind `-d`; `@name` names a file. */
  readonly data?: string;
};

/** Headers that say who sends what, as every request does. */
const USUAL: ReadonlySet<string> = new Set(["Authorization", "Content-Type"]);

/**
 * Reads `as <who> …` or `curl …` with the options that the page uses. `$NAME` stays as it is written, since only the story
 * knows what is called so.
 *
 * @example readCurl(`as author "$AT/v1/drafts" -d '{}'`)
 * // { who: "author", method: "POST", path: "/v1/drafts", headers: {}, data: "{}" }
 * @throws Error where there is anything else in it
 */
export function readCurl(text: string): WrittenRequest {
  const [command, ...rest] = wordsOf(text);
  const person = command === "as" ? rest.shift() : undefined;
  if (command !== "curl" && person === undefined) throw new Error(`no request: ${text}`);
  const headers: Record<string, string> = {};
  let [method, url, data]: (string | undefined)[] = [];
  while (rest.length > 0) {
    const word = rest.shift() ?? "";
    if (word === "-X") method = rest.shift();
    else if (word === "-d") data = rest.shift();
    else if (word === "-H") Object.assign(headers, headerOf(rest.shift() ?? ""));
    else if (word.startsWith("$AT/") && url === undefined) url = word.slice("$AT".length);
    else throw new Error(`nothing says what \`${word}\` is`);
  }
  const who = person ?? /^Bearer \$([A-Z_]+)$/.exec(headers["Authorization"] ?? "")?.[1];
  if (url === undefined || who === undefined) throw new Error(`no address, or nobody who asks: ${text}`);
  return {
    who,
    method: method ?? (data === undefined ? "GET" : "POST"),
    path: url,
    headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !USUAL.has(name))),
    ...(data === undefined ? {} : { data }),
  };
}

function headerOf(text: string): Readonly<Record<string, string>> {
  const [, name, value] = /^([^:]+): (.*)$/.exec(text) ?? [];
  if (name === undefined || value === undefined) throw new Error(`\`${text}\` is no header`);
  return { [name]: value };
}

const PART = /'([^']*)'|"([^"]*)"|(\s+)|[^\s'"]+/g;

/** The words of a command line as a shell reads them; a `\` at the end of a line goes on. */
export function wordsOf(text: string): string[] {
  const line = text.replaceAll("\\\n", " ").trim();
  const parts = [...line.matchAll(PART)];
  if (parts.map(([part]) => part).join("") !== line) throw new Error(`a quotation mark is open: ${text}`);
  const words = [""];
  for (const [part, single, double, space] of parts) {
    // A shell puts nothing in place of a name between single quotes.
    if (single !== undefined && /\$[A-Z]/.test(single)) throw new Error(`stays as it is written: ${single}`);
    if (space !== undefined) words.push("");
    else words[words.length - 1] += single ?? double ?? part;
  }
  return words;
}
