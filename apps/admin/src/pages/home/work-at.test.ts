import { describe, expect, it } from "vitest";
import type { DraftSummary } from "../../api/answers.ts";
import { workAt } from "./work-at.ts";

const DRAFT: DraftSummary = {
  id: "draft-1",
  policy: "complaint-fines",
  baseVersion: 2,
  state: "draft",
  revision: 1,
  createdAt: "2026-07-10T01:00:00.000Z",
  createdBy: "user:u1",
  changedAt: "2026-07-10T01:00:00.000Z",
  openThreads: 0,
};

describe("where somebody was at work", () => {
  it("is gone on with at the very address", () => {
    const href = "/policies/complaint-fines/draft/draft-1?at=%2Fparameters%2FcloseDays";
    expect(workAt(href, [DRAFT])).toEqual({ kind: "draft", href, policy: "complaint-fines" });
    expect(workAt("/policies/complaint-fines/compare?a=1&b=2", [])).toMatchObject({ kind: "policy" });
    expect(workAt("/reviews/draft-1", [DRAFT])).toMatchObject({ kind: "review", policy: "complaint-fines" });
    expect(workAt("/imports/imp-1", [])).toMatchObject({ kind: "import" });
  });

  it("is nothing where the draft is closed or gone", () => {
    expect(
      workAt("/policies/complaint-fines/draft/draft-1", [{ ...DRAFT, state: "withdrawn" }]),
    ).toBeUndefined();
    expect(workAt("/reviews/draft-2", [DRAFT])).toBeUndefined();
    expect(workAt("/nowhere", [DRAFT])).toBeUndefined();
  });
});
