import { DOCUMENT_CONTENT_POLICY } from "@evenhand/notices";
import { rulesOfStore, takeInRules } from "@evenhand/service";
import type { Store } from "@evenhand/store";
import { expect, it } from "vitest";
import { type TestService, serviceOver } from "../auth/service.ts";
import { FILES, NOW } from "../policies/scene.ts";
import { onBothDatabases } from "../support/databases.ts";
import { fineCase } from "./payroll-world.ts";
import { readBack } from "./read-back.ts";

type World = TestService & {
  readonly handler: string;
  readonly decision: string;
  readonly get: (
    path: string,
    cookie: string,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Response>;
};

async function serving(store: Store): Promise<World> {
  await takeInRules({ store, now: () => NOW }, FILES);
  const service = await serviceOver(store, { rules: rulesOfStore(store), startsAt: NOW });
  const handler = await service.signIn(await service.person({ roles: ["handler"] }));
  const body = fineCase("C-1", [
    { id: "P1", points: 4, bonus: 200_000 },
    { id: "P2", points: 3, bonus: 150_000 },
  ]);
  const recorded = await service.send("/v1/decisions", { method: "POST", body, cookie: handler });
  expect(recorded.status).toBe(201);
  return {
    ...service,
    handler,
    decision: String(recorded.body["id"]),
    get: async (path, cookie, headers = {}) =>
      service.app.request(path, { headers: { ...(cookie === "" ? {} : { Cookie: cookie }), ...headers } }),
  };
}

onBothDatabases("the exports over HTTP", (open) => {
  it("are files with names in their language, which nobody keeps on the way", async () => {
    const { get, handler } = await serving((await open()).store);
    const response = await get("/v1/exports/payroll?month=2026-07&format=xlsx&lang=zh", handler);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "content-disposition":
        "attachment; filename=\"payroll-2026-07.xlsx\"; filename*=UTF-8''%E5%B7%A5%E8%B5%84%E6%89%A3%E5%87%8F-2026-07.xlsx",
      "content-language": "zh",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    });
    const rows = await readBack(new Uint8Array(await response.arrayBuffer()));
    expect(rows.map((row) => [row["工号"], row["计划扣减"]])).toEqual([
      ["P1", "1000"],
      ["P2", "750"],
      ["合计", "1750"],
    ]);
    const english = await get("/v1/exports/payroll?month=2026-07", handler, { "Accept-Language": "en" });
    expect(english.headers.get("Content-Disposition")).toContain('filename="payroll-2026-07.csv"');
    expect((await get("/v1/exports/announcement?month=2026-07", handler)).status).toBe(200);
    const statistics = await get("/v1/exports/statistics?month=2026-07&lang=en", handler);
    expect(await statistics.text()).toContain(",2026-08-10");
  });

  it("show the figures of a decision on its notice, in both languages, under the strict content policy", async () => {
    const { get, handler, decision } = await serving((await open()).store);
    for (const [lang, says] of [
      ["zh", ["处理决定通知书", "1,200.00元", "2026年7月", "P1"]],
      ["en", ["Notice of decision", "CNY 1,200.00", "July 2026", "P1"]],
    ] as const) {
      const response = await get(`/v1/decisions/${decision}/notice?party=P1&lang=${lang}`, handler);
      expect(Object.fromEntries(response.headers)).toMatchObject({
        "content-type": "text/html; charset=utf-8",
        "content-language": lang,
        "content-security-policy": DOCUMENT_CONTENT_POLICY,
        "cache-control": "no-store",
      });
      expect(response.headers.get("Content-Disposition")).toMatch(/^inline; filename="notice-dec-/);
      const html = await response.text();
      for (const one of says) expect(html).toContain(one);
      expect(html).not.toMatch(/\bP2\b|<script|style=/);
    }
  });

  it("serve what a page loads under an address that changes with it, to be kept for good", async () => {
    const { get, handler, decision } = await serving((await open()).store);
    const html = await (await get(`/v1/decisions/${decision}/notice?party=P1&lang=zh`, handler)).text();
    const links = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)">/g)].map(([, href = ""]) => href);
    expect(links).toHaveLength(2);
    for (const href of links) {
      expect(href).toMatch(/^\/assets\/[0-9a-f]{16}\//);
      const response = await get(href, "");
      expect([
        response.status,
        response.headers.get("Content-Type"),
        response.headers.get("Cache-Control"),
      ]).toEqual([200, "text/css; charset=utf-8", "public, max-age=31536000, immutable"]);
      const etag = response.headers.get("ETag") ?? "";
      expect((await get(href, "", { "If-None-Match": etag })).status).toBe(304);
      expect((await get(href.replace(/[0-9a-f]{16}/, "0123456789abcdef"), "")).status).toBe(404);
      const plain = await get(href.replace(/\/[0-9a-f]{16}\//, "/"), "");
      expect([plain.status, plain.headers.get("Cache-Control")]).toEqual([200, "no-cache"]);
    }
    const [fontCss = ""] = links;
    const css = await (await get(fontCss, "")).text();
    const [, file = ""] = /url\(\.\/([^)]+)\)/.exec(css) ?? [];
    const font = await get(fontCss.replace("font.css", file), "");
    expect([font.status, font.headers.get("Content-Type")]).toEqual([200, "font/woff2"]);
    expect(new TextDecoder().decode((await font.arrayBuffer()).slice(0, 4))).toBe("wOF2");
    for (const path of [
      "/assets/fonts/noto-sans-sc/package.json",
      "/assets/fonts/noto-sans-sc/..%2fwght.css",
    ])
      expect((await get(path, "")).status).toBe(404);
  });

  it("give an employee their own notice and statement, and say nothing of others", async () => {
    const { get, decision, signIn, person } = await serving((await open()).store);
    const own = await signIn(await person({ roles: ["employee"], personId: "P1" }));
    const notice = await get(`/v1/decisions/${decision}/notice?lang=en`, own);
    expect([notice.status, (await notice.text()).includes("CNY 1,200.00")]).toEqual([200, true]);
    const statement = await get("/v1/people/P1/statement?lang=en", own);
    expect([statement.status, (await statement.text()).includes("1,200.00")]).toEqual([200, true]);
    for (const path of [
      `/v1/decisions/${decision}/notice?party=P2`,
      "/v1/people/P2/statement",
      "/v1/decisions/dec-none/notice",
    ])
      expect((await get(path, own)).status).toBe(404);
    const other = await signIn(await person({ roles: ["employee"], personId: "P77" }));
    expect((await get(`/v1/decisions/${decision}/notice`, other)).status).toBe(404);
    for (const what of ["payroll", "announcement", "statistics"])
      expect((await get(`/v1/exports/${what}?month=2026-07`, own)).status).toBe(403);
  });

  it("show an auditor pseudonyms, and ask everybody who they are", async () => {
    const { get, signIn, person } = await serving((await open()).store);
    const auditor = await signIn(await person({ roles: ["auditor"] }));
    const payroll = await get("/v1/exports/payroll?month=2026-07&lang=en", auditor);
    expect(payroll.status).toBe(200);
    const text = await payroll.text();
    expect(text).toMatch(/person-[0-9a-f]{64}/);
    expect(text).not.toMatch(/\bP[12]\b/);
    for (const what of ["payroll", "announcement", "statistics"]) {
      expect((await get(`/v1/exports/${what}?month=2026-07`, "")).status).toBe(401);
      expect((await get(`/v1/exports/${what}`, auditor)).status).toBe(400);
      expect((await get(`/v1/exports/${what}?month=2026-13`, auditor)).status).toBe(400);
    }
  });

  it("give a key with `decisions:read` a notice, and no export", async () => {
    const { app, decision, key: makeKey } = await serving((await open()).store);
    const { key } = await makeKey(["decisions:read"]);
    const headers = { Authorization: `Bearer ${key}` };
    expect((await app.request(`/v1/decisions/${decision}/notice?party=P1`, { headers })).status).toBe(200);
    expect((await app.request("/v1/exports/payroll?month=2026-07", { headers })).status).toBe(403);
  });
});
