import type { CatalogueEntry, LocalizedText } from "@evenhand/domain";
import type { Json } from "../../../../document/pointer.ts";
import { pinyinInitials } from "./pinyin.ts";

/** One of the things a picker offers. */
export type Choice = {
  readonly value: Json;
  readonly label: string;
  /** What it is, in a word or two. */
  readonly hint?: string;
  /** Other names by which it is found: its key, its label in the other language. */
  readonly names?: readonly string[];
};

/** The other names of something that has a key and a label in both languages, its pinyin initials among them. */
export function namesOf(key: string, label?: LocalizedText): readonly string[] {
  return label ? [key, label.en, label.zh, pinyinInitials(label.zh)] : [key];
}

export function namesOfEntry({ name, label }: CatalogueEntry): readonly string[] {
  return namesOf(name, label);
}

/** The choices that a typed text names a part of, those that begin with it first. */
export function found(choices: readonly Choice[], text: string): readonly Choice[] {
  const sought = text.trim().toLowerCase();
  if (sought === "") return choices;
  const ranked = choices.map((choice) => ({ choice, rank: rankOf(choice, sought) }));
  return ranked
    .filter(({ rank }) => rank < NOT_FOUND)
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ choice }) => choice);
}

const NOT_FOUND = 2;

function rankOf({ label, names = [] }: Choice, sought: string): number {
  const all = [label, ...names].map((name) => name.toLowerCase());
  if (all.some((name) => name.startsWith(sought))) return 0;
  return all.some((name) => name.includes(sought)) ? 1 : NOT_FOUND;
}
