import { contentHash } from "@evenhand/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemOf } from "../sample-surroundings.ts";
import { type DraftApp, type Send, openDraftApp, person } from "./sample-draft-app.ts";

type Draft = {
  readonly id: string;
  readonly state: string;
  readonly revision: number;
  readonly contentHash: string;
  readonly document: Readonly<Record<string, unknown>> & {
    readonly parameters: Readonly<Record<string, object>>;
  };
};

let service: DraftApp;
let author: Send;
let approver: Send;

beforeAll(async () => {
  service = await openDraftApp();
  author = service.as(person("E1001", "author"));
  approver = service.as(person("E2001", "approver"));
});
afterAll(async () => service.close());

async function json<Value>(response: Response): Promise<Value> {
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
  return (await response.json()) as Value;
}

async function newDraft(body: object = { policy: "complaint-fines" }): Promise<Draft> {
  return json<Draft>(await author("POST", "/v1/drafts", { body }));
}

function withCap({ document }: Draft, value: number): object {
  const { parameters } = document;
  const bonusCapRate = { ...parameters["bonusCapRate"], value };
  return { ...document, parameters: { ...parameters, bonusCapRate } };
}

async function edited(draft: Draft, value: number): Promise<Draft> {
  const body = { label: `cap ${value}`, document: withCap(draft, value) };
  return json<Draft>(await author("PUT", `/v1/drafts/${draft.id}`, { body, revision: draft.revision }));
}

async function submitted(value = 0.4): Promise<Draft> {
  const draft = await newDraft();
  const { revision } = await edited(draft, value);
  return json<Draft>(await author("POST", `/v1/drafts/${draft.id}/submit`, { revision }));
}

describe("/v1/drafts", () => {
  it("begins a draft, says where it is, and gives its revision for If-Match", async () => {
    const made = await author("POST", "/v1/drafts", { body: { policy: "complaint-fines", from: 1 } });
    const draft = (await made.json()) as Draft;
    expect([made.status, made.headers.get("Location"), made.headers.get("ETag")]).toEqual([
      201,
      `/v1/drafts/${draft.id}`,
      '"1"',
    ]);
    const read = await author("GET", `/v1/drafts/${draft.id}`);
    expect(read.headers.get("ETag")).toBe('"1"');
    expect(await read.json()).toEqual(draft);
  });

  it("saves an edit upon the revision that was seen, and refuses one that comes late", async () => {
    const draft = await newDraft();
    const saved = await author("PUT", `/v1/drafts/${draft.id}`, {
      body: { label: "cap 0.4", document: withCap(draft, 0.4) },
      revision: 1,
    });
    expect([saved.status, saved.headers.get("ETag")]).toEqual([200, '"2"']);
    const late = { body: { label: "late", document: draft.document }, revision: 1 };
    expect(await problemOf(await author("PUT", `/v1/drafts/${draft.id}`, late))).toMatchObject({
      code: "edited-meanwhile",
      status: 409,
      detail: expect.stringContaining("revision `2` now, which you wrote yourself") as string,
    });
  });

  it.each([
    { header: undefined, detail: "the request does not say which revision was seen" },
    { header: "2", detail: "`2` names no revision" },
    { header: '"0"', detail: '`"0"` names no revision' },
    { header: 'W/"2"', detail: '`W/"2"` names no revision' },
    { header: "*", detail: "`*` names no revision" },
  ])("takes no edit with the If-Match $header", async ({ header, detail }) => {
    const { id, document } = await newDraft();
    const body = { label: "x", document };
    const headers = header === undefined ? {} : { "If-Match": header };
    for (const sent of [
      await author("PUT", `/v1/drafts/${id}`, { body, headers }),
      await author("POST", `/v1/drafts/${id}/undo`, { headers }),
      await author("POST", `/v1/drafts/${id}/submit`, { headers }),
    ])
      expect(await problemOf(sent)).toMatchObject({
        code: "invalid-parameter",
        detail,
        errors: [{ pointer: "/If-Match" }],
      });
  });

  it.each([
    {
      what: "too deep",
      body: `{"label":"x","document":${"[".repeat(40)}${"]".repeat(40)}}`,
      code: "too-deep",
    },
    { what: "too large", body: `{"label":"x","document":{"a":"${"b".repeat(300_000)}"}}`, code: "too-large" },
    { what: "a name twice", body: '{"label":"x","document":{"a":1,"a":2}}', code: "duplicate-key" },
    { what: "a dangerous name", body: '{"label":"x","document":{"__proto__":{}}}', code: "dangerous-key" },
    { what: "no JSON", body: '{"label":', code: "not-json" },
    {
      what: "too many values",
      body: `{"label":"x","document":{"a":[${"1,".repeat(10_001)}1]}}`,
      code: "too-many-nodes",
    },
    { what: "no label", body: '{"document":{}}', code: "missing-field" },
    { what: "a list for a document", body: '{"label":"x","document":[]}', code: "wrong-shape" },
  ])("refuses a body that is $what", async ({ body, code }) => {
    const { id } = await newDraft();
    const sent = await author("PUT", `/v1/drafts/${id}`, { body, revision: 1 });
    expect((await problemOf(sent)).code).toBe(code);
  });

  it("undoes and redoes, and tells the history", async () => {
    const draft = await newDraft();
    await edited(draft, 0.4);
    const back = await json<Draft>(await author("POST", `/v1/drafts/${draft.id}/undo`, { revision: 2 }));
    expect(back).toMatchObject({ revision: 1, undo: null, redo: "cap 0.4", document: draft.document });
    const forth = await author("POST", `/v1/drafts/${draft.id}/redo`, { revision: 1 });
    expect([forth.status, forth.headers.get("ETag")]).toEqual([200, '"2"']);
    expect(await json(await author("GET", `/v1/drafts/${draft.id}/history`))).toMatchObject({
      revision: 2,
      revisions: [
        { revision: 1, parent: null },
        { revision: 2, parent: 1, label: "cap 0.4", by: { person: "E1001" } },
      ],
    });
    const again = await author("POST", `/v1/drafts/${draft.id}/redo`, { revision: 2 });
    expect((await problemOf(again)).code).toBe("wrong-state");
  });

  it("compares, reads out and tries the examples", async () => {
    const draft = await newDraft();
    await edited(draft, 0.4);
    expect(await json(await author("GET", `/v1/drafts/${draft.id}/diff`))).toMatchObject({
      against: { version: 2 },
      changes: [{ subject: "parameter", id: "bonusCapRate", before: 0.5, after: 0.4 }],
    });
    const other = await author("GET", `/v1/drafts/${draft.id}/diff?against=9`);
    expect((await problemOf(other)).code).toBe("unknown-version");
    const reading = await author("GET", `/v1/drafts/${draft.id}/reading?lang=zh`);
    expect(reading.headers.get("Content-Language")).toBe("zh");
    expect(await json(reading)).toMatchObject({ language: "zh", policy: { version: 3 } });
    expect(await json(await author("GET", `/v1/drafts/${draft.id}/examples`))).toEqual({ examples: [] });
  });

  it("lists drafts of a policy in a state", async () => {
    const draft = await submitted();
    const path = "/v1/drafts?policy=complaint-fines&state=in-review";
    const { drafts } = await json<{ readonly drafts: readonly Draft[] }>(await approver("GET", path));
    expect(drafts[0]?.id).toBe(draft.id);
    expect(drafts.every(({ state }) => state === "in-review")).toBe(true);
    expect((await problemOf(await approver("GET", "/v1/drafts?state=lost"))).code).toBe("invalid-parameter");
  });

  it("says what is wrong with what is handed in, each thing with its place in the document", async () => {
    const draft = await newDraft();
    const body = { label: "gone", document: { ...draft.document, calendar: "mars" } };
    await author("PUT", `/v1/drafts/${draft.id}`, { body, revision: 1 });
    const refused = await author("POST", `/v1/drafts/${draft.id}/submit`, { revision: 2 });
    expect(await problemOf(refused)).toMatchObject({
      code: "draft-has-errors",
      status: 422,
      errors: [{ pointer: "/calendar" }],
    });
  });

  it.each(["draft-none", "%00", "..%2f", "%F0%9F%98%80", `draft-${"0".repeat(26)}`])(
    "finds no draft %s",
    async (id) => {
      for (const answer of [
        await author("GET", `/v1/drafts/${id}`),
        await author("GET", `/v1/drafts/${id}/history`),
        await author("POST", `/v1/drafts/${id}/submit`, { revision: 1 }),
      ])
        expect((await problemOf(answer)).code).toBe("not-found");
      expect((await problemOf(await author("GET", `/v1/drafts?before=${id}x`))).code).toBe(
        "invalid-parameter",
      );
    },
  );

  it("gives a draft up", async () => {
    const { id } = await newDraft();
    expect(await json(await author("POST", `/v1/drafts/${id}/withdraw`))).toMatchObject({
      state: "withdrawn",
    });
    expect((await problemOf(await author("POST", `/v1/drafts/${id}/withdraw`))).status).toBe(409);
  });

  it("is closed to whoever has not the permission, whatever they try", async () => {
    const { id, contentHash: hash } = await submitted();
    const stranger = service.as(person("E3001", "handler"));
    const review = { verdict: "approved", contentHash: hash };
    for (const answer of [
      await stranger("GET", `/v1/drafts/${id}`),
      await stranger("POST", "/v1/drafts", { body: { policy: "complaint-fines" } }),
      await approver("POST", "/v1/drafts", { body: { policy: "complaint-fines" } }),
      await author("POST", `/v1/drafts/${id}/reviews`, { body: review }),
      await author("POST", `/v1/drafts/${id}/publish`, { body: { effectiveFrom: "2027-01-01" } }),
    ])
      expect(await problemOf(answer)).toMatchObject({ code: "not-allowed", status: 403 });
  });
});

describe("the versions of a policy", () => {
  it.each(["nothing", "guards"])("are none of a policy %s", async (policy) => {
    for (const path of ["versions", "versions/1/document"])
      expect((await problemOf(await author("GET", `/v1/policies/${policy}/${path}`))).code).toBe(
        "unknown-policy",
      );
  });

  it("are given as files by their numbers only", async () => {
    const path = (version: string) => `/v1/policies/complaint-fines/versions/${version}/document`;
    expect((await problemOf(await author("GET", path("99")))).code).toBe("unknown-version");
    expect((await problemOf(await author("GET", path("x")))).code).toBe("invalid-parameter");
  });
});

describe("reviewing and publishing", () => {
  it("takes a draft to a version that is exported with the hash it was published with", async () => {
    const { id, contentHash: hash } = await submitted();
    const body = { verdict: "approved", contentHash: hash };
    const approved = await approver("POST", `/v1/drafts/${id}/reviews`, { body });
    expect(await json(approved)).toMatchObject({ state: "approved", approvals: { needed: 1, given: 1 } });
    const effectiveFrom = "2026-08-01";
    const published = await approver("POST", `/v1/drafts/${id}/publish`, { body: { effectiveFrom } });
    const version = (await published.json()) as { readonly version: number; readonly hash: string };
    const place = `/v1/policies/complaint-fines/versions/${version.version}`;
    expect([published.status, published.headers.get("Location")]).toEqual([201, place]);
    const file = await author("GET", `${place}/document`);
    expect(file.headers.get("Content-Disposition")).toBe(
      `attachment; filename="complaint-fines-v${version.version}.json"`,
    );
    expect(file.headers.get("ETag")).toBe(`"${version.hash}"`);
    expect(contentHash(await file.json())).toBe(version.hash);
    const { versions } = await json<{ readonly versions: readonly object[] }>(
      await author("GET", "/v1/policies/complaint-fines/versions"),
    );
    expect(versions.at(-1)).toMatchObject({
      version: version.version,
      hash: version.hash,
      effectiveFrom,
      state: "scheduled",
      draft: id,
    });
    const next = await submitted(0.3);
    await approver("POST", `/v1/drafts/${next.id}/reviews`, {
      body: { verdict: "approved", contentHash: next.contentHash },
    });
    const clash = await approver("POST", `/v1/drafts/${next.id}/publish`, { body: { effectiveFrom } });
    expect(await problemOf(clash)).toMatchObject({ code: "version-overlaps", status: 409 });
  });

  it("is refused to the author, under a second account of theirs as well", async () => {
    const { id, contentHash: hash } = await submitted(0.35);
    const body = { verdict: "approved", contentHash: hash };
    const second = service.as(person("E1001", "approver"));
    expect(await problemOf(await second("POST", `/v1/drafts/${id}/reviews`, { body }))).toMatchObject({
      code: "own-draft",
      status: 403,
    });
    await approver("POST", `/v1/drafts/${id}/reviews`, { body });
    const publication = { body: { effectiveFrom: "2027-01-01" } };
    expect((await problemOf(await second("POST", `/v1/drafts/${id}/publish`, publication))).code).toBe(
      "own-draft",
    );
  });

  it("is void after an edit", async () => {
    const draft = await submitted(0.34);
    const body = { verdict: "approved", contentHash: draft.contentHash };
    await approver("POST", `/v1/drafts/${draft.id}/reviews`, { body });
    await edited(draft, 0.33);
    const publication = { body: { effectiveFrom: "2027-01-01" } };
    const refused = await approver("POST", `/v1/drafts/${draft.id}/publish`, publication);
    expect(await problemOf(refused)).toMatchObject({ code: "wrong-state", status: 409 });
    const late = await approver("POST", `/v1/drafts/${draft.id}/reviews`, { body });
    expect(await problemOf(late)).toMatchObject({ code: "edited-meanwhile", status: 409 });
  });

  it.each([
    { effectiveFrom: "2026-07-09", code: "effective-in-the-past", status: 422 },
    { effectiveFrom: "soon", code: "not-a-date", status: 422 },
  ])("is refused from $effectiveFrom on as $code", async ({ effectiveFrom, code, status }) => {
    const draft = await submitted(0.32);
    const body = { verdict: "approved", contentHash: draft.contentHash };
    await approver("POST", `/v1/drafts/${draft.id}/reviews`, { body });
    const refused = await approver("POST", `/v1/drafts/${draft.id}/publish`, { body: { effectiveFrom } });
    const problem = await problemOf(refused);
    expect(problem).toMatchObject({ code, status });
    expect(problem.errors[0]?.pointer).toBe("/effectiveFrom");
  });

  it.each([
    { body: { verdict: "maybe", contentHash: "0" }, code: "unknown-value" },
    { body: { verdict: "approved" }, code: "missing-field" },
    { body: { verdict: "approved", contentHash: "0", why: "x" }, code: "unknown-field" },
    { body: "[]", code: "wrong-shape" },
  ])("takes no review that is $body", async ({ body, code }) => {
    const { id } = await submitted(0.31);
    expect((await problemOf(await approver("POST", `/v1/drafts/${id}/reviews`, { body }))).code).toBe(code);
  });
});
