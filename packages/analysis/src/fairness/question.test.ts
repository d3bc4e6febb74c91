import { describe, expect, it } from "vitest";
import { departures } from "./departures.ts";
import type { FairnessDecision } from "./decision.ts";
import { likeCases } from "./like-cases.ts";
import { showAll } from "./question.ts";
import { sampleDecision } from "./sample-decision.ts";

async function* streamOf(of: number): AsyncGenerator<FairnessDecision> {
  for (let index = 0; index < of; index++) yield await Promise.resolve(sampleDecision({ id: `D${index}` }));
}

describe("showAll", () => {
  it("shows every decision of a stream to every question, in one pass", async () => {
    const questions = [likeCases(), departures()] as const;
    expect(await showAll(streamOf(12), questions)).toBe(12);
    expect(questions[0].answer().decisions).toBe(12);
    expect(questions[1].answer().all).toMatchObject({ n: 12 });
  });

  it("gives 0 of an empty stream, and every question has an answer in words", async () => {
    const questions = [likeCases(), departures()] as const;
    expect(await showAll(streamOf(0), questions)).toBe(0);
    expect(questions[0].answer()).toEqual({ decisions: 0, groups: 0, compared: 0, unlike: [] });
    expect(questions[1].answer().all).toEqual({ shown: "n < 10" });
  });
});
