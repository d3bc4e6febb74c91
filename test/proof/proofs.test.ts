import type { Certificate, Question } from "@evenhand/analysis";
import { prove } from "@evenhand/analysis";
import { type RootCondition, bytesHash } from "@evenhand/domain";
import { decide, decideByReference } from "@evenhand/engine";
import { solveWithZ3 } from "@evenhand/solver";
import { describe, expect, it } from "vitest";
import { loadRules } from "../support/rules.ts";
import { changed, penaltyRule, rate, versionOf } from "./planted.ts";

/** Each question takes a second or two of a machine that has nothing else to do. */
const ROOMY = { timeout: 600_000 };
const rules = loadRules();
const v1 = versionOf(rules, "complaint-fines", 1);
const v2 = versionOf(rules, "complaint-fines", 2);

const ask = (question: Question): Promise<Certificate> =>
  prove(question, { solve: solveWithZ3, timeLimitMs: 120_000 });

const BREACH: RootCondition = {
  all: [
    { condition: "person-in-upheld-case" },
    { fact: "complaintKind", operator: "equal", value: "contract-breach" },
  ],
};

/**
 * Grades of a tenth to four tenths of a month's bonus, no share of the loss, and a cap of 60%: nothing comes to more than
 * half a month's bonus, whatever the cap would let it.
 */
const within = changed(rules, v2, ({ parameters, rules: own }) => ({
  parameters: { ...parameters, bonusCapRate: rate(0.6), majorDemeritConversion: rate(0.4) },
  rules: own.filter(({ id }) => id !== "deduct-share-of-loss"),
}));

/** The same with one branch that plans 60% of a month's bonus. */
const beyond = changed(rules, within, ({ parameters, rules: own }) => ({
  parameters: { ...parameters, breachPart: { ...rate(0.6), unit: "months" } },
  rules: [
    ...own,
    penaltyRule("breach-costs-60", BREACH, {
      type: "deduct",
      params: { of: "bonus", months: { fact: "parameter.breachPart" } },
    }),
  ],
}));

describe("proofs", ROOMY, () => {
  it("the declared cap of complaint-fines version 2 is proved", async () => {
    const certificate = await ask({ kind: "cap", version: v2 });
    expect(certificate).toMatchObject({
      answer: "proved",
      policies: [{ id: "complaint-fines", version: 2 }],
    });
    expect(certificate.case).toBeUndefined();
  });

  it("half a bonus is proved of each case under a cap of 60% where no rule plans more", async () => {
    const certificate = await ask({ kind: "cap", version: within, boundRate: 0.5, ofOneCase: true });
    expect(certificate).toMatchObject({ answer: "proved", question: { boundRate: 0.5, ofOneCase: true } });
  });

  it("the same bound is refuted by a month in which something stands already", async () => {
    const { answer, case: found } = await ask({ kind: "cap", version: within, boundRate: 0.5 });
    expect(answer).toBe("refuted");
    const [under] = found?.outcomes ?? [];
    const [prior] = under?.request.scheduled ?? [];
    const party = under?.request.case.parties[0];
    const planned = under?.outcome.parties[0]?.schedule.find(({ month }) => month === prior?.month);
    const bonus = Number(party?.facts["monthlyBonus"]);
    expect(Number(planned?.amountMinor)).toBeGreaterThan(0);
    expect(Number(prior?.amountMinor) + Number(planned?.amountMinor)).toBeGreaterThan(Math.floor(bonus / 2));
  });

  it("a rule that plans 60% on one branch refutes it, by a case on that branch", async () => {
    const { answer, case: found } = await ask({
      kind: "cap",
      version: beyond,
      boundRate: 0.5,
      ofOneCase: true,
    });
    expect(answer).toBe("refuted");
    const [under] = found?.outcomes ?? [];
    expect(under?.request.case.facts["complaintKind"]).toBe("contract-breach");
    const bonus = Number(under?.request.case.parties[0]?.facts["monthlyBonus"]);
    expect(Number(under?.outcome.parties[0]?.schedule[0]?.amountMinor)).toBeGreaterThan(
      Math.floor(bonus / 2),
    );
  });

  it("under a statutory guard the case is of days since the version and of wages that people earn", async () => {
    const guarded = changed(rules, v2, () => ({ guards: ["cn"] }));
    const { answer, case: found } = await ask({ kind: "cap", version: guarded, boundRate: 0.1 });
    expect(answer).toBe("refuted");
    const { effectiveFrom } = guarded.version.policy;
    const request = found?.outcomes[0]?.request;
    const dates = Object.values(request?.case.facts ?? {}).filter(
      (value) => typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value),
    );
    expect(dates.length).toBeGreaterThan(0);
    for (const day of dates) expect(String(day) >= effectiveFrom).toBe(true);
    const { monthlyWage, minimumWage, monthlyBonus } = request?.case.parties[0]?.facts ?? {};
    expect(Number(minimumWage)).toBeGreaterThanOrEqual(200_000);
    expect(Number(monthlyWage)).toBeGreaterThanOrEqual(10 * Number(monthlyBonus));
  });

  it("version 2 is proved never to charge more than version 1", async () => {
    expect((await ask({ kind: "no-more-than", before: v1, after: v2 })).answer).toBe("proved");
  });

  it("the other way round it is refuted by a warning, which both evaluators decide so", async () => {
    const { answer, case: found } = await ask({ kind: "no-more-than", before: v2, after: v1 });
    expect(answer).toBe("refuted");
    const totals = await Promise.all(
      [v2, v1].map(async (version, index) => {
        const under = found?.outcomes[index];
        if (!under || !found) throw new Error("no case");
        const context = { evaluatedAt: Date.parse(found.evaluatedAt) };
        for (const decided of [
          decide(version, under.request, context),
          await decideByReference(version, under.request, context),
        ])
          expect(decided).toMatchObject({ response: { outcome: under.outcome } });
        expect(under.outcome.parties[0]?.grade).toBe("warning");
        return under.outcome.parties[0]?.totalMinor ?? 0;
      }),
    );
    expect(totals[1]).toBeGreaterThan(totals[0] ?? 0);
  });

  it("a version that charges more than its predecessor on one branch is refuted by a case on it", async () => {
    const dearer = changed(rules, v2, ({ parameters, rules: own }) => ({
      parameters: { ...parameters, breachFine: { ...rate(0), value: 5_000, unit: "money" } },
      rules: [
        ...own,
        penaltyRule("breach-fine", BREACH, {
          type: "fine",
          params: { amount: { fact: "parameter.breachFine" } },
        }),
      ],
    }));
    const { answer, case: found } = await ask({
      kind: "no-more-than",
      before: v2,
      after: dearer,
      isDraft: true,
    });
    expect(answer).toBe("refuted");
    expect(found?.finding.en).toMatch(/^P1 is charged [\d,.]+ under the draft, and [\d,.]+ under version 2$/);
    expect(found?.finding.zh).toMatch(/^P1按草案应扣[\d,.]+元，按第2版应扣[\d,.]+元$/);
    const [before, after] = found?.outcomes ?? [];
    expect(after?.request.case.facts["complaintKind"]).toBe("contract-breach");
    expect((after?.outcome.parties[0]?.totalMinor ?? 0) - (before?.outcome.parties[0]?.totalMinor ?? 0)).toBe(
      5_000,
    );
  });

  it("rules of one priority never say different things in version 2; a planted clash is found with the two rules", async () => {
    expect((await ask({ kind: "unique", version: v2 })).answer).toBe("proved");
    const clashing = changed(rules, v2, ({ parameters, rules: own }) => ({
      parameters: {
        ...parameters,
        some: { ...rate(0), value: 5_000, unit: "money" },
        other: { ...rate(0), value: 6_000, unit: "money" },
      },
      rules: [
        ...own,
        {
          ...penaltyRule("fine-for-breach", BREACH, {
            type: "fine",
            params: { amount: { fact: "parameter.some" } },
          }),
          label: { en: "Fine for a breach", zh: "违约罚款" },
        },
        penaltyRule(
          "fine-for-large-loss",
          { all: [{ fact: "lossAmount", operator: "greaterThan", value: { fact: "parameter.some" } }] },
          {
            type: "fine",
            params: { amount: { fact: "parameter.other" } },
          },
        ),
      ],
    }));
    const certificate = await ask({ kind: "unique", version: clashing });
    expect(certificate.answer).toBe("refuted");
    expect(certificate.case?.finding.en).toBe(
      "rule “Fine for a breach” and rule “planted” have one priority, both hold of this case, and say different things",
    );
  });

  it.each([
    { question: { kind: "cap", version: v2 }, says: "by whatever the draft of complaint-fines plans" },
    { question: { kind: "unique", version: v2 }, says: "in the draft of complaint-fines say" },
    {
      question: { kind: "no-more-than", before: v1, after: v2 },
      says: "under the draft of complaint-fines than under version 1",
    },
  ] as const)("of a draft, the claim of $question.kind names no number", async ({ question, says }) => {
    const solver = { name: "none", version: "0" };
    const solve = async () => ({ solver, result: "unsat" as const });
    const { claim } = await prove({ ...question, isDraft: true }, { solve, timeLimitMs: 1 });
    expect(claim.en).toContain(says);
    expect(claim.zh).toContain("complaint-fines草案");
    expect(claim.zh).not.toContain("第2版");
  });

  it.each(["branch-complaints", "fair-attribution", "order-incident"])(
    "of %s, which names people who are no parties, no version charges more than itself",
    async (id) => {
      const version = versionOf(rules, id, 1);
      expect((await ask({ kind: "no-more-than", before: version, after: version })).answer).toBe("proved");
    },
  );

  it("a lower fine on whoever is named is not decided, since what others put on somebody is left open", async () => {
    const before = versionOf(rules, "branch-complaints", 1);
    const after = changed(rules, before, ({ parameters }) => ({
      parameters: Object.fromEntries(
        Object.entries(parameters).map(([id, parameter]) => [
          id,
          parameter.unit === "money" ? { ...parameter, value: Number(parameter.value) - 1 } : parameter,
        ]),
      ),
    }));
    const { answer, approximations } = await ask({ kind: "no-more-than", before, after });
    expect(answer).toBe("not-decided");
    expect(approximations.map(({ text }) => text.en)).toContain(
      "what other parties' facts put on the person may be any amount",
    );
  });

  it("what guards take off is left open, and the certificate names the guards that do", async () => {
    const version = changed(rules, v2, (policy) => ({
      guards: ["cn", "cn-gd"],
      rules: policy.rules.filter(({ id }) => id !== "deduct-for-grade"),
    }));
    const { approximations } = await prove(
      { kind: "no-more-than", before: version, after: version },
      { solve: solveWithZ3, timeLimitMs: 1 },
    );
    const opened = approximations.filter(({ at }) => at === "guards").map(({ text }) => text);
    expect(opened.map(({ en }) => en).join("; ")).toContain("what a guard takes off (cn-gd) is left open");
    expect(opened.map(({ zh }) => zh).join("；")).toContain("法定限制（cn-gd）所减去的金额未作限定");
  });

  it("a solver that runs out of time decides nothing, and the certificate says so", async () => {
    const { answer, reason } = await prove(
      { kind: "cap", version: v2 },
      { solve: solveWithZ3, timeLimitMs: 1 },
    );
    expect(answer).toBe("not-decided");
    expect(reason?.en).toBe("the solver had not come to an end after 0.001 s");
  });

  it("asked again, the text of a certificate gives the answer that the certificate expects", async () => {
    const { smtLib } = await ask({ kind: "no-more-than", before: v1, after: v2 });
    expect(bytesHash(new TextEncoder().encode(smtLib.text))).toBe(smtLib.sha256);
    expect((await solveWithZ3(smtLib.text, 120_000)).result).toBe(smtLib.expected);
  });
});
