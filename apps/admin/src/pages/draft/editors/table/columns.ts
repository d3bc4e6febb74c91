import {
  BUILT_IN_FACTS,
  type CatalogueEntry,
  DISPOSITIONS,
  type LocalizedText,
  PARTY_KINDS,
  type Policy,
  type ValueType,
  closedValues,
  dimensionOf,
  isOrdered,
  wordLabel,
} from "@evenhand/domain";
import { type Json, fieldsOf, itemsOf, textAt } from "../../../../document/pointer.ts";
import { type Surroundings, readableCatalogue, readableWords } from "./readable.ts";

/** A value with what people call it. */
export type Choice = { readonly value: string | boolean; readonly label: LocalizedText };

/** Something of the policy that can stand in a cell in place of a figure. */
export type Named = {
  readonly fact: string;
  readonly label: LocalizedText;
  /** What it is now, where it is a parameter. */
  readonly figure?: number | string;
};

/** What can stand in the cells of a column, and how it is written. */
export type Measure = { readonly named: readonly Named[]; readonly currency: string } & (
  | { readonly kind: "figure"; readonly type: ValueType }
  | { readonly kind: "choice"; readonly choices: readonly Choice[]; readonly isOpen: boolean }
  | { readonly kind: "text" }
  /** What cannot be typed into a cell. */
  | { readonly kind: "other" }
);

export type InputColumn = {
  readonly part: "when";
  /** Its place among the inputs. */
  readonly index: number;
  readonly name: string;
  readonly label: LocalizedText | undefined;
  readonly measure: Measure;
};

export type OutputColumn = Omit<InputColumn, "part"> & { readonly part: "then" };
export type ArticleColumn = { readonly part: "references"; readonly index: 0; readonly name: "references" };
export type Column = InputColumn | OutputColumn | ArticleColumn;

/** What a table asks and says, column by column, and last the articles that its rows come from. */
export type TableShape = {
  readonly inputs: Json | undefined;
  readonly outputs: Json | undefined;
  readonly event: Json | undefined;
};

/**
 * The columns of a table by what the policy declares. An input that nobody declares has a column too, in which nothing
 * can be typed but "any".
 */
export function columnsOf(shape: TableShape, around: Surroundings): readonly Column[] {
  const catalogue = readableCatalogue(around);
  const words = readableWords(around.words);
  const inputs = itemsOf(shape.inputs).map((input, index): InputColumn => {
    const name = textAt(input, "/fact");
    const entry = catalogue.get(name);
    const measure = measureOf(entry, { catalogue, words, currency: around.currency });
    return { part: "when", index, name, label: entry?.label, measure };
  });
  const outputs = itemsOf(shape.outputs).map((output, index): OutputColumn => {
    const name = typeof output === "string" ? output : "";
    const measure = outputMeasure(name, shape.event, { catalogue, words, around });
    return { part: "then", index, name, label: undefined, measure };
  });
  return [...inputs, ...outputs, { part: "references", index: 0, name: "references" }];
}

type Known = {
  readonly catalogue: ReadonlyMap<string, CatalogueEntry>;
  readonly words: Policy["words"];
  readonly currency: string;
};

function measureOf(entry: CatalogueEntry | undefined, { catalogue, words, currency }: Known): Measure {
  if (!entry) return { kind: "other", named: [], currency };
  const named = namedLike(entry.type, catalogue).filter(({ fact }) => fact !== entry.name);
  const common = { named, currency };
  switch (entry.type) {
    case "boolean":
      return { ...common, kind: "choice", choices: YES_AND_NO, isOpen: false };
    case "enum": {
      const labels = entry.declaration?.values;
      const values = closedValues(entry) ?? Object.keys(labels ?? {});
      const choices = values.map((value) => ({ value, label: labels?.[value] ?? wordLabel(value, words) }));
      return { ...common, kind: "choice", choices, isOpen: entry.declaration?.open === true };
    }
    case "text":
      return isWordFact(entry.name)
        ? { ...common, kind: "choice", choices: choicesOf(Object.keys(words), words), isOpen: true }
        : { ...common, kind: "text" };
    case "set":
    case "instant":
    case "party":
      return { ...common, kind: "other" };
    default:
      return { ...common, kind: "figure", type: entry.type };
  }
}

const YES_AND_NO: readonly Choice[] = [
  { value: true, label: { en: "yes", zh: "是" } },
  { value: false, label: { en: "no", zh: "否" } },
];

/** Facts of the engine whose value is a word of the policy. */
function isWordFact(name: string): boolean {
  return ["assignedRole", "category", "severity"].includes(name) && Object.hasOwn(BUILT_IN_FACTS, name);
}

/** What may be compared with a type: parameters first, since a figure with a name is what a table should rest on. */
function namedLike(type: ValueType, catalogue: ReadonlyMap<string, CatalogueEntry>): readonly Named[] {
  if (!isOrdered(type)) return [];
  const alike = [...catalogue.values()].filter((entry) => dimensionOf(entry.type) === dimensionOf(type));
  return alike.map(({ name, label, parameter }) => ({
    fact: name,
    label,
    ...(parameter === undefined ? {} : { figure: parameter.value }),
  }));
}

function choicesOf(values: readonly string[], words: Policy["words"]): readonly Choice[] {
  return values.map((value) => ({ value, label: wordLabel(value, words) }));
}

type OutputKind = ValueType | "word" | "grade" | "disposition" | "bearer";

/** What each parameter of an event holds; one that is not here cannot be typed into a cell. */
const OUTPUTS: Readonly<Record<string, OutputKind>> = {
  amount: "money",
  insteadOf: "money",
  atLeast: "money",
  times: "integer",
  months: "months",
  share: "rate",
  rate: "rate",
  quantity: "decimal",
  digits: "integer",
  grade: "grade",
  disposition: "disposition",
  bearer: "bearer",
  category: "word",
  severity: "word",
  role: "word",
  ground: "word",
  step: "word",
  to: "word",
  level: "word",
  kind: "word",
  code: "word",
};

type KnownOutputs = Omit<Known, "currency"> & { readonly around: Surroundings };

function outputMeasure(
  name: string,
  event: Json | undefined,
  { catalogue, words, around }: KnownOutputs,
): Measure {
  const { currency } = around;
  const kind = outputKind(name, event);
  const listed = (values: readonly string[]): Measure => ({
    kind: "choice",
    named: [],
    currency,
    choices: choicesOf(values, words),
    isOpen: false,
  });
  switch (kind) {
    case undefined:
      return { kind: "other", named: [], currency };
    case "grade":
      return listed(itemsOf(around.grades).filter((grade) => typeof grade === "string"));
    case "disposition":
      return listed(DISPOSITIONS);
    case "bearer":
      return listed([...Object.keys(words), ...PARTY_KINDS, "company"]);
    case "word":
      return listed(Object.keys(words));
    default:
      // INVARIANT: every other kind is a type of figure.
      return {
        kind: "figure",
        type: kind as ValueType,
        named: namedLike(kind as ValueType, catalogue),
        currency,
      };
  }
}

function outputKind(name: string, event: Json | undefined): OutputKind | undefined {
  const type = textAt(event ?? null, "/type");
  const params = fieldsOf(fieldsOf(event)["params"]);
  if (type === "due" && name === "within") return textAt(params, "/unit", "calendar-days") as ValueType;
  if (type === "exempt" && name === "portion") return "rate";
  return Object.hasOwn(OUTPUTS, name) ? OUTPUTS[name] : undefined;
}
