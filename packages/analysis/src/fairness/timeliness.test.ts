import type { Deadline } from "@evenhand/domain";
import { describe, expect, it } from "vitest";
import type { FairnessDecision } from "./decision.ts";
import { sampleDecision } from "./sample-decision.ts";
import { type StepTimeliness, timeliness } from "./timeliness.ts";

function asked(decisions: readonly FairnessDecision[]): readonly StepTimeliness[] {
  const question = timeliness({
    doneFacts: { close: "closedOn", reply: "repliedAt" },
    unitFact: "branch",
    timeZone: "Asia/Shanghai",
  });
  for (const decision of decisions) question.see(decision);
  return question.answer();
}

const due = (step: string, more: Partial<Deadline>): Deadline => ({ step, provisional: false, ...more });

function closing(closedOn: string | null, branch = "north"): FairnessDecision {
  return sampleDecision({ facts: { closedOn, branch }, deadlines: [due("close", { dueOn: "2026-07-13" })] });
}

/** Whether one case with this deadline and this fact is in time: 10 of them are, or none. */
function metOf(deadline: Deadline, facts: FairnessDecision["facts"]): number | "not said" {
  const [step] = asked(Array.from({ length: 10 }, () => sampleDecision({ facts, deadlines: [deadline] })));
  return step?.met.shown === "rate" ? step.met.met : "not said";
}

describe("timeliness", () => {
  it("gives the share of deadlines met by step and unit, with Wilson's interval", () => {
    const steps = asked([
      ...Array.from({ length: 18 }, () => closing("2026-07-13")),
      ...Array.from({ length: 2 }, () => closing("2026-07-14")),
      closing(null),
      ...Array.from({ length: 9 }, () => closing("2026-07-01", "south")),
    ]);
    expect(steps).toEqual([
      {
        step: "close",
        unit: "north",
        met: {
          shown: "rate",
          n: 20,
          met: 18,
          rate: {
            estimate: 0.9,
            lower: expect.closeTo(0.699, 3) as number,
            upper: expect.closeTo(0.9721, 4) as number,
            level: 0.95,
          },
        },
        notSaid: 1,
      },
      { step: "close", unit: "south", met: { shown: "n < 10" }, notSaid: 0 },
    ]);
  });

  it("counts the moment, the day in the policy's time zone, and the day alone as far as it decides", () => {
    const reply = due("reply", { dueAt: "2026-07-13T12:00:00+08:00" });
    expect(metOf(reply, { repliedAt: "2026-07-13T04:00:00Z" })).toBe(10);
    expect(metOf(reply, { repliedAt: "2026-07-13T04:00:01Z" })).toBe(0);
    expect(metOf(reply, { repliedAt: "2026-07-12" })).toBe(10);
    expect(metOf(reply, { repliedAt: "2026-07-13" })).toBe("not said");
    const close = due("close", { dueOn: "2026-07-13" });
    expect(metOf(close, { closedOn: "2026-07-13T15:59:59Z" })).toBe(10);
    expect(metOf(close, { closedOn: "2026-07-13T16:00:00Z" })).toBe(0);
  });

  it("says in words that no fact tells when a step was done, or that no case states it", () => {
    const [unknown] = asked([sampleDecision({ deadlines: [due("publish", { dueOn: "2026-07-13" })] })]);
    expect(unknown?.met).toMatchObject({
      words: { en: expect.stringContaining("no fact of the cases") as string },
    });
    expect(asked([closing(null)])[0]?.met).toMatchObject({
      words: { en: "no case says when this step was done" },
    });
  });

  it("says nothing where nothing was due", () => {
    expect(asked([sampleDecision()])).toEqual([]);
  });
});
