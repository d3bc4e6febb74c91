import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Actor, Permission } from "@evenhand/domain";
import { changeSettings } from "@evenhand/service";
import { type Store, openStore } from "@evenhand/store";
import { OpenAPIHono } from "@hono/zod-openapi";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemOf, sampleApp, sampleSurroundings } from "../sample-surroundings.ts";
import { admission, notSignedIn } from "./admission.ts";
import type { ApiApp, ApiEnv, Surroundings } from "./env.ts";
import { everyRequest } from "./every-request.ts";
import { Refused, problemResponse } from "./problem.ts";
import { addPage, addRoute, declaredRoutes, jsonResponse } from "./route.ts";

const folder = mkdtempSync(join(tmpdir(), "evenhand-admission-"));
let store: Store;
beforeAll(async () => {
  store = await openStore({ file: join(folder, "evenhand.db") });
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const AUTHOR: Actor = { kind: "user", id: "u1", person: "E1001", roles: ["author"], secondFactor: false };
const EMPLOYEE: Actor = { ...AUTHOR, roles: ["employee"] };
const APPROVER: Actor = { ...AUTHOR, roles: ["approver"] };

/** One route that asks for a permission, called by somebody. */
async function asked(
  actor: Actor | undefined,
  { permission, own }: { readonly permission: Permission; readonly own?: boolean },
): Promise<Response> {
  const given: Partial<Surroundings> = {
    authenticate: async () => {
      if (actor) return actor;
      throw notSignedIn({ en: "nobody", zh: "无人" });
    },
    service: () => ({ store }) as unknown as ReturnType<Surroundings["service"]>,
  };
  const surroundings = sampleSurroundings(given);
  const app: ApiApp = new OpenAPIHono<ApiEnv>();
  app.use(everyRequest(surroundings), admission(surroundings));
  const operationId = "anything";
  const config = { method: "get", path: "/it", operationId, responses: {}, permission } as const;
  addRoute(app, { ...config, ...(own ? { own } : {}) }, (c) =>
    jsonResponse(c, { actor: c.get("actor") ?? null }),
  );
  app.onError((error, c) => problemResponse(c, error as Refused));
  return app.request("/it");
}

describe("a route", () => {
  it("lets in who has its permission, and knows who that is", async () => {
    const response = await asked(AUTHOR, { permission: "drafts:write" });
    expect(await response.json()).toEqual({ actor: AUTHOR });
  });

  it("that is public asks nobody who they are", async () => {
    expect(await (await asked(undefined, { permission: "public" })).json()).toEqual({ actor: null });
  });

  it("answers 401 to whoever does not say who they are, with how to", async () => {
    const response = await asked(undefined, { permission: "self" });
    expect(response.headers.get("WWW-Authenticate")).toBe("Bearer");
    expect(await problemOf(response)).toMatchObject({ status: 401, code: "not-signed-in" });
  });

  it("answers 403 to whoever lacks the permission, with who has it", async () => {
    const problem = await problemOf(await asked(AUTHOR, { permission: "decisions:record" }));
    expect(problem).toMatchObject({
      status: 403,
      code: "not-allowed",
      errors: [{ help: "allowed to people with the role `handler`, and to keys with the scope `decide`" }],
    });
  });

  it("is closed to those who may only see their own, unless it says that it looks", async () => {
    expect((await asked(EMPLOYEE, { permission: "decisions:read" })).status).toBe(403);
    expect((await asked(EMPLOYEE, { permission: "decisions:read", own: true })).status).toBe(200);
    expect((await asked(EMPLOYEE, { permission: "cases:read", own: true })).status).toBe(403);
  });
});

describe("a second factor", () => {
  const gate = async (actor: Actor, permission: Permission): Promise<string> => {
    const response = await asked(actor, { permission });
    return response.status === 200 ? "in" : (await problemOf(response)).code;
  };
  const require = (requireSecondFactor: boolean) =>
    changeSettings({ store, now: () => 0 } as unknown as Parameters<typeof changeSettings>[0], {
      actor: AUTHOR,
      body: { requireSecondFactor },
    });

  it("is asked for to approve, publish and unmask where the settings say so, and for nothing else", async () => {
    const auditor: Actor = { ...AUTHOR, roles: ["auditor"] };
    expect(await gate(APPROVER, "drafts:review")).toBe("in");
    await require(true);
    expect(await gate(APPROVER, "drafts:review")).toBe("second-factor-needed");
    expect(await gate(APPROVER, "policies:publish")).toBe("second-factor-needed");
    expect(await gate(auditor, "people:unmask")).toBe("second-factor-needed");
    expect(await gate(APPROVER, "drafts:read")).toBe("in");
    expect(await gate({ ...APPROVER, secondFactor: true }, "drafts:review")).toBe("in");
    // Who may not do it at all is told that first.
    expect(await gate(AUTHOR, "drafts:review")).toBe("not-allowed");
    await require(false);
    expect(await gate(APPROVER, "policies:publish")).toBe("in");
  });
});

/** Routes of the router that nobody declared a permission for. */
function undeclared(app: ApiApp): readonly string[] {
  const declared = new Set(declaredRoutes(app).map(({ method, path }) => `${method} ${path}`));
  return app.routes
    .filter(({ method }) => method !== "ALL")
    .map(({ method, path }) => `${method} ${path}`)
    .filter((route) => !declared.has(route));
}

describe("the router", () => {
  it("has no route that did not declare its permission", () => {
    const app = sampleApp();
    expect(declaredRoutes(app).length).toBeGreaterThan(30);
    expect(undeclared(app)).toEqual([]);
  });

  it("is found to have one where one was added past `addRoute`", () => {
    const app: ApiApp = new OpenAPIHono<ApiEnv>();
    addPage(app, { method: "get", path: "/one/{id}", permission: "public" }, (c) => c.text(""));
    app.get("/two", (c) => c.text(""));
    expect(undeclared(app)).toEqual(["GET /two"]);
  });
});
