import { type Actor, type EvaluateRequest, type PolicyExample, shortHash } from "@evenhand/domain";
import {
  type DraftDocument,
  type DraftView,
  attachSimulation,
  readDraft,
  reviewDraft,
  saveDraft,
  submitDraft,
  tryExamples,
  undoDraft,
} from "@evenhand/service";
import { listAuditEvents, putSetting } from "@evenhand/store";
import { expect, it } from "vitest";
import { readCaseFiles } from "../conformance/case.ts";
import { onBothDatabases } from "../support/databases.ts";
import {
  APPROVER,
  AUTHOR,
  OTHER_APPROVER,
  OTHER_AUTHOR,
  type Scene,
  approve,
  edit,
  given,
  newDraft,
  refusalOf,
  sceneOver,
  somebody,
  submitted,
  wordsOf,
} from "./scene.ts";

const CASE_A = caseA();

function caseA(): { readonly request: EvaluateRequest; readonly evaluatedAt: string } {
  const cases = readCaseFiles().flatMap((file) => (file.policy === "complaint-fines" ? file.cases : []));
  const found = cases.find(({ id }) => id === "example-a");
  if (!found) throw new Error("the conformance cases have no example A");
  return { request: found.request as EvaluateRequest, evaluatedAt: found.evaluatedAt };
}

/** The first case of the measure, with what is expected of it. */
function example(expect: PolicyExample["expect"], reasons: readonly string[] = []): PolicyExample {
  const title = { en: "the first case", zh: "案例一" };
  return { id: "first-case", title, ...CASE_A, expect, reasons };
}

async function withExample(scene: Scene, one: PolicyExample): Promise<DraftView> {
  const { id, document } = await newDraft(scene);
  return saved(scene, id, { ...document, examples: [one] });
}

async function saved({ context }: Scene, id: string, document: DraftDocument): Promise<DraftView> {
  const before = given(await readDraft(context, { actor: AUTHOR, id })).draft;
  const body = { label: "edited", document };
  given(await saveDraft(context, { actor: AUTHOR, id, revision: before.revision, body }));
  return given(await readDraft(context, { actor: AUTHOR, id })).draft;
}

async function submit({ context }: Scene, { id, revision }: DraftView, actor: Actor = AUTHOR) {
  return submitDraft(context, { actor, id, revision });
}

onBothDatabases("handing a draft in", (open) => {
  const scene = async () => sceneOver((await open()).store);

  it("is refused with every error and its place in the document", async () => {
    const all = await scene();
    const draft = await newDraft(all);
    const wrong = await saved(all, draft.id, { ...draft.document, appliesBy: "nowhere", calendar: "mars" });
    expect(refusalOf(await submit(all, wrong)).toSorted()).toEqual([
      "draft-has-errors at /appliesBy",
      "draft-has-errors at /calendar",
    ]);
  });

  it("is refused where an example comes out otherwise, and says where, expected and found", async () => {
    const all = await scene();
    const draft = await withExample(all, example({ disposition: "out-of-scope" }));
    const refused = await submit(all, draft);
    expect(refusalOf(refused)).toEqual(["examples-fail at /examples/0/expect/disposition"]);
    expect(wordsOf(refused)).toEqual([
      'in the example `first-case`, `/disposition` is `"upheld"`, not `"out-of-scope"`',
    ]);
  });

  it("is refused where a rule that an example names does not stand", async () => {
    const all = await scene();
    const draft = await withExample(all, example({}, ["deduct-share-of-loss", "customer-caused"]));
    expect(refusalOf(await submit(all, draft))).toEqual(["examples-fail at /examples/0/reasons/1"]);
  });

  it("is refused where the case of an example cannot be decided", async () => {
    const all = await scene();
    const one = example({});
    const unknown = { ...one.request.case, facts: { ...one.request.case.facts, weather: "wet" } };
    const draft = await withExample(all, { ...one, request: { case: unknown } });
    expect(refusalOf(await submit(all, draft))).toEqual([
      "examples-fail at /examples/0/request/case/facts/weather",
    ]);
  });

  it("succeeds with examples that come out as they say, and keeps the hash of the content", async () => {
    const all = await scene();
    const draft = await withExample(all, example({ disposition: "upheld" }, ["deduct-share-of-loss"]));
    const { examples } = given(await tryExamples(all.context, { id: draft.id }));
    expect(examples).toEqual([{ id: "first-case", failures: [] }]);
    const handed = given(await submit(all, draft)).draft;
    expect(handed).toMatchObject({
      state: "in-review",
      approvals: { needed: 1, given: 0 },
      submissions: [
        {
          contentHash: draft.contentHash,
          counts: true,
          movedMinor: null,
          by: { person: "E1001" },
          reviews: [],
        },
      ],
    });
  });

  it("is refused to whoever has not seen the newest revision, and in any state but that of a draft", async () => {
    const all = await scene();
    const draft = await newDraft(all);
    const revision = await edit(all, draft, { rate: 0.4 });
    expect(refusalOf(await submit(all, draft))).toEqual(["edited-meanwhile"]);
    given(await submit(all, { ...draft, revision }));
    expect(refusalOf(await submit(all, { ...draft, revision }))).toEqual(["wrong-state"]);
  });

  it("is refused where it says what the newest version says, number and day aside", async () => {
    const all = await scene();
    const draft = await newDraft(all);
    const refused = await submit(all, draft);
    expect([refusalOf(refused), wordsOf(refused)]).toEqual([
      ["nothing-changed"],
      ["the draft says exactly what version 2 of `complaint-fines` says"],
    ]);
    const dated = await saved(all, draft.id, { ...draft.document, effectiveFrom: "2027-01-01" });
    expect(refusalOf(await submit(all, dated))).toEqual(["nothing-changed"]);
  });

  it("is told of its state by whoever hands it in twice, whatever revision they saw", async () => {
    const all = await scene();
    const { id } = await submitted(all);
    const again = await submitDraft(all.context, { actor: AUTHOR, id, revision: 1 });
    expect(refusalOf(again)).toEqual(["wrong-state"]);
  });

  it("leaves an event with the content and everybody who wrote it, by account", async () => {
    const all = await scene();
    const draft = await newDraft(all);
    const revision = await edit(all, draft, { rate: 0.4, actor: OTHER_AUTHOR });
    const handed = given(await submit(all, { ...draft, revision })).draft;
    const [event] = await all.context.store.read((db) => listAuditEvents(db, { limit: 1 }));
    expect(event).toMatchObject({ action: "draft.submitted", object_id: draft.id });
    expect(JSON.parse(event?.body ?? "")).toMatchObject({
      after: {
        contentHash: handed.contentHash,
        editors: ["user:user-E1001", "user:user-E1002"],
      },
    });
    // Events are kept for good, and staff numbers must not be.
    expect(event?.body).not.toContain('"E100');
  });
});

onBothDatabases("reviewing", (open) => {
  const scene = async () => sceneOver((await open()).store);

  it.each([
    { who: "the author", actor: AUTHOR },
    { who: "a second account of the author", actor: somebody("E1001", ["approver"], "second-account") },
    { who: "an administrator who is the author", actor: somebody("E1001", ["admin", "approver"], "root") },
    { who: "somebody who edited once", actor: somebody("E1002", ["approver"], "third-account") },
    { who: "whoever handed it in", actor: somebody("E1003", ["approver"]) },
  ])("is refused to $who", async ({ actor }) => {
    const all = await scene();
    const draft = await newDraft(all);
    await edit(all, draft, { rate: 0.4, actor: OTHER_AUTHOR });
    const handed = given(await submit(all, { ...draft, revision: 2 }, somebody("E1003", ["author"]))).draft;
    expect(refusalOf(await approve(all, handed, actor))).toEqual(["own-draft"]);
    const kept = given(await readDraft(all.context, { actor: AUTHOR, id: draft.id })).draft;
    expect(kept).toMatchObject({ state: "in-review", approvals: { given: 0 } });
  });

  it("approves what another wrote, with a reason that only its commitment keeps in the log", async () => {
    const all = await scene();
    const { id, contentHash } = await submitted(all);
    const body = { verdict: "approved", contentHash, reason: "as agreed with E1001" };
    const { draft } = given(await reviewDraft(all.context, { actor: APPROVER, id, body }));
    expect(draft).toMatchObject({ state: "approved", approvals: { needed: 1, given: 1 } });
    expect(draft.submissions[0]?.reviews).toMatchObject([
      { verdict: "approved", reason: "as agreed with E1001", by: { person: "E2001" } },
    ]);
    const [event] = await all.context.store.read((db) => listAuditEvents(db, { limit: 1 }));
    expect(event?.action).toBe("draft.approved");
    expect(event?.body).not.toContain("agreed");
    expect(event?.body).toMatch(/"reason":"text-[0-9a-f]{64}"/);
  });

  it("returns a draft with a reason only, and it is written on", async () => {
    const all = await scene();
    const handed = await submitted(all);
    const { id, contentHash } = handed;
    const bare = { verdict: "returned", contentHash };
    expect(refusalOf(await reviewDraft(all.context, { actor: APPROVER, id, body: bare }))).toEqual([
      "missing-field at /reason",
    ]);
    const body = { ...bare, reason: "why 40 %?" };
    const { draft } = given(await reviewDraft(all.context, { actor: APPROVER, id, body }));
    expect(draft).toMatchObject({ state: "draft", approvals: { given: 0 } });
    expect(draft.submissions).toMatchObject([{ counts: false, reviews: [{ reason: "why 40 %?" }] }]);
  });

  it("takes an approval back as long as nothing is published", async () => {
    const all = await scene();
    const { id, contentHash } = await submitted(all);
    given(await approve(all, { id, contentHash }));
    const body = { verdict: "returned", contentHash, reason: "on second thoughts" };
    const returned = await reviewDraft(all.context, { actor: OTHER_APPROVER, id, body });
    expect(given(returned).draft).toMatchObject({ state: "draft", approvals: { given: 0 } });
  });

  it("is of the content that was seen, and of no other", async () => {
    const all = await scene();
    const handed = await submitted(all);
    const never = await approve(all, { id: handed.id, contentHash: "0".repeat(64) });
    expect([refusalOf(never), wordsOf(never)]).toEqual([
      ["unknown-value at /contentHash"],
      ["`#000000` is the hash of no content that this draft ever had"],
    ]);
    const revision = await edit(all, handed, { rate: 0.3, actor: OTHER_AUTHOR });
    expect(refusalOf(await approve(all, handed))).toEqual(["edited-meanwhile"]);
    given(await submitDraft(all.context, { actor: AUTHOR, id: handed.id, revision }));
    // Whoever reviews is told who edited it by the staff number.
    const late = await approve(all, handed);
    expect([refusalOf(late), wordsOf(late)]).toEqual([
      ["edited-meanwhile"],
      [
        `what was seen was the content \`${shortHash(handed.contentHash)}\`; the draft stands at revision \`3\` now, written by \`E1002\``,
      ],
    ]);
  });

  it("of a draft that went back to being written, unchanged, says that it is being written", async () => {
    const all = await scene();
    const { id, contentHash } = await submitted(all);
    const body = { verdict: "returned", contentHash, reason: "why 40 %?" };
    given(await reviewDraft(all.context, { actor: APPROVER, id, body }));
    expect(refusalOf(await approve(all, { id, contentHash }, OTHER_APPROVER))).toEqual(["wrong-state"]);
  });

  it.each(["saved", "undone"] as const)("is void once the draft is %s", async (how) => {
    const all = await scene();
    const handed = await submitted(all);
    given(await approve(all, handed));
    if (how === "saved") await edit(all, handed, { rate: 0.3 });
    else await undo(all, handed);
    const now = given(await readDraft(all.context, { actor: AUTHOR, id: handed.id })).draft;
    expect(now).toMatchObject({ state: "draft", approvals: { given: 0 } });
    const [event] = await all.context.store.read((db) => listAuditEvents(db, { limit: 1 }));
    expect(event?.action).toBe("draft.reopened");
    expect(JSON.parse(event?.body ?? "")).toMatchObject({
      before: { state: "approved", contentHash: handed.contentHash },
    });
  });

  it("of the same content handed in anew starts anew", async () => {
    const all = await scene();
    const handed = await submitted(all);
    given(await approve(all, handed));
    await edit(all, handed, { rate: 0.3 });
    const back = await saved(all, handed.id, handed.document);
    expect(back.contentHash).toBe(handed.contentHash);
    const again = given(await submit(all, back)).draft;
    expect(again).toMatchObject({ state: "in-review", approvals: { needed: 1, given: 0 } });
    expect(given(await approve(all, again)).draft.state).toBe("approved");
  });
});

async function undo({ context }: Scene, { id, revision }: DraftView): Promise<void> {
  given(await undoDraft(context, { actor: AUTHOR, id, revision }));
}

onBothDatabases("what moves much money", (open) => {
  const scene = async () => sceneOver((await open()).store);
  const simulated = async (all: Scene, movedMinor: number): Promise<DraftView> => {
    const { id, contentHash } = await submitted(all);
    given(await attachSimulation(all.context, { actor: AUTHOR, draft: id, contentHash, movedMinor }));
    return given(await readDraft(all.context, { actor: AUTHOR, id })).draft;
  };

  it.each([
    { movedMinor: 9_999_999, needed: 1 },
    { movedMinor: 10_000_000, needed: 2 },
  ])("needs $needed approvals where $movedMinor fen move", async ({ movedMinor, needed }) => {
    const all = await scene();
    const draft = await simulated(all, movedMinor);
    expect(draft.approvals).toEqual({ needed, given: 0, twoApproversFromMinor: 10_000_000 });
    const once = given(await approve(all, draft)).draft;
    expect(once.state).toBe(needed === 1 ? "approved" : "in-review");
  });

  it("needs two approvals of two people, whichever accounts they use", async () => {
    const all = await scene();
    const draft = await simulated(all, 20_000_000);
    given(await approve(all, draft));
    expect(refusalOf(await approve(all, draft, somebody("E2001", ["approver"], "again")))).toEqual([
      "same-decider",
    ]);
    expect(given(await approve(all, draft, OTHER_APPROVER)).draft).toMatchObject({
      state: "approved",
      approvals: { needed: 2, given: 2 },
    });
  });

  it("is what the settings say it is", async () => {
    const all = await scene();
    await all.context.store.write((tx) =>
      putSetting(tx, { key: "twoApproversFromMinor", value: "500", changed_at: 1, changed_by: "system:t" }),
    );
    expect((await simulated(all, 500)).approvals.needed).toBe(2);
  });

  it("voids approvals that were given without it, and stays with the same content", async () => {
    const all = await scene();
    const handed = await submitted(all);
    given(await approve(all, handed));
    const { id, contentHash } = handed;
    const ask = { actor: AUTHOR, draft: id, contentHash, movedMinor: 20_000_000 };
    given(await attachSimulation(all.context, ask));
    const draft = given(await readDraft(all.context, { actor: AUTHOR, id })).draft;
    expect(draft).toMatchObject({ state: "in-review", approvals: { needed: 2, given: 0 } });
    await edit(all, draft, { rate: 0.3 });
    const back = await saved(all, id, handed.document);
    expect(given(await submit(all, back)).draft.approvals.needed).toBe(2);
  });

  it("is noted of exactly the content that was simulated", async () => {
    const all = await scene();
    const handed = await submitted(all);
    await edit(all, handed, { rate: 0.3 });
    const { id, contentHash } = handed;
    const ask = { actor: AUTHOR, draft: id, contentHash, movedMinor: 1 };
    expect(refusalOf(await attachSimulation(all.context, ask))).toEqual(["edited-meanwhile"]);
  });
});
