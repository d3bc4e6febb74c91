/** A request of the story with what was answered, as the page about it may show it. */
export type Exchange = {
  /** Who sent it: a person of the cast, or the name of the variable that holds a key. */
  readonly who: string;
  readonly method: string;
  /** From the root of the service, with its query. */
  readonly path: string;
  /** Those that are there for this request alone. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly status: number;
  readonly answer: unknown;
};

/** A command of the story with what it said. */
export type Ran = {
  /** As it was typed, without the program that runs it. */
  readonly words: readonly string[];
  readonly code: number | null;
  /** On standard output, or where nothing is said there on the error stream. */
  readonly said: string;
};

/** What was sent and answered, by the step of the story, and the ids that came up in it by name. */
export class Transcript {
  readonly #exchanges = new Map<string, Exchange>();
  readonly #ran = new Map<string, Ran>();
  readonly #names = new Map<string, string>();

  keep(step: string, exchange: Exchange): void {
    if (this.#exchanges.has(step)) throw new Error(`two steps of the story are called \`${step}\``);
    this.#exchanges.set(step, exchange);
  }

  exchange(step: string): Exchange | undefined {
    return this.#exchanges.get(step);
  }

  keepRun(step: string, ran: Ran): void {
    if (this.#ran.has(step)) throw new Error(`two commands of the story are called \`${step}\``);
    this.#ran.set(step, ran);
  }

  ran(step: string): Ran | undefined {
    return this.#ran.get(step);
  }

  /** Gives an id, a hash or a key a name under which the page can write it: `$DRAFT`. */
  name(name: string, value: string): string {
    this.#names.set(name, value);
    return value;
  }

  /** A value that was given a name. */
  named(name: string): string {
    const value = this.#names.get(name);
    if (value === undefined) throw new Error(`nothing in the story is called \`${name}\``);
    return value;
  }

  /** The name of a value, where it has one. */
  nameOf(value: string): string | undefined {
    return [...this.#names].find(([, named]) => named === value)?.[0];
  }

  /** A text with every `$NAME` in it replaced by what is called so. */
  fill(text: string): string {
    return text.replaceAll(/\$([A-Z][A-Z0-9_]*)/g, (_whole, name: string) => this.named(name));
  }
}
