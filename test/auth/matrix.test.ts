import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type KeyScope, ROLES, type Role, SCOPES } from "@evenhand/domain";
import { type Store, openStore } from "@evenhand/store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Answer, type Sending, type TestService, serviceOver } from "./service.ts";
import { WHO_MAY } from "./who-may.ts";

const folder = mkdtempSync(join(tmpdir(), "evenhand-matrix-"));
let store: Store;
let service: TestService;
let subjects: readonly Subject[] = [];
beforeAll(async () => {
  store = await openStore({ file: join(folder, "evenhand.db") });
  service = await serviceOver(store);
  subjects = await everySubject();
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

/** Somebody who sends requests, and what they are known to be; nothing of whoever is not known. */
type Subject = {
  readonly name: string;
  readonly is: readonly string[];
  readonly sends: Pick<Sending, "cookie" | "key">;
};

/** Roles that go together, as an account may have them. */
const ROLES_TOGETHER: readonly (readonly Role[])[] = [
  ...ROLES.map((role) => [role]),
  [],
  ["author", "approver"],
  ["author", "handler"],
  ["author", "employee"],
  ["approver", "handler"],
  ["approver", "employee"],
  ["handler", "employee"],
  ["admin", "employee"],
  ["auditor", "employee"],
  ["author", "approver", "handler"],
  ["author", "approver", "handler", "employee"],
];

/** Each scope, each two of them, and all. */
const SCOPES_TOGETHER: readonly (readonly KeyScope[])[] = [
  ...SCOPES.map((scope) => [scope]),
  ...SCOPES.flatMap((one, at) => SCOPES.slice(at + 1).map((other) => [one, other])),
  SCOPES,
];

async function everySubject(): Promise<readonly Subject[]> {
  const found: Subject[] = [{ name: "nobody", is: [], sends: {} }];
  for (const roles of ROLES_TOGETHER) {
    const cookie = await service.signIn(await service.person({ roles }));
    found.push({
      name: `a person: ${roles.join(", ") || "no role"}`,
      is: ["people", "known", ...roles],
      sends: { cookie },
    });
  }
  for (const scopes of SCOPES_TOGETHER) {
    const { key } = await service.key(scopes);
    found.push({ name: `a key: ${scopes.join(", ")}`, is: ["known", ...scopes], sends: { key } });
  }
  return [...found, ...(await whoIsNotKnownAnyMore())];
}

/** What was good once, or only looks so. */
async function whoIsNotKnownAnyMore(): Promise<readonly Subject[]> {
  const admin = await service.signIn(await service.person({ roles: ["admin"] }));
  const revoked = await service.key(SCOPES);
  await service.send(`/v1/keys/${revoked.id}`, { method: "DELETE", cookie: admin });
  const shut = await service.person({ roles: ["author", "approver", "handler"] });
  const cookie = await service.signIn(shut);
  await service.send(`/v1/users/${shut.id}`, { method: "PATCH", body: { disabled: true }, cookie: admin });
  await service.send("/api/auth/sign-out", { method: "POST", cookie: admin });
  const made = "evh_00000000_0000000000000000000000000000000000000000000";
  return [
    { name: "a revoked key", is: [], sends: { key: revoked.key } },
    { name: "a key that was made up", is: [], sends: { key: made } },
    { name: "a key that was made up, with a good session", is: [], sends: { key: made, cookie: admin } },
    { name: "an account that was shut", is: [], sends: { cookie } },
    { name: "an administrator who signed out", is: [], sends: { cookie: admin } },
  ];
}

type Verdict = "let in" | "not known" | "not allowed";

/** What the table says. */
function expected({ is }: Subject, route: string): Verdict {
  const may = WHO_MAY[route]?.split(" ") ?? [];
  if (may.includes("everybody") || may.some((name) => is.includes(name))) return "let in";
  return is.includes("known") ? "not allowed" : "not known";
}

function found({ status, body }: Answer): Verdict {
  if (status === 401) return "not known";
  return status === 403 && body["code"] === "not-allowed" ? "not allowed" : "let in";
}

/** The addresses of the router; signing out comes last, since whoever does it is not known afterwards. */
function routes(): readonly string[] {
  const all = service.app.routes
    .filter(({ method }) => method !== "ALL")
    .map(({ method, path }) => `${method} ${path}`);
  const out = "POST /api/auth/sign-out";
  return [...new Set(all)].filter((route) => route !== out).concat(out);
}

async function ask(subject: Subject, route: string): Promise<Answer> {
  const [method = "", pattern = ""] = route.split(" ");
  const path = pattern.replaceAll(/:\w+/g, "none");
  return service.send(path, { method, ...subject.sends });
}

describe("who may use which address", () => {
  it("is said of every address that there is, and of no other", () => {
    expect(Object.keys(WHO_MAY).toSorted()).toEqual(routes().toSorted());
  });

  it("is so for everybody, at every address", async () => {
    const deviations: unknown[] = [];
    let cells = 0;
    for (const subject of subjects) {
      for (const route of routes()) {
        cells += 1;
        const answer = await ask(subject, route);
        const [should, does] = [expected(subject, route), found(answer)];
        if (should !== does || answer.status >= 500)
          deviations.push({ who: subject.name, route, should, does, status: answer.status });
      }
    }
    expect(deviations).toEqual([]);
    expect(cells).toBeGreaterThan(1_500);
  });

  it("is found to deviate where somebody is taken for what they are not", async () => {
    const subject = subjects.find(({ name }) => name === "a key: evaluate");
    if (!subject) throw new Error("there is no such key");
    const route = "GET /v1/audit-events";
    const answer = await ask(subject, route);
    expect(found(answer)).toBe(expected(subject, route));
    expect(found(answer)).not.toBe(expected({ ...subject, is: [...subject.is, "auditor"] }, route));
  });
});
