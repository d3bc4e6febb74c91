import { setTimeout as wait } from "node:timers/promises";
import { type ImportPage, type ImportView, rulesOfStore, takeInRules } from "@evenhand/service";
import { writeXlsx } from "@evenhand/sheets";
import type { Store } from "@evenhand/store";
import { expect, it } from "vitest";
import { ORIGIN, type TestService, serviceOver } from "../auth/service.ts";
import { readBack } from "../exports/read-back.ts";
import { FILES, NOW } from "../policies/scene.ts";
import { onBothDatabases } from "../support/databases.ts";
import { HEADER, csv, rowsOf } from "./import-file.ts";
import { gb18030Cases } from "./sample-files.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

async function serving(store: Store): Promise<TestService & { readonly cookie: string }> {
  await takeInRules({ store, now: () => NOW }, FILES);
  const service = await serviceOver(store, { rules: rulesOfStore(store), startsAt: NOW });
  const handler = await service.person({ roles: ["handler"] });
  return { ...service, cookie: await service.signIn(handler) };
}

type Sent = {
  readonly query?: string;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

const QUERY = "policy=complaint-fines&dryRun=no";

async function send(
  { app }: Pick<TestService, "app">,
  bytes: Uint8Array,
  {
    query = QUERY,
    type = "text/csv",
    headers,
  }: Sent & { readonly headers: Readonly<Record<string, string>> },
): Promise<Response> {
  return app.request(`/v1/imports?${query}`, {
    method: "POST",
    headers: { "Content-Type": type, Origin: ORIGIN, ...headers },
    body: new Uint8Array(bytes),
  });
}

/** Asks until the import has ended, as whoever waits for it does. */
async function ended(
  { send: ask, cookie }: TestService & { readonly cookie: string },
  id: string,
): Promise<ImportPage> {
  for (;;) {
    const { status, text } = await ask(`/v1/imports/${id}`, { cookie });
    expect(status).toBe(200);
    const page = JSON.parse(text) as ImportPage;
    if (page.state !== "running") return page;
    await wait(5);
  }
}

const codesOf = async (response: Response): Promise<readonly string[]> => {
  const { errors } = (await response.json()) as {
    readonly errors: readonly { code: string; pointer: string }[];
  };
  return errors.map(({ code, pointer }) => `${code} at ${pointer}`);
};

onBothDatabases("POST /v1/imports", (open) => {
  it("takes a CSV in GB18030 in the background, and tells how far it is and what does not fit", async () => {
    const service = await serving((await open()).store);
    const headers = { Cookie: service.cookie };
    const query = `${QUERY}&fileName=${encodeURIComponent("历史案件.csv")}`;
    const begun = await send(service, gb18030Cases(), { query, headers });
    expect(begun.status).toBe(202);
    const view = (await begun.json()) as ImportView;
    expect(begun.headers.get("Location")).toBe(`/v1/imports/${view.id}`);
    expect(view).toMatchObject({ state: "running", fileName: "历史案件.csv", rows: { total: 9, done: 0 } });
    const page = await ended(service, view.id);
    expect(page).toMatchObject({
      state: "done",
      rows: { total: 9, done: 9, taken: 3, refused: 6 },
      cases: { added: 2, revised: 0, known: 0 },
    });
    const firstHalf = await service.send(`/v1/imports/${view.id}?limit=4`, { cookie: service.cookie });
    const { findings, next } = firstHalf.body as unknown as ImportPage;
    const rest = await service.send(`/v1/imports/${view.id}?limit=4&cursor=${next}`, {
      cookie: service.cookie,
    });
    expect([...findings, ...(rest.body as unknown as ImportPage).findings]).toEqual(page.findings);
    expect(rest.body["next"]).toBeNull();
    const { body } = await service.send("/v1/imports", { cookie: service.cookie });
    expect((body["imports"] as readonly ImportView[]).map(({ id }) => id)).toEqual([view.id]);
  });

  it("takes a workbook, with a map for a header that nobody else uses", async () => {
    const service = await serving((await open()).store);
    const bytes = await writeXlsx(
      {
        name: { en: "Cases", zh: "案件" },
        currency: "CNY",
        timeZone: "Asia/Shanghai",
        columns: [
          { id: "reference", kind: "text", header: { en: "reference", zh: "案件编号" } },
          { id: "kind", kind: "text", header: { en: "complaintKind", zh: "投诉类型" } },
          { id: "receivedOn", kind: "date", header: { en: "receivedOn", zh: "投诉收到日" } },
          { id: "loss", kind: "money", header: { en: "damage", zh: "赔付额" } },
        ],
        rows: [
          { reference: "C-1", kind: "规格不符", receivedOn: "2026-07-06", loss: 1_200_050 },
          { reference: "C-2", kind: "规格不符", receivedOn: "2019-07-06", loss: 5 },
        ],
      },
      "zh",
    );
    const headers = { Cookie: service.cookie };
    expect(await codesOf(await send(service, bytes, { type: XLSX, headers }))).toEqual([
      "missing-fact at ",
      "unknown-column at /columns/赔付额",
    ]);
    const map = encodeURIComponent(JSON.stringify({ 赔付额: "lossAmount" }));
    const begun = await send(service, bytes, { type: XLSX, query: `${QUERY}&map=${map}`, headers });
    const page = await ended(service, ((await begun.json()) as ImportView).id);
    expect(page.fileName).toBe("cases.xlsx");
    expect(page.cases.added).toBe(1);
    expect(page.findings.map(({ code, place }) => `${code} at ${place}`)).toEqual([
      "before-first-version at C3",
    ]);
    const { body } = await service.send("/v1/cases?reference=C-1", { cookie: service.cookie });
    const [listed] = body["cases"] as readonly { readonly id: string }[];
    const found = await service.send(`/v1/cases/${listed?.id}`, { cookie: service.cookie });
    expect(found.body).toMatchObject({ import: page.id, case: { facts: { lossAmount: 1_200_050 } } });
  });

  it("keeps nothing while a column is not recognised, and says on a dry run which are to be settled", async () => {
    const { store } = await open();
    const service = await serving(store);
    const headers = { Cookie: service.cookie };
    const bytes = csv(`${HEADER},谁的责任,姓名,空栏`, ...rowsOf(2).map((row) => `${row},是,某某,`));
    const refused = await send(service, bytes, { headers });
    expect([refused.status, await codesOf(refused)]).toEqual([422, ["unknown-column at /columns/谁的责任"]]);
    expect(await store.read((db) => db.selectFrom("cases").select("id").execute())).toEqual([]);
    const dry = await send(service, bytes, { query: "policy=complaint-fines&dryRun=yes", headers });
    expect(((await dry.json()) as ImportView).unsettled).toMatchObject([{ column: "谁的责任" }]);
    const map = encodeURIComponent(JSON.stringify({ 谁的责任: "responsible" }));
    const kept = await send(service, bytes, { query: `${QUERY}&map=${map}`, headers });
    const view = (await kept.json()) as ImportView;
    expect([view.unsettled, view.unmatched.map(({ column }) => column)]).toEqual([[], ["姓名"]]);
    expect((await ended(service, view.id)).cases.added).toBe(2);
  });

  it("gives what does not fit as a table that mends the file, in either language", async () => {
    const service = await serving((await open()).store);
    const begun = await send(service, gb18030Cases(), { headers: { Cookie: service.cookie } });
    const { id } = (await begun.json()) as ImportView;
    await ended(service, id);
    const response = await service.app.request(`/v1/imports/${id}/findings?lang=zh&format=xlsx`, {
      headers: { Cookie: service.cookie },
    });
    expect(response.headers.get("Content-Disposition")).toBe(
      `attachment; filename="${id}-findings.xlsx"; filename*=UTF-8''${encodeURIComponent(`导入问题-${id}.xlsx`)}`,
    );
    const rows = await readBack(new Uint8Array(await response.arrayBuffer()));
    expect(rows.map((row) => row["单元格"])).toHaveLength(6);
    expect(rows.find((row) => row["单元格"] === "G6")).toMatchObject({ 行: "6", 所填内容: "也许" });
  });

  it("is asked plainly whether it is a dry run, and refuses what is no table", async () => {
    const service = await serving((await open()).store);
    const headers = { Cookie: service.cookie };
    const bytes = csv(HEADER, ...rowsOf(1));
    const refused = async (sent: Sent, body = bytes): Promise<readonly string[]> =>
      codesOf(await send(service, body, { headers, ...sent }));
    expect(await refused({ query: "policy=complaint-fines" })).toEqual(["invalid-parameter at /dryRun"]);
    expect(await refused({ query: "dryRun=yes&dryrun=yes" })).toEqual(["invalid-parameter at /dryrun"]);
    expect(await refused({ query: `${QUERY}&map=loss` })).toEqual(["invalid-parameter at /map"]);
    expect(await refused({ query: `${QUERY}&map={"a":"b","a":"c"}` })).toEqual(["invalid-parameter at /map"]);
    expect(await refused({ query: "policy=complaint-fine&dryRun=yes" })).toEqual(["unknown-policy at "]);
    expect(await refused({ type: "application/pdf" })).toEqual(["unsupported-media-type at "]);
    expect(await refused({ type: "text/csv; charset=gb18030" }, new TextEncoder().encode("<html>"))).toEqual([
      "unreadable-sheet at ",
    ]);
    expect(await refused({}, new Uint8Array(20 * 1024 * 1024 + 1))).toEqual(["too-large at "]);
    const { body } = await service.send("/v1/imports", { cookie: service.cookie });
    expect(body["imports"]).toEqual([]);
  });

  it("is open to whoever may write cases, and asks a key for an `Idempotency-Key`", async () => {
    const { store } = await open();
    const service = await serving(store);
    const bytes = csv(HEADER, ...rowsOf(2));
    expect((await send(service, bytes, { headers: {} })).status).toBe(401);
    const auditor = await service.signIn(await service.person({ roles: ["auditor"] }));
    expect((await send(service, bytes, { headers: { Cookie: auditor } })).status).toBe(403);
    const { key } = await service.key(["cases:write"]);
    const headers = { Authorization: `Bearer ${key}` };
    expect(await codesOf(await send(service, bytes, { headers }))).toEqual(["missing-idempotency-key at "]);
    const once = { ...headers, "Idempotency-Key": "import-1" };
    const first = await (await send(service, bytes, { headers: once })).text();
    await ended(service, (JSON.parse(first) as ImportView).id);
    expect(await (await send(service, bytes, { headers: once })).text()).toBe(first);
    const other = await send(service, csv(HEADER, ...rowsOf(3)), { headers: once });
    expect([other.status, await codesOf(other)]).toEqual([422, ["idempotency-key-reused at "]]);
    expect(await store.read((db) => db.selectFrom("imports").select("id").execute())).toHaveLength(1);
  });
});
