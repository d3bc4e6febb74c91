import {
  type FactDeclaration,
  type LocalizedText,
  PARTY_KINDS,
  type PartyKind,
  alternatives,
  foldWidth,
  quote,
  suggest,
} from "@evenhand/domain";
import { type Complaint, didYouMean } from "../../problem.ts";
import type { SheetCell } from "../../read/sheet.ts";
import { nameKey } from "../fold.ts";
import { PARTY_KIND_WORDS } from "../target.ts";
import { type Read, notA, seenIn } from "./reading.ts";
import { readText } from "./text.ts";

const TRUTHS: ReadonlyMap<string, boolean> = new Map([
  ...["是", "有", "y", "yes", "true", "1", "√", "✓", "✔"].map((word) => [word, true] as const),
  ...["否", "无", "n", "no", "false", "0", "×", "✗", "✘"].map((word) => [word, false] as const),
]);

/** Yes or no, in the words and signs people use. The letter `x` is refused: it marks a box for some, crosses it out for others. */
export function readTruth(cell: SheetCell): Read<boolean> {
  if (cell.kind === "boolean") return { value: cell.value };
  const word =
    cell.kind === "text" || cell.kind === "number" ? foldWidth(cell.text).trim().toLowerCase() : "";
  const value = TRUTHS.get(word);
  return value === undefined
    ? notA(
        cell,
        { en: "yes or no", zh: "“是”或“否”" },
        { en: "write `是` or `否`, `yes` or `no`", zh: "请填写`是`或`否`" },
      )
    : { value };
}

/** One of the listed values, by its id or either label; in an open list any other text stands as it is. */
export function readChoice(cell: SheetCell, declaration: FactDeclaration): Read<string> {
  const text = readText(cell);
  if ("complaint" in text) return text;
  const values = declaration.values ?? {};
  const [id, other] = idsOf(text.value, values);
  if (id !== undefined && other === undefined) return { value: id };
  if (id === undefined && declaration.open) return text;
  return {
    complaint: id === undefined ? unlisted(text.value, values) : twoFit(cell, [id, other ?? ""]),
  };
}

/** What divides the values of a set, in either width, or a line break within the cell. */
const SEPARATOR = /[、,;/\n]/;

/**
 * Some of the listed values, by id or label, between `、`, `,`, `;` or `/`. A label may itself hold such a sign: as much of
 * the text as names a value is taken for one.
 */
export function readSet(cell: SheetCell, declaration: FactDeclaration): Read<readonly string[]> {
  const text = readText(cell);
  if ("complaint" in text) return text;
  const values = declaration.values ?? {};
  const found = new Set<string>();
  let rest = piecesOf(text.value);
  while (rest.length > 0) {
    const taken = longestValue(rest, values);
    if (taken === undefined) return { complaint: unlisted(rest[0]?.text ?? "", values) };
    if (taken.ids.length > 1) return { complaint: twoFit(cell, taken.ids) };
    found.add(taken.ids[0] ?? "");
    rest = rest.slice(taken.pieces);
  }
  return { value: [...found] };
}

/** The kind of a party, in the policy language's word or one that people use. */
export function readPartyKind(cell: SheetCell): Read<PartyKind> {
  const text = readText(cell);
  if ("complaint" in text) return text;
  const key = nameKey(text.value);
  const kind = PARTY_KINDS.find((one) =>
    [one, ...PARTY_KIND_WORDS[one]].some((word) => nameKey(word) === key),
  );
  if (kind) return { value: kind };
  return {
    complaint: {
      code: "unknown-value",
      en: `${seenIn(cell)} is no kind of party`,
      zh: `${seenIn(cell)}不是当事方类型`,
      help: {
        en: `one of ${listed(PARTY_KINDS, ", ")}`,
        zh: `可用：${eitherInChinese(PARTY_KINDS.map((one) => PARTY_KIND_WORDS[one][0]))}`,
      },
    },
  };
}

type Values = Readonly<Record<string, LocalizedText>>;
type Piece = { readonly text: string; readonly separator: string };

function piecesOf(text: string): readonly Piece[] {
  return text
    .split(new RegExp(`(${SEPARATOR.source}|[，；／])`))
    .reduce<Piece[]>((pieces, part, index) => {
      const last = pieces.at(-1);
      if (index % 2 === 0) return [...pieces, { text: part.trim(), separator: "" }];
      return last ? [...pieces.slice(0, -1), { ...last, separator: part }] : pieces;
    }, [])
    .filter((piece) => piece.text !== "");
}

function longestValue(
  pieces: readonly Piece[],
  values: Values,
): { readonly ids: readonly string[]; readonly pieces: number } | undefined {
  for (let length = pieces.length; length > 0; length -= 1) {
    const joined = pieces
      .slice(0, length)
      .map(({ text, separator }, index) => text + (index === length - 1 ? "" : separator))
      .join("");
    const ids = idsOf(joined, values);
    if (ids.length > 0) return { ids, pieces: length };
  }
  return undefined;
}

/** The ids of the values that a text names: the one of that id, or else all whose label it is. */
function idsOf(text: string, values: Values): readonly string[] {
  const key = nameKey(text);
  const byId = Object.keys(values).filter((id) => nameKey(id) === key);
  if (byId.length > 0) return byId;
  return Object.entries(values)
    .filter(([, label]) => nameKey(label.en) === key || nameKey(label.zh) === key)
    .map(([id]) => id);
}

const MOST_LISTED = 20;

function unlisted(text: string, values: Values): Complaint {
  const ids = Object.keys(values);
  const labels = Object.values(values);
  const near = suggest(text, [...labels.map(({ zh }) => zh), ...labels.map(({ en }) => en), ...ids]);
  return {
    code: "unknown-value",
    en: `${quote(text)} is not among the values of this fact`,
    zh: `${quote(text)}不在该事实的取值之列`,
    help: didYouMean(near) ?? {
      en: `one of ${listed(
        labels.map(({ en }) => en),
        ", ",
      )}`,
      zh: `可用：${eitherInChinese(labels.map(({ zh }) => zh))}`,
    },
  };
}

function twoFit(cell: SheetCell, ids: readonly string[]): Complaint {
  return {
    code: "unknown-value",
    en: `${seenIn(cell)} is the label of more than one value: ${listed(ids, ", ")}`,
    zh: `${seenIn(cell)}是多个取值的名称：${listed(ids, "、")}`,
    help: { en: "write the id of the one that is meant", zh: "请填写所指取值的标识" },
  };
}

function eitherInChinese(words: readonly string[]): string {
  if (words.length > MOST_LISTED) return listed(words, "、");
  return alternatives(words.map((word) => `\`${word}\``)).zh;
}

function listed(words: readonly string[], between: string): string {
  const shown = words.slice(0, MOST_LISTED).map((word) => `\`${word}\``);
  return shown.join(between) + (words.length > MOST_LISTED ? "…" : "");
}
