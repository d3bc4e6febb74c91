import {
  type DecisionTable,
  type Guard,
  type Policy,
  PARAMETER_PREFIX,
  type RuleStage,
} from "@evenhand/domain";
import { citation } from "../citation.ts";
import type { DocumentWords, HeaderSentence, StageEvents } from "../document-words.ts";
import { dayInWords, figure } from "../figures.ts";
import { guardSentences } from "../guard-words.ts";
import { type Phrase, childPointer, phraseAt } from "../phrase.ts";
import { calendarName, timeZoneName } from "../place-names.ts";
import { type Vocabulary, labelOf, typeOf, wordOf } from "../vocabulary.ts";
import { derivedInWords, factInWords } from "./fact.ts";
import { CHINESE_GUARD } from "./guard.ts";
import { occasionOf, orList, quoted } from "./noun.ts";

/** The parts of a document in Chinese. */
export const CHINESE_DOCUMENT: DocumentWords = {
  sectionTitles: {
    header: "总则",
    terms: "用语",
    "case-facts": "案件事实",
    "party-facts": "当事方事实",
    "computed-facts": "派生事实",
    parameters: "参数",
    intake: "受理与认定",
    attribution: "归责与分担",
    penalty: "处罚与措施",
    deadline: "期限",
    authority: "审批与处理层级",
    gates: "作出处罚决定的前提",
    notes: "说明",
  },
  header,
  term: (name, meaning, pointer, vocabulary) =>
    phraseAt(pointer)`${quoted(wordOf(name, vocabulary))}是指${meaning}的情形。`,
  fact: factInWords,
  derived: derivedInWords,
  parameter: (parameter, pointer, vocabulary) => {
    const label = phraseAt(childPointer(pointer, "label"))`${parameter.label.zh}`;
    const type = parameter.unit === "count" ? "integer" : parameter.unit;
    const value = phraseAt(
      childPointer(pointer, "value"),
    )`${figure(parameter.value, type, { language: "zh", currency: vocabulary.policy.currency })}`;
    const cite = phraseAt(childPointer(pointer, "references"))`${citation(parameter.references, vocabulary)}`;
    return phraseAt(pointer)`${label}：${value}${cite}。`;
  },
  stageIntro,
  gatesIntro: "缺少其中任何一项的，涉及扣款或处分的决定不得记录；核算不受影响。",
  tableIntro,
  note: (note, pointer, vocabulary) => {
    const cite = citation(note.references ?? [], vocabulary);
    const text = note.text.zh.trim();
    return phraseAt(
      pointer,
    )`${cite === "" ? text : text.replace(/。$/, "")}${cite === "" ? "" : `${cite}。`}`;
  },
};

function header(policy: Policy, vocabulary: Vocabulary, read: readonly Guard[]): readonly HeaderSentence[] {
  return [
    {
      id: "identity",
      pointer: "/version",
      phrase: phraseAt(
        "/version",
      )`本文件为${phraseAt("/title")`《${policy.title.zh}》`}第${String(policy.version)}版（${policy.id}）。`,
    },
    ...(policy.summary
      ? [{ id: "summary", pointer: "/summary", phrase: phraseAt("/summary")`${policy.summary.zh}` }]
      : []),
    { id: "in-force", pointer: "/effectiveFrom", phrase: inForce(policy, vocabulary) },
    {
      id: "units",
      pointer: "/currency",
      phrase: phraseAt(
        "/currency",
      )`金额以${policy.currency === "CNY" ? "人民币" : policy.currency}计，${phraseAt("/timeZone")`时间以${timeZoneName(policy.timeZone).zh}为准`}，${phraseAt("/calendar")`工作日按${calendarName(policy.calendar).zh}计算`}。`,
    },
    ...(policy.lossFact === undefined
      ? []
      : [
          {
            id: "loss",
            pointer: "/lossFact",
            phrase: phraseAt(
              "/lossFact",
            )`由各承担者分担的是${labelOf(policy.lossFact, vocabulary)}；无人承担的部分由公司承担。`,
          },
        ]),
    cap(policy, vocabulary),
    { id: "guards", pointer: "/guards", phrase: phraseAt("/guards")`${guards(policy, read)}` },
    ...guardSentences(read, CHINESE_GUARD, vocabulary),
    ...conflict(policy, vocabulary),
    ...(policy.grades.length === 0
      ? []
      : [
          {
            id: "grades",
            pointer: "/grades",
            phrase: phraseAt(
              "/grades",
            )`${policy.grades.length === 1 ? "纪律处分为" : "纪律处分由轻到重为"}：${policy.grades.map((grade) => wordOf(grade, vocabulary)).join("、")}。`,
          },
        ]),
  ];
}

function inForce(policy: Policy, vocabulary: Vocabulary): Phrase {
  const label = labelOf(policy.appliesBy, vocabulary);
  const decides =
    typeOf(policy.appliesBy, vocabulary) === "instant"
      ? `${occasionOf(policy.appliesBy, vocabulary)}当日`
      : label;
  const by = phraseAt("/appliesBy")`案件适用哪一版，以${decides}为准`;
  if (vocabulary.isDraft === true) return phraseAt("/effectiveFrom")`施行日期在发布时确定；${by}。`;
  return phraseAt("/effectiveFrom")`自${dayInWords(policy.effectiveFrom, "zh")}起施行；${by}。`;
}

function cap(policy: Policy, vocabulary: Vocabulary): HeaderSentence {
  const id = policy.cap.rate.fact.slice(PARAMETER_PREFIX.length);
  const parameter = Object.hasOwn(policy.parameters, id) ? policy.parameters[id] : undefined;
  const rate = parameter
    ? figure(parameter.value, "rate", { language: "zh", currency: policy.currency })
    : labelOf(policy.cap.rate.fact, vocabulary);
  const references = parameter?.references ?? [];
  return {
    id: "cap",
    pointer: "/cap",
    references,
    phrase: phraseAt(
      "/cap",
    )`个人每月的扣减，连同其他案件和制度的扣减在内，合计不超过其当月绩效奖金的${phraseAt("/cap/rate")`${rate}`}，超出部分顺延至以后各月${citation(references, vocabulary)}。`,
  };
}

function guards({ guards: ids }: Policy, read: readonly Guard[]): string {
  const named = ids.map((id) => read.find(({ jurisdiction }) => jurisdiction === id)?.title.zh ?? id);
  if (named.length === 0) return "本办法未指定法定限制。";
  return `本办法适用法定限制${named.map(quoted).join("")}；法定限制只会减少、不会增加可扣减的金额。`;
}

function conflict({ conflict: rule }: Policy, vocabulary: Vocabulary): readonly HeaderSentence[] {
  if (!rule) return [];
  const barred = orList(["案件的当事方", ...rule.instructors.map((name) => labelOf(name, vocabulary))]);
  const phrase = phraseAt(
    "/conflict",
  )`${barred}不得担任${labelOf(rule.decider, vocabulary)}；违反的，在改由他人决定之前不得作出决定${citation(rule.references, vocabulary)}。`;
  return [{ id: "conflict", pointer: "/conflict", references: rule.references, phrase }];
}

function stageIntro(stage: RuleStage, events: StageEvents, vocabulary: Vocabulary): readonly string[] {
  switch (stage) {
    case "intake":
      return [
        events.competing("disposition")
          ? "同时符合数条处理结论规定的，以排列在先者为准；均不符合的，投诉成立。"
          : "无相反规定的，投诉成立。",
      ];
    case "attribution":
      return [
        ...(events.competing("role") ? ["符合数个责任角色的，以排列在先者为准。"] : []),
        ...(events.competing("exempt") ? ["符合数个免责事由的，以排列在先者为准。"] : []),
        ...(events.has("bear") && vocabulary.policy.lossFact !== undefined
          ? ["无人承担的部分由公司承担。"]
          : []),
      ];
    case "penalty":
      return [
        ...(events.has("fine") ? ["各项罚款合并计算。"] : []),
        ...(events.competing("grade") ? ["应受数个处分的，只给予其中最重的一个。"] : []),
      ];
    case "deadline":
      return events.has("due") ? ["按日计算的期限，起算当日不计入。"] : [];
    case "authority":
      return events.competing("authority") ? ["同时符合数条的，以排列在先者为准。"] : [];
  }
}

function tableIntro(table: DecisionTable, when: Phrase | undefined, pointer: string): Phrase {
  const policy = phraseAt(
    childPointer(pointer, "hitPolicy"),
  )`${table.hitPolicy === "unique" ? "各行至多适用其一" : "自上而下，以最先符合的一行为准"}`;
  return when
    ? phraseAt(childPointer(pointer, "when"))`本表适用于下列情形：${when}。${policy}。`
    : phraseAt(pointer)`${policy}。`;
}
