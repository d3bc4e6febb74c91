import { MOST_GROUP_FACTS, PARTS, type PartSource, USUALLY_SAME } from "@evenhand/analysis";
import { pointer } from "@evenhand/domain";
import {
  type Fields,
  booleanField,
  choiceField,
  listField,
  openFields,
  textField,
  textsField,
} from "../input/read-fields.ts";
import { scopeField, windowFields } from "../input/read-scope.ts";
import type { SentProblem } from "../problems/problem-document.ts";
import { type RefusedAsk, refusedAsk } from "../refused.ts";
import type { FairnessAsked } from "./fairness-job.ts";

/** What somebody asks, before it is known which facts there are; what is left out is for the policy to say. */
export type FairnessSent = Omit<FairnessAsked, "groups" | "rank" | "payFacts" | "draft"> & {
  readonly groups?: readonly string[];
  readonly rank: { readonly fact: string; readonly order?: readonly string[] } | null;
  readonly payFacts?: readonly string[];
  readonly draft: { readonly id: string; readonly contentHash?: string } | null;
};

const MOST_CATEGORIES = 50;
const MOST_SAME = 4;
const MOST_RANKS = 50;
const MOST_PARTS = 20;
const MOST_PAY_FACTS = 5;
const MOST_STEPS = 50;

/** Reads the body of an ask, and says everything that is wrong with its form. */
export function readFairnessAsk(body: unknown): FairnessSent | RefusedAsk {
  const problems: SentProblem[] = [];
  const fields = openFields(body, { required: ["policy"], optional: OPTIONAL, problems });
  if (!fields) return refusedAsk(...problems);
  const policy = textField(fields, "policy", 64);
  const groups = textsField(fields, "groups", MOST_GROUP_FACTS);
  const payFacts = textsField(fields, "payFacts", MOST_PAY_FACTS);
  const sent = {
    ...windowFields(fields),
    scope: scopeField(fields) ?? [],
    categories: textsField(fields, "categories", MOST_CATEGORIES) ?? [],
    ...(groups === undefined ? {} : { groups: [...new Set(groups)] }),
    reference: readReference(fields),
    same: readSame(fields),
    cross: readCross(fields),
    rank: readRank(fields),
    parts: readParts(fields),
    ...(payFacts === undefined ? {} : { payFacts }),
    steps: readSteps(fields),
    unitFact: textField(fields, "unitFact", 64) ?? null,
    draft: readDraft(fields),
  };
  return problems.length > 0 || policy === undefined ? refusedAsk(...problems) : { policy, ...sent };
}

const OPTIONAL = [
  "from",
  "until",
  "scope",
  "categories",
  "groups",
  "reference",
  "same",
  "cross",
  "rank",
  "parts",
  "payFacts",
  "steps",
  "unitFact",
  "draft",
] as const;

function readReference(fields: Fields): FairnessAsked["reference"] {
  if (fields.values["reference"] === "others") return [];
  const { problems } = fields;
  return (
    listField(fields, "reference", {
      most: MOST_GROUP_FACTS,
      read: (value, at) => {
        const own = openFields(value, { required: ["fact", "value"], at, problems });
        const fact = own && textField(own, "fact", 64);
        const group = own && textField(own, "value");
        return fact === undefined || group === undefined ? undefined : { fact, value: group };
      },
    }) ?? []
  );
}

/** The fields of an object that may be left out. */
function objectIn(
  { values, problems }: Fields,
  name: string,
  known: { readonly required?: readonly string[]; readonly optional?: readonly string[] },
): Fields | undefined {
  const value = values[name];
  return value === undefined ? undefined : openFields(value, { ...known, at: [name], problems });
}

function readSame(fields: Fields): FairnessAsked["same"] {
  const own = objectIn(fields, "same", { optional: ["category", "lossBand", "facts"] });
  if (!own) return USUALLY_SAME;
  return {
    category: booleanField(own, "category") ?? USUALLY_SAME.category,
    lossBand: booleanField(own, "lossBand") ?? USUALLY_SAME.lossBand,
    facts: [...new Set(textsField(own, "facts", MOST_SAME))],
  };
}

function readCross(fields: Fields): FairnessAsked["cross"] {
  const named = textsField(fields, "cross", 2);
  if (!named) return null;
  const [rows, columns] = named;
  if (rows !== undefined && columns !== undefined && rows !== columns) return [rows, columns];
  fields.problems.push(TWO_FACTS);
  return null;
}

const TWO_FACTS: SentProblem = {
  code: "wrong-shape",
  at: pointer("cross"),
  message: { en: "two different facts belong here", zh: "此处应为两项不同的事实" },
};

function readRank(fields: Fields): FairnessSent["rank"] {
  const own = objectIn(fields, "rank", { required: ["fact"], optional: ["order"] });
  const fact = own && textField(own, "fact", 64);
  if (!own || fact === undefined) return null;
  const order = textsField(own, "order", MOST_RANKS);
  return { fact, ...(order === undefined ? {} : { order }) };
}

function readParts(fields: Fields): readonly PartSource[] {
  const { problems } = fields;
  return (
    listField(fields, "parts", {
      most: MOST_PARTS,
      read: (value, at) => {
        const own = openFields(value, { required: ["part", "fact", "by"], at, problems });
        if (!own) return undefined;
        const part = choiceField(own, "part", PARTS);
        const fact = textField(own, "fact", 64);
        const by = choiceField(own, "by", ["owns", "names"]);
        return part === undefined || fact === undefined || by === undefined ? undefined : { part, fact, by };
      },
    }) ?? []
  );
}

function readSteps(fields: Fields): FairnessAsked["steps"] {
  const { problems } = fields;
  return (
    listField(fields, "steps", {
      most: MOST_STEPS,
      read: (value, at) => {
        const own = openFields(value, { required: ["step", "fact"], at, problems });
        const step = own && textField(own, "step", 64);
        const fact = own && textField(own, "fact", 64);
        return step === undefined || fact === undefined ? undefined : { step, fact };
      },
    }) ?? []
  );
}

function readDraft(fields: Fields): FairnessSent["draft"] {
  const own = objectIn(fields, "draft", { required: ["id"], optional: ["contentHash"] });
  const id = own && textField(own, "id", 64);
  if (!own || id === undefined) return null;
  const contentHash = textField(own, "contentHash", 64);
  return { id, ...(contentHash === undefined ? {} : { contentHash }) };
}
