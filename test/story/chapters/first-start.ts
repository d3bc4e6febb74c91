import type { KeyScope, Role } from "@evenhand/domain";
import { expect } from "vitest";
import { PASSWORD, STAFF, type Somebody, type World, emailOf, onDay } from "../world.ts";

type Account = { readonly user: { readonly id: string }; readonly invitation: { readonly link: string } };
type MadeKey = { readonly key: { readonly id: string }; readonly secret: string };

const ACCOUNTS: Readonly<Record<Exclude<Somebody, "admin">, readonly Role[]>> = {
  // Whoever writes may approve what others write.
  author: ["author", "approver"],
  "author-again": ["approver"],
  approver: ["approver"],
  handler: ["handler"],
  "other-handler": ["handler"],
  auditor: ["auditor"],
  worker: ["employee"],
};

/** 6 July: the one-time link makes an administrator, who makes everybody else an account and two systems a key. */
export async function firstStart(world: World): Promise<void> {
  const { service, transcript, as } = world;
  transcript.name("EVALUATE_KEY", service.firstStart.key);
  await setPassword(world, `${service.url}/welcome/${service.firstStart.token}`);
  // The link works once.
  const again = await fetch(`${service.url}/welcome/${service.firstStart.token}`);
  expect(again.status).toBe(410);

  await onDay(world, "2026-07-06T09:00:00+08:00");
  await as("admin").signIn("sign-in");
  for (const [who, roles] of Object.entries(ACCOUNTS) as [Exclude<Somebody, "admin">, readonly Role[]][]) {
    const made = await as("admin").send<Account>({
      step: `account-${who}`,
      method: "POST",
      path: "/v1/users",
      body: { email: emailOf(who), name: "Somebody", personId: STAFF[who], roles },
    });
    await setPassword(world, made.body.invitation.link);
  }
  await makeKey(world, {
    variable: "CASES_KEY",
    step: "key-of-cases",
    name: "case system",
    scopes: ["decide"],
  });
  await makeKey(world, {
    variable: "PAYROLL_KEY",
    step: "key-of-payroll",
    name: "payroll",
    scopes: ["payroll:write"],
  });

  // Whoever keeps the accounts has no say in policies or decisions.
  const refused = await as("admin").send({
    step: "admin-reads-drafts",
    path: "/v1/drafts",
    status: 403,
  });
  expect(refused.body).toMatchObject({ code: "not-allowed" });
  await as("author").signIn();
  const { body } = await as("author").send({ step: "who-am-i", path: "/v1/me" });
  expect(body).toMatchObject({ kind: "user", personId: "E1001", roles: ["author", "approver"] });
}

async function makeKey(
  { transcript, as }: World,
  given: {
    readonly variable: string;
    readonly step: string;
    readonly name: string;
    readonly scopes: readonly KeyScope[];
  },
): Promise<void> {
  const { variable, step, ...body } = given;
  const made = await as("admin").send<MadeKey>({ step, method: "POST", path: "/v1/keys", body });
  expect(made.body.secret).toMatch(/^evh_[0-9a-z]{8}_[0-9A-Za-z_-]{43}$/);
  transcript.name(variable, made.body.secret);
}

/** What the owner of an account does on the page that the link opens. */
async function setPassword({ service }: World, link: string): Promise<void> {
  const response = await fetch(link, {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded", Origin: service.url },
    body: new URLSearchParams({ name: "Somebody", password: PASSWORD, again: PASSWORD }),
  });
  expect(response.status).toBe(200);
}
