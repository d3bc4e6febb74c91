import type { Gate, Policy } from "@evenhand/domain";
import { describe, expect, it } from "vitest";
import { preparePolicy } from "../prepare-policy.ts";
import { textOf } from "./phrase.ts";
import { gatePhrase, readGate } from "./read-gate.ts";
import { readPolicy } from "./read-policy.ts";
import { SAMPLE_POLICY } from "./sample-policy.ts";
import { vocabularyOf } from "./vocabulary.ts";

const text = (en: string, zh: string): { readonly en: string; readonly zh: string } => ({ en, zh });

const POLICY: Policy = {
  ...SAMPLE_POLICY,
  facts: {
    case: {
      ...SAMPLE_POLICY.facts.case,
      actOn: { type: "date", label: text("day of the act", "行为发生日") },
      incident: { type: "text", label: text("incident number", "事件编号") },
    },
    party: {
      ...SAMPLE_POLICY.facts.party,
      toldOn: { type: "date", label: text("day of the written notice", "书面告知日") },
    },
  },
  parameters: {
    ...SAMPLE_POLICY.parameters,
    answerDays: {
      value: 5,
      unit: "calendar-days",
      label: text("time to answer", "申辩期"),
      references: [{ article: "8" }],
    },
    limitDays: {
      value: 90,
      unit: "calendar-days",
      label: text("limitation", "追究时限"),
      references: [{ article: "8" }],
    },
  },
};

const common = { label: text("Gate", "前提"), references: [{ article: "8" }] };

describe("a gate read aloud", () => {
  it.each<[Gate, string, string]>([
    [
      { ...common, kind: "published-before-act", act: "actOn" },
      "Before a deduction or a grade is recorded, this version must have been published and in force on the day of the act at the latest (Art. 8).",
      "作出扣款或处分决定前，本版应最迟于行为发生日公布并施行（第8条）。",
    ],
    [
      { ...common, kind: "published-before-act", act: "receivedAt" },
      "Before a deduction or a grade is recorded, this version must have been published and in force on the day of receipt at the latest (Art. 8).",
      "作出扣款或处分决定前，本版应最迟于接到投诉当日公布并施行（第8条）。",
    ],
    [
      { ...common, kind: "heard", told: "toldOn", days: { fact: "parameter.answerDays" } },
      "Before a deduction or a grade is recorded, the person must have been told in writing and have had at least 5 calendar days to answer, counted from the day of the written notice (Art. 8).",
      "作出扣款或处分决定前，应书面告知当事人，并自书面告知日起给予至少5日申辩期（第8条）。",
    ],
    [
      { ...common, kind: "evidence" },
      "Before a deduction or a grade is recorded, at least one piece of evidence must be listed (Art. 8).",
      "作出扣款或处分决定前，应列明至少1件证据（第8条）。",
    ],
    [
      { ...common, kind: "evidence", atLeast: 3 },
      "Before a deduction or a grade is recorded, at least 3 pieces of evidence must be listed (Art. 8).",
      "作出扣款或处分决定前，应列明至少3件证据（第8条）。",
    ],
    [
      { ...common, kind: "decider-not-party" },
      "Before a deduction or a grade is recorded, it must be clear that whoever records it is neither a party to the case nor gave the instruction (Art. 8).",
      "作出扣款或处分决定前，应确认记录决定的人既不是案件的当事方，也不是下达指示的人（第8条）。",
    ],
    [
      { ...common, kind: "reasons" },
      "Before a deduction or a grade is recorded, its reasons must be given (Art. 8).",
      "作出扣款或处分决定前，应说明理由（第8条）。",
    ],
    [
      { ...common, kind: "not-punished-before", act: "incident" },
      "Before a deduction or a grade is recorded, no decision in force may already take money from the person for the same act, going by the incident number (Art. 8).",
      "作出扣款或处分决定前，不得已有就同一行为对当事人扣款的生效决定（是否为同一行为，以事件编号为准）（第8条）。",
    ],
    [
      { ...common, kind: "within-limitation", act: "actOn", days: { fact: "parameter.limitDays" } },
      "Before a deduction or a grade is recorded, at most 90 calendar days may have passed since the day of the act (Art. 8).",
      "作出扣款或处分决定前，距行为发生日不得超过90日（第8条）。",
    ],
  ])("$0.kind", (gate, inEnglish, inChinese) => {
    expect(readGate(gate, POLICY, "en")).toBe(inEnglish);
    expect(readGate(gate, POLICY, "zh")).toBe(inChinese);
  });

  it("knows where its words stand, and says by name what is no parameter", () => {
    const heard: Gate = { ...common, kind: "heard", told: "toldOn", days: { fact: "parameter.gone" } };
    const phrase = gatePhrase(heard, "/gates/1", vocabularyOf(POLICY, "en"));
    expect(textOf(phrase)).toContain("at least parameter.gone to answer");
    expect(phrase.filter(({ pointer }) => pointer !== "/gates/1")).toEqual([
      { text: "parameter.gone", pointer: "/gates/1/days" },
      { text: "the day of the written notice", pointer: "/gates/1/told" },
      { text: " (Art. 8)", pointer: "/gates/1/references" },
    ]);
  });
});

describe("the gates in the reading of a policy", () => {
  const gates: readonly Gate[] = [
    { ...common, kind: "reasons" },
    { ...common, kind: "evidence" },
  ];

  it("stand in a section of their own before the notes, with what a missing one does", () => {
    for (const language of ["en", "zh"] as const) {
      const { sections } = readPolicy(preparePolicy({ ...POLICY, gates }), language);
      const section = sections.at(-2);
      expect(section).toMatchObject({
        id: "gates",
        title: { en: "Before a penalty is recorded", zh: "作出处罚决定的前提" }[language],
      });
      expect(section?.entries.map(({ id, pointer, title }) => [id, pointer, title])).toEqual([
        ["reasons", "/gates/0", common.label[language]],
        ["evidence", "/gates/1", common.label[language]],
      ]);
      expect(section?.intro).toHaveLength(1);
    }
  });

  it("have no section where there are none", () => {
    for (const policy of [POLICY, { ...POLICY, gates: [] }]) {
      const { sections } = readPolicy(preparePolicy(policy), "en");
      expect(sections.map(({ id }) => id)).not.toContain("gates");
    }
  });
});
