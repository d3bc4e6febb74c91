import { rulesOfStore, takeInRules } from "@evenhand/service";
import type { Store } from "@evenhand/store";
import { expect, it } from "vitest";
import { type TestService, serviceOver } from "../auth/service.ts";
import { NOW, newDraft } from "../policies/scene.ts";
import { onBothDatabases } from "../support/databases.ts";
import { FILES_WITH_SITES, POLICY, type Told, recordAll } from "./sites.ts";

async function open(store: Store) {
  const service = await serviceOver(store, { rules: rulesOfStore(store), startsAt: NOW });
  await takeInRules(service.context, FILES_WITH_SITES);
  await recordAll(service, [
    ...Array.from({ length: 12 }, (_, index): Told => ({
      site: "south",
      points: 3 + (index % 3),
      times: 1.5,
    })),
    ...Array.from({ length: 12 }, (_, index): Told => ({ site: "north", points: 3 + (index % 3) })),
  ]);
  const as = async (...roles: Parameters<TestService["person"]>[0]["roles"]) => {
    const cookie = await service.signIn(await service.person({ roles }));
    return (path: string, body?: unknown, method = body === undefined ? "GET" : "POST") =>
      service.send(path, { cookie, method, ...(body === undefined ? {} : { body }) });
  };
  return { as, service };
}

onBothDatabases("fairness over HTTP", (openStore) => {
  it("is started, followed, read and looked into, down to the cases of a group", async () => {
    const { as } = await open((await openStore()).store);
    const ask = await as("auditor");
    const started = await ask("/v1/fairness", { policy: POLICY, groups: ["site"] });
    expect(started.status).toBe(202);
    const path = started.headers.get("Location") ?? "";
    expect(path).toBe(`/v1/fairness/${String(started.body["id"])}`);
    const followed = await ask(`${path}/events`);
    expect(followed.text.split("\n\n").filter((part) => part.startsWith("event: end"))).toHaveLength(1);
    const told = await ask(path);
    expect(told.body).toMatchObject({
      state: "done",
      done: 24,
      total: 24,
      same: { category: true, lossBand: true, facts: [] },
      payFacts: ["monthlyWage", "monthlyBonus"],
      result: { draft: null, decisionSet: { decisions: 24 } },
    });
    expect(told.body["resultHash"]).toMatch(/^[0-9a-f]{64}$/);
    const page = await ask(`${path}/cases?group=site&value=south&penalised=yes&limit=5`);
    expect(page.body).toMatchObject({ cases: { length: 5 }, next: expect.stringMatching(/^\d+$/) as string });
    const listed = await ask(`/v1/fairness?policy=${POLICY}`);
    expect(listed.body["reviews"]).toMatchObject([{ id: started.body["id"], state: "done" }]);
    const types = await Promise.all(
      ["csv", "xlsx&table=cases", "html&lang=zh"].map(async (format) => {
        const { headers } = await ask(`${path}/export?format=${format}`);
        return [
          headers.get("Content-Type")?.split(";")[0],
          headers.get("Content-Disposition")?.split(";")[0],
        ];
      }),
    );
    expect(types).toEqual([
      ["text/csv", "attachment"],
      ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "attachment"],
      ["text/html", "inline"],
    ]);
    expect((await ask(`${path}/cancel`, undefined, "POST")).body["code"]).toBe("wrong-state");
  });

  it("says what is wrong with what it is asked", async () => {
    const { as } = await open((await openStore()).store);
    const ask = await as("auditor");
    const refused = async (body: object) => {
      const { status, body: problem } = await ask("/v1/fairness", { policy: POLICY, ...body });
      const { errors } = problem as { readonly errors?: readonly { readonly pointer: string }[] };
      return [status, problem["code"], errors?.map(({ pointer }) => pointer)];
    };
    expect(
      await Promise.all([
        refused({ policy: "none" }),
        refused({ groups: ["moon"] }),
        refused({ groups: ["lossAmount"] }),
        refused({ until: "2026-01-01", from: "2026-02-01" }),
        refused({ same: { facts: ["moon"], colour: true } }),
        refused({ cross: ["site"] }),
        refused({ draft: { id: "draft-none" } }),
        refused({ reference: [{ fact: "site" }], parts: [{ part: "sang", fact: "site", by: "owns" }] }),
      ]),
    ).toEqual([
      [404, "unknown-policy", [""]],
      [422, "unknown-value", ["/groups/0"]],
      [422, "unknown-value", ["/groups/0"]],
      [422, "out-of-range", ["/until"]],
      [422, "unknown-field", ["/same/colour"]],
      [422, "wrong-shape", ["/cross"]],
      [404, "not-found", [""]],
      [422, "missing-field", ["/reference/0/value", "/parts/0/part"]],
    ]);
    const gone = await Promise.all(
      ["", "/cases", "/events", "/export"].map(
        async (rest) => (await ask(`/v1/fairness/job-1${rest}`)).status,
      ),
    );
    expect(gone).toEqual([404, 404, 404, 404]);
  });

  it("is open to whoever may read decisions, and with a draft to whoever may read drafts as well", async () => {
    const { as, service } = await open((await openStore()).store);
    const draft = await newDraft({ context: service.context, clock: { now: NOW } });
    const [author, handler, auditor] = [await as("author"), await as("handler"), await as("auditor")];
    const body = { policy: POLICY };
    const withDraft = { ...body, draft: { id: draft.id, contentHash: draft.contentHash } };
    expect((await author("/v1/fairness", body)).status).toBe(403);
    expect((await handler("/v1/fairness", body)).status).toBe(202);
    expect((await handler("/v1/fairness", withDraft)).body["code"]).toBe("not-allowed");
    expect((await auditor("/v1/fairness", withDraft)).status).toBe(202);
  });
});
