import { describe, expect, it } from "vitest";
import type { Draft } from "../api/answers.ts";
import { returnOf } from "./returned.ts";

type Submission = Draft["submissions"][number];

const submission = (...verdicts: readonly ("approved" | "returned")[]): Submission => ({
  id: "submission-1",
  revision: 2,
  contentHash: "a".repeat(64),
  by: { account: "user:author" },
  at: "2026-11-22T09:00:00.000Z",
  movedMinor: null,
  counts: false,
  reviews: verdicts.map((verdict, index) => ({
    verdict,
    contentHash: "a".repeat(64),
    by: { account: `user:approver-${index}` },
    at: "2026-11-22T09:21:00.000Z",
    reason: `reason ${index}`,
  })),
});

describe("a returned draft", () => {
  it("is one whose last submission was returned, also after an approval and after further edits", () => {
    const submissions = [submission("approved", "returned")];
    expect(returnOf({ state: "draft", submissions })).toMatchObject({ reason: "reason 1" });
  });

  it("is none once it was handed in again, or taken back by an edit alone", () => {
    const submissions = [submission("returned"), submission("approved")];
    expect(returnOf({ state: "in-review", submissions })).toBeUndefined();
    expect(returnOf({ state: "draft", submissions })).toBeUndefined();
    expect(returnOf({ state: "draft", submissions: [] })).toBeUndefined();
  });
});
