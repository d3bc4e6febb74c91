import type { Permission } from "@evenhand/domain";
import { describe, expect, it } from "vitest";
import type { DraftSummary, ImportView, SampleView } from "../../api/answers.ts";
import { type Facts, stepsFor, withDoneBefore } from "./checklist-steps.ts";

const ME = "user:u1";
const NOTHING: Facts = { account: ME };

const SAMPLE: SampleView = {
  state: "loaded",
  policy: "sample-conduct",
  draft: "draft-s",
  loadedAt: "2026-07-10T01:00:00.000Z",
  rows: { done: 3, total: 3 },
  cases: 2,
};

function draft(given: Partial<DraftSummary>): DraftSummary {
  return {
    id: "draft-1",
    policy: "complaint-fines",
    baseVersion: 2,
    state: "draft",
    revision: 1,
    createdAt: "2026-07-10T01:00:00.000Z",
    createdBy: ME,
    changedAt: "2026-07-10T01:00:00.000Z",
    openThreads: 0,
    ...given,
  };
}

function may(...permissions: readonly Permission[]): (permission: Permission) => boolean {
  return (permission) => permissions.includes(permission);
}

const author = may("drafts:read", "drafts:write");

function doneOf(facts: Partial<Facts>, who = author): readonly string[] {
  return stepsFor(who, { ...NOTHING, ...facts }).flatMap(({ name, isDone }) => (isDone ? [name] : []));
}

describe("the first steps", () => {
  it("are those that somebody may take", () => {
    const names = (...permissions: readonly Permission[]) =>
      stepsFor(may(...permissions), NOTHING).map(({ name }) => name);
    expect(names("drafts:read", "drafts:write")).toEqual(["material", "draft", "handIn", "approve"]);
    expect(names("drafts:read", "drafts:review")).toEqual(["review"]);
    expect(names("users:manage", "keys:manage")).toEqual(["accounts", "keys"]);
    expect(names("cases:write")).toEqual(["cases"]);
    expect(names("self")).toEqual([]);
  });

  it("are none of them done where nothing was done", () => {
    expect(doneOf({ drafts: [draft({ createdBy: "user:other" })] })).toEqual([]);
  });

  it("take the draft of the sample for somebody's own once they edited it", () => {
    const untouched = draft({ id: "draft-s" });
    expect(doneOf({ sample: SAMPLE, drafts: [untouched] })).toEqual(["material"]);
    expect(doneOf({ sample: SAMPLE, drafts: [{ ...untouched, revision: 2 }] })).toEqual([
      "material",
      "draft",
    ]);
  });

  it("tick handing in and approving by the states that drafts are in", () => {
    expect(doneOf({ drafts: [draft({ state: "in-review" })] })).toEqual(["material", "draft", "handIn"]);
    expect(doneOf({ drafts: [draft({ state: "published" })] })).toEqual([
      "material",
      "draft",
      "handIn",
      "approve",
    ]);
  });

  it("stay done once they were, though the sample and its draft be removed", () => {
    const own = draft({ id: "draft-s", revision: 2, state: "published" });
    const before = doneOf({ sample: SAMPLE, drafts: [own] });
    const removed = withDoneBefore(stepsFor(author, NOTHING), before);
    expect(removed.filter(({ isDone }) => isDone).map(({ name }) => name)).toEqual(before);
    expect(withDoneBefore(removed, []).every(({ isDone }) => isDone)).toBe(true);
    expect(withDoneBefore(stepsFor(author, NOTHING), []).some(({ isDone }) => isDone)).toBe(false);
  });

  it("take an author and an approver for two people only", () => {
    const admin = may("users:manage");
    const both = { personId: "E1", roles: ["author", "approver"] };
    expect(doneOf({ users: [both] }, admin)).toEqual([]);
    expect(doneOf({ users: [both, { personId: "E2", roles: ["approver"] }] }, admin)).toEqual(["accounts"]);
  });

  it("take cases for brought in once an import of one's own has kept them", () => {
    const done = { state: "done", dryRun: false, policy: "complaint-fines" } as ImportView;
    const handler = may("cases:write");
    expect(doneOf({ imports: [{ ...done, dryRun: true }] }, handler)).toEqual([]);
    expect(doneOf({ sample: SAMPLE, imports: [{ ...done, policy: "sample-conduct" }] }, handler)).toEqual([]);
    expect(doneOf({ imports: [done] }, handler)).toEqual(["cases"]);
  });
});
