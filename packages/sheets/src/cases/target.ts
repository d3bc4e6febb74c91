import {
  type FactDeclaration,
  type LocalizedText,
  type Policy,
  type Scope,
  ENGINE_WORDS,
  knownDeclarations,
} from "@evenhand/domain";
import { FACT_SYNONYMS, LAST_WORDS } from "./synonyms.ts";

/** The part of a policy by which cases are read from rows. */
export type PolicyForCases = Pick<
  Policy,
  "guards" | "facts" | "derived" | "parameters" | "appliesBy" | "currency" | "timeZone"
>;

/** What a column can hold: the reference that makes rows a case, one of the party's own data, or a fact. */
export type Target =
  | {
      readonly kind: "reference" | "party-id" | "party-kind" | "party-member-of";
      readonly name: string;
      readonly label: LocalizedText;
    }
  | {
      readonly kind: "fact";
      /** `case.lossAmount`, `party.basePoints`. */
      readonly name: string;
      readonly label: LocalizedText;
      readonly scope: Scope;
      readonly fact: string;
      readonly declaration: FactDeclaration;
    };

/** A target with the names under which a header finds it, besides its own. */
export type NamedTarget = { readonly target: Target; readonly names: readonly string[] };

/** The facts that a case under this policy may state, by name and by either label. */
export function factTargets(policy: PolicyForCases): readonly NamedTarget[] {
  const declarations = knownDeclarations(policy);
  return (["case", "party"] as const).flatMap((scope) =>
    Object.entries(declarations[scope]).map(([fact, declaration]) => ({
      target: { kind: "fact", name: `${scope}.${fact}`, label: declaration.label, scope, fact, declaration },
      names: [`${scope}.${fact}`, fact, declaration.label.en, declaration.label.zh],
    })),
  );
}

/** The same facts under other words that people use for them. */
export function factSynonyms(policy: PolicyForCases): readonly NamedTarget[] {
  return factTargets(policy).map(({ target }) => ({
    target,
    names:
      target.kind === "fact" && Object.hasOwn(FACT_SYNONYMS, target.fact)
        ? (FACT_SYNONYMS[target.fact] ?? [])
        : [],
  }));
}

/** What every case has besides facts, under the names that people give it. A policy's own facts come first. */
export const ENVELOPE_TARGETS: readonly NamedTarget[] = [
  {
    target: { kind: "reference", name: "reference", label: { en: "reference of the case", zh: "案件编号" } },
    names: [
      "reference",
      "case.reference",
      "case reference",
      "case number",
      "case no",
      "case no.",
      "case id",
      "complaint number",
      "complaint no",
      "complaint no.",
      "案件编号",
      "案件号",
      "案号",
      "投诉编号",
      "投诉单号",
    ],
  },
  {
    target: {
      kind: "party-id",
      name: "party.id",
      label: { en: "staff number or id of the party", zh: "工号或当事方编号" },
    },
    names: [
      "party.id",
      "party",
      "party id",
      "staff number",
      "staff no",
      "staff no.",
      "staff id",
      "employee number",
      "employee no",
      "employee no.",
      "employee id",
      "工号",
      "员工编号",
      "员工号",
      "员工工号",
      "职工号",
      "职工编号",
      "人员编号",
      "责任人工号",
      "责任人编号",
      "当事方",
      "当事方编号",
      "当事人编号",
    ],
  },
  {
    target: { kind: "party-kind", name: "party.kind", label: { en: "kind of party", zh: "当事方类型" } },
    names: [
      "party.kind",
      "party kind",
      "kind of party",
      "party type",
      "当事方类型",
      "当事方类别",
      "当事人类型",
    ],
  },
  {
    target: {
      kind: "party-member-of",
      name: "party.memberOf",
      label: { en: "unit the party belongs to", zh: "所属单位" },
    },
    names: [
      "party.memberOf",
      "memberOf",
      "member of",
      "belongs to",
      "所属单位",
      "所属部门",
      "所属班组",
      "所在部门",
      "所在班组",
    ],
  },
];

/** The same under words that a policy may have a fact for. */
export const LAST_TARGETS: readonly NamedTarget[] = ENVELOPE_TARGETS.map(({ target }) => ({
  target,
  names: LAST_WORDS[target.name] ?? [],
}));

/** The words by which people name each kind of party. */
export const PARTY_KIND_WORDS = {
  person: [ENGINE_WORDS.person.zh, "员工", "人员", "individual", "employee", "staff"],
  team: [ENGINE_WORDS.team.zh, "小组", "团队", "crew"],
  department: [ENGINE_WORDS.department.zh, "dept", "dept."],
  external: [ENGINE_WORDS.external.zh, ENGINE_WORDS.external.en, "外部"],
  company: [ENGINE_WORDS.company.zh, ENGINE_WORDS.company.en, "本公司"],
} as const;
