import {
  type Case,
  type EvaluateRequest,
  type EvidenceItem,
  type FactValue,
  MAX_AMOUNT_MINOR,
  PARTY_KINDS,
  type Party,
  type PartyKind,
  type Refusal,
  type ScheduledDeduction,
  alikeKey,
  alternatives,
  parseMonth,
  pointer,
  quote,
  suggest,
  untidyId,
} from "@evenhand/domain";
import { type ProblemList, didYouMean, problem, refusal } from "../problems.ts";

type Fields = Readonly<Record<string, unknown>>;
type Place = readonly (string | number)[];

const MOST = { parties: 200, evidence: 500, scheduled: 10_000 } as const;
const LONGEST_ID = 200;
const LONGEST_NOTE = 2_000;

/**
 * Reads the envelope of an evaluation: its shape, ids, kinds and amounts, but not yet the facts, whose types depend on
 * the policy version. All problems are listed at once, each with a JSON pointer into the request.
 *
 * ```ts
 * readRequest({ case: { reference: "C-1", facts: {}, parties: [] } })  // { request }
 * readRequest({ cas: {} })  // { refusal }: unknown-field at /cas, did you mean `case`?; missing-field at /case
 * ```
 */
export function readRequest(
  value: unknown,
): { readonly request: EvaluateRequest } | { readonly refusal: Refusal } {
  const problems: ProblemList = [];
  const fields = readObject(
    value,
    [],
    { required: ["case"], optional: ["policyVersion", "scheduled"] },
    problems,
  );
  if (!fields) return { refusal: refusal(problems) };
  const theCase = "case" in fields ? readCase(fields["case"], problems) : undefined;
  const policyVersion = readVersion(fields["policyVersion"], problems);
  const scheduled = readList(fields["scheduled"], ["scheduled"], MOST.scheduled, problems)?.map(
    (entry, index) => readScheduled(entry, ["scheduled", index], problems),
  );
  if (problems.length > 0 || !theCase) return { refusal: refusal(problems) };
  return {
    request: {
      case: theCase,
      ...(policyVersion === undefined ? {} : { policyVersion }),
      ...(scheduled === undefined ? {} : { scheduled: scheduled as ScheduledDeduction[] }),
    },
  };
}

function readCase(value: unknown, problems: ProblemList): Case | undefined {
  const fields = readObject(
    value,
    ["case"],
    { required: ["reference", "facts", "parties"], optional: ["evidence"] },
    problems,
  );
  if (!fields) return undefined;
  const reference = readId(fields["reference"], ["case", "reference"], problems);
  const facts = readFactMap(fields["facts"], ["case", "facts"], problems);
  const parties = readList(fields["parties"], ["case", "parties"], MOST.parties, problems)?.map(
    (party, index) => readParty(party, ["case", "parties", index], problems),
  );
  const evidence = readList(fields["evidence"], ["case", "evidence"], MOST.evidence, problems)?.map(
    (item, index) => readEvidence(item, ["case", "evidence", index], problems),
  );
  reportRepeats(parties, { list: "parties", code: "duplicate-party" }, problems);
  reportRepeats(evidence, { list: "evidence", code: "duplicate-evidence" }, problems);
  if (reference === undefined || !facts || !parties) return undefined;
  return {
    reference,
    facts,
    parties: parties.filter((party) => party !== undefined),
    ...(evidence ? { evidence: evidence.filter((item) => item !== undefined) } : {}),
  };
}

function readParty(value: unknown, at: Place, problems: ProblemList): Party | undefined {
  const fields = readObject(
    value,
    at,
    { required: ["id", "kind", "facts"], optional: ["memberOf"] },
    problems,
  );
  if (!fields) return undefined;
  const id = readId(fields["id"], [...at, "id"], problems);
  const kind = readKind(fields["kind"], [...at, "kind"], problems);
  const facts = readFactMap(fields["facts"], [...at, "facts"], problems);
  const memberOf = readId(fields["memberOf"], [...at, "memberOf"], problems);
  if (id === "company" && kind !== undefined && kind !== "company") {
    problems.push(
      problem({
        code: "conflicting-facts",
        at: pointer(...at, "id"),
        en: "the id `company` is kept for the company itself",
        zh: "编号`company`专指公司本身",
        help: { en: "give this party an id of its own", zh: "请为该当事方另取编号" },
      }),
    );
  }
  if (id === undefined || !kind || !facts) return undefined;
  return { id, kind, facts, ...(memberOf === undefined ? {} : { memberOf }) };
}

function readKind(value: unknown, at: Place, problems: ProblemList): PartyKind | undefined {
  if (value === undefined) return undefined;
  const kind = PARTY_KINDS.find((known) => known === value);
  if (kind) return kind;
  const listed = PARTY_KINDS.map((known) => `\`${known}\``);
  problems.push(
    problem({
      code: "unknown-value",
      at: pointer(...at),
      en: `${show(value)} is no kind of party`,
      zh: `${show(value)}不是当事方类型`,
      help: didYouMean(typeof value === "string" ? suggest(value, PARTY_KINDS) : undefined) ?? {
        en: `one of ${listed.join(", ")}`,
        zh: `可用：${alternatives(listed).zh}`,
      },
    }),
  );
  return undefined;
}

function readEvidence(value: unknown, at: Place, problems: ProblemList): EvidenceItem | undefined {
  const fields = readObject(
    value,
    at,
    { required: ["id", "kind"], optional: ["supports", "note"] },
    problems,
  );
  if (!fields) return undefined;
  const id = readId(fields["id"], [...at, "id"], problems);
  const kind = readText(fields["kind"], [...at, "kind"], LONGEST_ID, problems);
  const supports = readId(fields["supports"], [...at, "supports"], problems);
  const note = readText(fields["note"], [...at, "note"], LONGEST_NOTE, problems);
  if (id === undefined || kind === undefined) return undefined;
  return {
    id,
    kind,
    ...(supports === undefined ? {} : { supports }),
    ...(note === undefined ? {} : { note }),
  };
}

function readScheduled(value: unknown, at: Place, problems: ProblemList): ScheduledDeduction | undefined {
  const fields = readObject(
    value,
    at,
    { required: ["party", "month", "amountMinor"], optional: ["atMostMinor"] },
    problems,
  );
  if (!fields) return undefined;
  const party = readId(fields["party"], [...at, "party"], problems);
  const month = readText(fields["month"], [...at, "month"], LONGEST_ID, problems);
  if (month !== undefined && parseMonth(month) === undefined) {
    problems.push(
      problem({
        code: "not-a-date",
        at: pointer(...at, "month"),
        en: `\`${month}\` is not a month`,
        zh: `\`${month}\`不是有效的月份`,
        help: { en: "write it as `2026-07`", zh: "请写成`2026-07`的形式" },
      }),
    );
  }
  const amountMinor = readAmount(fields["amountMinor"], [...at, "amountMinor"], problems);
  const atMostMinor = readAmount(fields["atMostMinor"], [...at, "atMostMinor"], problems);
  if (party === undefined || month === undefined || amountMinor === undefined) return undefined;
  return { party, month, amountMinor, ...(atMostMinor === undefined ? {} : { atMostMinor }) };
}

function readAmount(value: unknown, at: Place, problems: ProblemList): number | undefined {
  if (value === undefined || isAmount(value)) return value;
  problems.push(
    problem({
      code: "out-of-range",
      at: pointer(...at),
      en: `${showJson(value)} is not an amount in whole minor units of 0 or more`,
      zh: `${showJson(value)}不是以分为单位、不小于0的整数金额`,
    }),
  );
  return undefined;
}

function readVersion(value: unknown, problems: ProblemList): number | undefined {
  if (value === undefined) return undefined;
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 1) return value;
  problems.push(
    problem({
      code: "wrong-shape",
      at: "/policyVersion",
      en: `${showJson(value)} is not a version number`,
      zh: `${showJson(value)}不是版本号`,
      help: {
        en: "a whole number from 1 on, or leave it out for the version in force",
        zh: "请填写不小于1的整数，或留空以采用当时有效的版本",
      },
    }),
  );
  return undefined;
}

function readFactMap(
  value: unknown,
  at: Place,
  problems: ProblemList,
): Readonly<Record<string, FactValue>> | undefined {
  if (value === undefined) return undefined;
  if (isPlainObject(value)) return value as Readonly<Record<string, FactValue>>;
  problems.push(wrongShape(value, at, { en: "an object of facts by name", zh: "以事实名称为键的对象" }));
  return undefined;
}

function readText(value: unknown, at: Place, longest: number, problems: ProblemList): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === "string" && value.trim() !== "" && value.length <= longest && value.isWellFormed())
    return value;
  problems.push(
    wrongShape(value, at, { en: `a text of 1 to ${longest} characters`, zh: `1至${longest}个字符的文本` }),
  );
  return undefined;
}

/** An id, by which somebody or something is the same wherever it is named; so it is written in one way only. */
function readId(value: unknown, at: Place, problems: ProblemList): string | undefined {
  const text = readText(value, at, LONGEST_ID, problems);
  const untidy = text === undefined ? undefined : untidyId(text);
  if (!untidy) return text;
  problems.push({ code: "wrong-shape", at: pointer(...at), ...untidy });
  return undefined;
}

function readList(
  value: unknown,
  at: Place,
  most: number,
  problems: ProblemList,
): readonly unknown[] | undefined {
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) {
    problems.push(wrongShape(value, at, { en: "a list", zh: "列表" }));
    return undefined;
  }
  if (value.length > most) {
    problems.push(
      problem({
        code: "too-many",
        at: pointer(...at),
        en: `${value.length} entries are more than the ${most} allowed`,
        zh: `共${value.length}项，超过上限${most}项`,
      }),
    );
    return undefined;
  }
  return value as readonly unknown[];
}

function readObject(
  value: unknown,
  at: Place,
  names: { readonly required: readonly string[]; readonly optional: readonly string[] },
  problems: ProblemList,
): Fields | undefined {
  if (!isPlainObject(value)) {
    problems.push(wrongShape(value, at, { en: "an object", zh: "对象" }));
    return undefined;
  }
  const known = [...names.required, ...names.optional];
  for (const name of Object.keys(value)) {
    if (known.includes(name)) continue;
    const open = known.filter((one) => !Object.hasOwn(value, one));
    const help = didYouMean(suggest(name, open)) ?? {
      en: `known here: ${known.map((one) => `\`${one}\``).join(", ")}`,
      zh: `此处可用：${known.map((one) => `\`${one}\``).join("、")}`,
    };
    problems.push(
      problem({
        code: "unknown-field",
        at: pointer(...at, name),
        en: `\`${name}\` is not a field here`,
        zh: `此处没有字段\`${name}\``,
        help,
      }),
    );
  }
  const inside =
    names.required[0] === "case" &&
    ["facts", "parties", "reference"].some((name) => Object.hasOwn(value, name));
  for (const name of names.required) {
    if (Object.hasOwn(value, name)) continue;
    problems.push(
      problem({
        code: "missing-field",
        at: pointer(...at, name),
        en: `\`${name}\` is missing`,
        zh: `缺少\`${name}\``,
        help: inside
          ? {
              en: "put `reference`, `facts` and `parties` inside `case`",
              zh: "请将`reference`、`facts`、`parties`放入`case`之内",
            }
          : undefined,
      }),
    );
  }
  return value;
}

function reportRepeats(
  entries: readonly ({ readonly id: string } | undefined)[] | undefined,
  what: { readonly list: string; readonly code: "duplicate-party" | "duplicate-evidence" },
  problems: ProblemList,
): void {
  const seen = new Map<string, { readonly id: string; readonly at: string }>();
  for (const [index, entry] of (entries ?? []).entries()) {
    if (!entry) continue;
    const first = seen.get(alikeKey(entry.id));
    if (first === undefined) {
      seen.set(alikeKey(entry.id), { id: entry.id, at: pointer("case", what.list, index) });
      continue;
    }
    const twice =
      first.id === entry.id
        ? {
            en: `${quote(entry.id)} stands in the list twice, first at \`${first.at}\``,
            zh: `${quote(entry.id)}在列表中重复出现，首次出现于\`${first.at}\``,
          }
        : {
            en: `${quote(entry.id)} is almost the same as ${quote(first.id)} at \`${first.at}\``,
            zh: `${quote(entry.id)}与\`${first.at}\`处的${quote(first.id)}几乎相同`,
          };
    problems.push(problem({ code: what.code, at: pointer("case", what.list, index, "id"), ...twice }));
  }
}

function isPlainObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isAmount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 && value <= MAX_AMOUNT_MINOR;
}

function wrongShape(
  value: unknown,
  at: Place,
  wanted: { readonly en: string; readonly zh: string },
): ProblemList[number] {
  return problem({
    code: "wrong-shape",
    at: pointer(...at),
    en: `${showJson(value)} stands where ${wanted.en} belongs`,
    zh: `此处应为${wanted.zh}，实为${showJson(value)}`,
  });
}

/** Input in backticks, as messages show it. */
export function show(value: unknown): string {
  return quote(typeof value === "string" ? value : (JSON.stringify(value) ?? String(value)));
}

/** Input as JSON, where it matters whether it is text or a number. */
function showJson(value: unknown): string {
  return quote(JSON.stringify(value) ?? String(value));
}
