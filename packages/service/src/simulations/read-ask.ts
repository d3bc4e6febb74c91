import { pointer } from "@evenhand/domain";
import { choiceField, dayField, listField, openFields, textField, wholeField } from "../input/read-fields.ts";
import type { SentProblem } from "../problems/problem-document.ts";
import { type RefusedAsk, refusedAsk } from "../refused.ts";
import type { ScopeFilter } from "./simulation-job.ts";

/** What somebody asks to have simulated. */
export type SimulationSent = {
  readonly policy: string;
  readonly baseline: number | "in-force";
  readonly candidate:
    | { readonly version: number }
    | { readonly draft: string; readonly contentHash?: string };
  readonly from?: string;
  readonly until?: string;
  readonly scope: readonly ScopeFilter[];
  readonly groups: readonly string[];
};

const MOST_FILTERS = 8;
const MOST_VALUES = 50;
const MOST_GROUPS = 8;
const MOST_VERSION = 999_999_999;

/** Reads the body of an ask, and says everything that is wrong with its form. */
export function readAsk(body: unknown): SimulationSent | RefusedAsk {
  const problems: SentProblem[] = [];
  const fields = openFields(body, {
    required: ["policy", "candidate"],
    optional: ["baseline", "from", "until", "scope", "groups"],
    problems,
  });
  if (!fields) return refusedAsk(...problems);
  const policy = textField(fields, "policy", 64);
  const isNumber = typeof fields.values["baseline"] === "number";
  const baseline = isNumber
    ? wholeField(fields, "baseline", { least: 1, most: MOST_VERSION })
    : (choiceField(fields, "baseline", ["in-force"]) ?? "in-force");
  const candidate = readCandidate(fields.values["candidate"], problems);
  const [from, until] = [dayField(fields, "from"), dayField(fields, "until")];
  if (from !== undefined && until !== undefined && until < from) problems.push(BACKWARDS);
  const scope = listField(fields, "scope", {
    most: MOST_FILTERS,
    read: (value, at) => readFilter(value, at, problems),
  });
  const groups = textsOf(fields, "groups", MOST_GROUPS);
  if (problems.length > 0 || policy === undefined || baseline === undefined || !candidate)
    return refusedAsk(...problems);
  return {
    policy,
    baseline,
    candidate,
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
    scope: scope ?? [],
    groups: groups ?? [],
  };
}

function readCandidate(value: unknown, problems: SentProblem[]): SimulationSent["candidate"] | undefined {
  if (value === undefined) return undefined;
  const at = ["candidate"];
  const fields = openFields(value, { optional: ["version", "draft", "contentHash"], at, problems });
  if (!fields) return undefined;
  const version = wholeField(fields, "version", { least: 1, most: MOST_VERSION });
  const draft = textField(fields, "draft", 64);
  const contentHash = textField(fields, "contentHash", 64);
  if (version !== undefined && draft === undefined && contentHash === undefined) return { version };
  if (draft !== undefined && version === undefined)
    return { draft, ...(contentHash === undefined ? {} : { contentHash }) };
  if (problems.every((problem) => !problem.at.startsWith(pointer(...at)))) problems.push(ONE_OF_BOTH);
  return undefined;
}

function readFilter(
  value: unknown,
  at: readonly (string | number)[],
  problems: SentProblem[],
): ScopeFilter | undefined {
  const fields = openFields(value, { required: ["fact", "values"], at, problems });
  if (!fields) return undefined;
  const fact = textField(fields, "fact", 64);
  const values = textsOf(fields, "values", MOST_VALUES);
  return fact === undefined || values === undefined ? undefined : { fact, values };
}

function textsOf(
  fields: NonNullable<ReturnType<typeof openFields>>,
  name: string,
  most: number,
): readonly string[] | undefined {
  return listField(fields, name, {
    most,
    read: (value, at) => {
      if (typeof value === "string" && value.length <= 200 && value.isWellFormed()) return value;
      fields.problems.push({ ...NO_TEXT, at: pointer(...at) });
      return undefined;
    },
  });
}

const NO_TEXT: Omit<SentProblem, "at"> = {
  code: "wrong-shape",
  message: { en: "a text of at most 200 characters belongs here", zh: "此处应为不超过200个字符的文本" },
};

const BACKWARDS: SentProblem = {
  code: "out-of-range",
  at: pointer("until"),
  message: { en: "`until` is before `from`", zh: "`until`早于`from`" },
};

const ONE_OF_BOTH: SentProblem = {
  code: "wrong-shape",
  at: pointer("candidate"),
  message: {
    en: "the candidate is either a `version` or a `draft`, whose `contentHash` may be named as well",
    zh: "拟议版本应为`version`或`draft`之一；使用`draft`时可同时注明`contentHash`",
  },
};
