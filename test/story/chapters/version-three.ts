import type { Policy, PolicyExample } from "@evenhand/domain";
import { expect } from "vitest";
import type { Browser } from "../client.ts";
import { type World, onDay } from "../world.ts";

type Draft = {
  readonly id: string;
  readonly state: string;
  readonly revision: number;
  readonly contentHash: string;
  readonly document: Policy;
};
type Problem = {
  readonly code: string;
  readonly errors: readonly { readonly pointer: string; readonly detail: string }[];
};

/**
 * 7 to 9 July: the author writes version 3 of complaint fines, with a cap of 40 %, and another person approves exactly
 * that and sets its day.
 */
export async function versionThree(world: World): Promise<void> {
  await onDay(world, "2026-07-07T09:00:00+08:00", "author", "author-again");
  const contentHash = await write(world);
  await ownDraft(world, contentHash);
  await onDay(world, "2026-07-09T10:00:00+08:00", "approver");
  await approveAndPublish(world, contentHash);
}

/** What a bonus of 2,000.00 pays of 1,200.00, as version 2 has it: at most half of it in a month. */
const EXAMPLE: PolicyExample = {
  id: "two-months",
  title: { en: "A share above the cap goes on in the next month", zh: "超出上限的部分顺延至次月" },
  request: {
    case: {
      reference: "EXAMPLE-1",
      facts: {
        complaintKind: "spec-mismatch",
        lossAmount: 1_200_000,
        receivedOn: "2026-08-03",
        decidedOn: "2026-08-04",
      },
      parties: [
        {
          id: "P1",
          kind: "person",
          facts: {
            function: "production",
            responsible: true,
            basePoints: 4,
            unitBasePoints: 40,
            monthlyBonus: 200_000,
          },
        },
      ],
    },
  },
  expect: { parties: [scheduled([100_000, 20_000])] },
  reasons: ["deduct-share-of-loss"],
};

function scheduled([august, september]: readonly [number, number]): object {
  return {
    party: "P1",
    totalMinor: 120_000,
    schedule: [
      { month: "2026-08", amountMinor: august },
      { month: "2026-09", amountMinor: september },
    ],
  };
}

/** A document with the cap and with what the example says comes out. */
function edited(document: Policy, rate: number, months: readonly [number, number]): object {
  const { bonusCapRate } = document.parameters;
  return {
    ...document,
    parameters: { ...document.parameters, bonusCapRate: { ...bonusCapRate, value: rate } },
    examples: [{ ...EXAMPLE, expect: { parties: [scheduled(months)] } }],
  };
}

async function write({ as, transcript }: World): Promise<string> {
  const author = as("author");
  const begun = await author.send<Draft>({
    step: "begin-draft",
    method: "POST",
    path: "/v1/drafts",
    body: { policy: "complaint-fines" },
  });
  const id = transcript.name("DRAFT", begun.body.id);
  expect(begun.headers.get("Location")).toBe(`/v1/drafts/${id}`);
  expect(begun.headers.get("ETag")).toBe('"1"');
  const { document } = begun.body;
  expect(document.parameters["bonusCapRate"]?.value).toBe(0.5);

  // First an example of how it is today, which passes: half of 2,000.00 is 1,000.00.
  await save(author, id, {
    label: "an example of the cap",
    document: edited(document, 0.5, [100_000, 20_000]),
  });
  expect((await examples(author, id)).examples).toEqual([{ id: "two-months", failures: [] }]);

  await save(author, id, {
    step: "lower-the-cap",
    label: "cap 40 %",
    document: edited(document, 0.4, [100_000, 20_000]),
  });
  const diff = await author.send<{ changes: readonly { text: { en: string } }[] }>({
    step: "what-changes",
    path: `/v1/drafts/${id}/diff`,
  });
  expect(diff.body.changes.map(({ text }) => text.en)).toHaveLength(2);

  // 40 % of 2,000.00 is 800.00, so the example is not true any more, and nothing can be handed in.
  const refused = await author.send<Problem>({
    step: "submit-too-early",
    method: "POST",
    path: `/v1/drafts/${id}/submit`,
    headers: { "If-Match": '"3"' },
    status: 422,
  });
  expect(refused.body.code).toBe("examples-fail");
  expect(refused.body.errors.map(({ pointer }) => pointer)).toEqual([
    "/examples/0/expect/parties/0/schedule/0/amountMinor",
    "/examples/0/expect/parties/0/schedule/1/amountMinor",
  ]);

  // 1,200.00 = 800.00 + 400.00.
  await save(author, id, {
    step: "mend-example",
    label: "what the example gives at 40 %",
    document: edited(document, 0.4, [80_000, 40_000]),
  });
  const submitted = await author.send<Draft>({
    step: "submit",
    method: "POST",
    path: `/v1/drafts/${id}/submit`,
    headers: { "If-Match": '"4"' },
  });
  expect(submitted.body.state).toBe("in-review");
  return transcript.name("CONTENT_HASH", submitted.body.contentHash);
}

async function save(
  author: Browser,
  id: string,
  { step, ...body }: { readonly step?: string; readonly label: string; readonly document: object },
): Promise<void> {
  const { headers } = await author.send({ path: `/v1/drafts/${id}` });
  const saved = await author.send<Draft>({
    ...(step === undefined ? {} : { step }),
    method: "PUT",
    path: `/v1/drafts/${id}`,
    headers: { "If-Match": headers.get("ETag") ?? "" },
    body,
  });
  expect(saved.headers.get("ETag")).toBe(`"${saved.body.revision}"`);
}

async function examples(author: Browser, id: string): Promise<{ readonly examples: readonly unknown[] }> {
  const { body } = await author.send<{ examples: readonly unknown[] }>({ path: `/v1/drafts/${id}/examples` });
  return body;
}

/** Whoever wrote it does not approve it, under no account of theirs, and publishes nothing that is not approved. */
async function ownDraft({ as, transcript }: World, contentHash: string): Promise<void> {
  const path = `/v1/drafts/${transcript.named("DRAFT")}/reviews`;
  const review = { method: "POST", path, body: { verdict: "approved", contentHash }, status: 403 } as const;
  const own = await as("author").send<Problem>({ step: "approve-own", ...review });
  const second = await as("author-again").send<Problem>({ step: "approve-own-again", ...review });
  expect([own.body.code, second.body.code]).toEqual(["own-draft", "own-draft"]);
}

async function approveAndPublish({ as, transcript }: World, contentHash: string): Promise<void> {
  const approver = as("approver");
  const draft = `/v1/drafts/${transcript.named("DRAFT")}`;
  const publish = (effectiveFrom: string, status?: number, step?: string) =>
    approver.send<Problem & { readonly version: number; readonly hash: string }>({
      ...(step === undefined ? {} : { step }),
      method: "POST",
      path: `${draft}/publish`,
      body: { effectiveFrom },
      ...(status === undefined ? {} : { status }),
    });
  expect((await publish("2026-08-01", 409)).body.code).toBe("wrong-state");
  const approved = await approver.send<Draft>({
    step: "approve",
    method: "POST",
    path: `${draft}/reviews`,
    body: { verdict: "approved", contentHash },
  });
  expect(approved.body).toMatchObject({ state: "approved", approvals: { needed: 1, given: 1 } });
  expect((await publish("2026-07-08", 422)).body.code).toBe("effective-in-the-past");
  const published = await publish("2026-08-01", 201, "publish");
  expect(published.body).toMatchObject({
    policy: "complaint-fines",
    version: 3,
    effectiveFrom: "2026-08-01",
  });
  expect(published.headers.get("Location")).toBe("/v1/policies/complaint-fines/versions/3");
  transcript.name("HASH_3", published.body.hash);
  const { body } = await approver.send({ step: "versions", path: "/v1/policies/complaint-fines/versions" });
  expect(body["versions"]).toMatchObject([
    { version: 1, state: "superseded", effectiveUntil: "2026-06-30" },
    { version: 2, state: "in-force", effectiveFrom: "2026-07-01", effectiveUntil: "2026-07-31" },
    { version: 3, state: "scheduled", effectiveFrom: "2026-08-01", effectiveUntil: null },
  ]);
}
