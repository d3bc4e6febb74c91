import { COMMAND_GROUPS, type Command } from "../commands.ts";

/** So many are shown; whoever sees none of theirs types more. */
const MOST_FOUND = 60;

/**
 * The commands in which every word of a text is found, in their name, the name in the other language, an id or an
 * article; those whose name begins with the text first in their group. Without a text, what is always at hand.
 */
export function findCommands(commands: readonly Command[], text: string): readonly Command[] {
  const words = plain(text)
    .split(" ")
    .filter((word) => word !== "");
  const found = commands.filter((command) =>
    words.length === 0
      ? !FOUND_BY_TYPING.has(command.group)
      : words.every((word) => textsOf(command).some((one) => one.includes(word))),
  );
  return found
    .map((command) => ({ command, rank: rankOf(command, plain(text)) }))
    .toSorted((one, other) => one.rank - other.rank)
    .slice(0, MOST_FOUND)
    .map(({ command }) => command);
}

/** There are too many of them to be looked through. */
const FOUND_BY_TYPING: ReadonlySet<Command["group"]> = new Set(["compare", "create"]);

function rankOf(command: Command, text: string): number {
  const beginsWith = text !== "" && textsOf(command).some((one) => one.startsWith(text));
  return COMMAND_GROUPS.indexOf(command.group) * 2 + (beginsWith ? 0 : 1);
}

function textsOf({ name, also = [] }: Command): readonly string[] {
  return [name, ...also].map(plain);
}

/** Letters of one width and case, without double blanks: Chinese input writes digits and letters wide. */
function plain(text: string): string {
  return text.normalize("NFKC").toLowerCase().replaceAll(/\s+/g, " ").trim();
}
