import { setTimeout as sleep } from "node:timers/promises";
import type { ApiApp } from "@evenhand/api";
import { somebody, withCap } from "../../policies/scene.ts";
import { keepPast } from "../../simulation-service/past.ts";
import type { KeptService } from "../kept-service.ts";
import { type ProblemExample, done, kept } from "./example.ts";

const AUTHOR = somebody("E1001", ["author"]);
const APPROVER = somebody("E2001", ["approver"]);

/** A draft as it is answered, as far as the examples look into it. */
type Draft = {
  readonly id: string;
  readonly revision: number;
  readonly contentHash: string;
  readonly document: Readonly<Record<string, unknown>>;
};

async function newDraft({ as }: KeptService, policy = "complaint-fines"): Promise<Draft> {
  const body = { policy };
  return (await done(as(AUTHOR), { path: "/v1/drafts", body })) as Draft;
}

async function save({ as }: KeptService, { id, revision }: Draft, document: object): Promise<Draft> {
  const app = as(AUTHOR);
  const body = { label: "an edit", document };
  await done(app, {
    method: "PUT",
    path: `/v1/drafts/${id}`,
    body,
    headers: { "If-Match": `"${revision}"` },
  });
  return (await done(app, { path: `/v1/drafts/${id}` })) as Draft;
}

/** A draft with another cap than the version before, handed in for review. */
async function inReview(service: KeptService, cap = 0.4): Promise<Draft> {
  const draft = await newDraft(service);
  const saved = await save(service, draft, withCap(draft.document, cap));
  await simulated(service, saved);
  return (await done(service.as(AUTHOR), submission(saved))) as Draft;
}

/** Once there are past cases, a draft is handed in with a full simulation. */
async function simulated({ as }: KeptService, { id }: Draft): Promise<void> {
  const app = as(AUTHOR);
  const body = { policy: "complaint-fines", candidate: { draft: id } };
  const run = await done(app, { path: "/v1/simulations", body });
  for (;;) {
    const { state } = await done(app, { path: `/v1/simulations/${String(run["id"])}` });
    if (state === "done") return;
    if (state === "failed") throw new Error("the simulation failed");
    await sleep(5);
  }
}

async function approved(service: KeptService, cap?: number): Promise<Draft> {
  const draft = await inReview(service, cap);
  return (await done(service.as(APPROVER), review(draft))) as Draft;
}

function submission({ id, revision }: Draft) {
  return { method: "POST", path: `/v1/drafts/${id}/submit`, headers: { "If-Match": `"${revision}"` } };
}

function review({ id, contentHash }: Draft) {
  return { path: `/v1/drafts/${id}/reviews`, body: { verdict: "approved", contentHash } };
}

function publication({ id }: Pick<Draft, "id">, effectiveFrom: string) {
  return { path: `/v1/drafts/${id}/publish`, body: { effectiveFrom } };
}

/** The life of a policy, from a draft to a version. */
export const OF_DRAFTS = {
  "own-draft": kept(async (service) => {
    const draft = await inReview(service);
    // The author under another account, which has the right to approve.
    return { app: service.as(somebody("E1001", ["approver"], "user-another")), ...review(draft) };
  }),
  "same-decider": kept(async (service) => {
    const draft = await approved(service);
    return { app: service.as(APPROVER), ...review(draft) };
  }),
  "edited-meanwhile": kept(async (service) => {
    const draft = await newDraft(service);
    await save(service, draft, withCap(draft.document, 0.4));
    return { app: service.as(AUTHOR), ...submission(draft) };
  }),
  "draft-has-errors": kept(async (service) => {
    const draft = await newDraft(service);
    const saved = await save(service, draft, { ...draft.document, appliesBy: "recievedOn" });
    return { app: service.as(AUTHOR), ...submission(saved) };
  }),
  "examples-fail": kept(async (service) => {
    const draft = await newDraft(service);
    const saved = await save(service, draft, {
      ...draft.document,
      examples: [await otherwise(service.as(AUTHOR))],
    });
    return { app: service.as(AUTHOR), ...submission(saved) };
  }),
  "not-simulated": kept(async (service) => {
    const policy = "first-contact";
    await keepPast(service.context.store, { count: 1, policy });
    const draft = await newDraft(service, policy);
    const title = { en: "First contact, anew", zh: "首次接触（新）" };
    return {
      app: service.as(AUTHOR),
      ...submission(await save(service, draft, { ...draft.document, title })),
    };
  }),
  "nothing-changed": kept(async (service) => ({
    app: service.as(AUTHOR),
    ...submission(await newDraft(service)),
  })),
  "effective-in-the-past": kept(async (service) => ({
    app: service.as(APPROVER),
    ...publication(await approved(service), "2026-07-09"),
  })),
  "version-overlaps": kept(async (service) => {
    const app = service.as(APPROVER);
    await done(app, publication(await approved(service), "2026-09-01"));
    return { app, ...publication(await approved(service, 0.3), "2026-08-15") };
  }),
} as const satisfies Readonly<Record<string, ProblemExample>>;

/** An example that says another disposition than comes out. */
async function otherwise(app: ApiApp): Promise<object> {
  const { example } = await done(app, { path: "/v1/policies/complaint-fines/requirements" });
  return {
    id: "first-case",
    title: { en: "A first case", zh: "首例" },
    reasons: [],
    request: example,
    expect: { disposition: "out-of-scope" },
  };
}
