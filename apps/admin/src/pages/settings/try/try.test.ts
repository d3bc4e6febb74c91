import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { curlCommand } from "./curl-command.ts";
import { readFact, writtenFact } from "./fact-text.ts";
import { partsOf } from "./letter.ts";
import { problemsAt } from "./problems-at.ts";

describe("a fact as it is typed", () => {
  const cny = (type: "money" | "rate" | "integer" | "text") => ({ type, currency: "CNY" });

  it("comes back as the value that was written", () => {
    for (const [value, type] of [
      [123_45, "money"],
      [0.2, "rate"],
      [7, "integer"],
      ["E1001", "text"],
    ] as const)
      expect(readFact(writtenFact(value, cny(type)), cny(type))).toBe(value);
    expect([writtenFact(123_45, cny("money")), writtenFact(0.2, cny("rate"))]).toEqual(["123.45", "20"]);
  });

  it("is left to the service where it is no such value, and not stated where nothing is typed", () => {
    expect(readFact("much", cny("money"))).toBe("much");
    expect(readFact("  ", cny("money"))).toBeUndefined();
    expect(readFact("2026-07", cny("text"))).toBe("2026-07");
  });
});

describe("a request as a command", () => {
  it("reaches curl word for word, whatever stands in it", () => {
    const request = { case: { reference: `it's "$HOME" 投诉\n`, facts: {}, parties: [] } };
    const command = curlCommand({ origin: "https://hr.example.org", policy: "complaint-fines", request });
    const shown = execFileSync("sh", ["-c", command.replace(/^curl/, "printf '%s\\0'")], {
      encoding: "utf8",
    });
    const words = shown.split("\0");
    expect(words[1]).toBe("https://hr.example.org/v1/policies/complaint-fines/evaluate");
    expect(words).toContain("Authorization: Bearer evh_YOUR_KEY");
    expect(JSON.parse(words.at(-2) ?? "")).toEqual(request);
  });
});

describe("an explanation", () => {
  it("is taken apart into headings and what is set in below them", () => {
    expect(partsOf("Result\n  The complaint is upheld.\n    because\n\nSteps\n  one\n")).toEqual([
      {
        title: "Result",
        lines: [
          { text: "The complaint is upheld.", depth: 1 },
          { text: "because", depth: 2 },
        ],
      },
      { title: "Steps", lines: [{ text: "one", depth: 1 }] },
    ]);
  });
});

describe("what is wrong with a request", () => {
  const problem = (pointer: string) => ({ code: "wrong-type", pointer, detail: "" });

  it("stands beside the field that it lies in, and nowhere else", () => {
    const problems = [problem("/case/facts/faults/0"), problem("/case/facts/faultsOfMine"), problem("")];
    expect(problemsAt(problems, "/case/facts/faults")).toEqual([problems[0]]);
  });
});
