import { type Actor, type KeyScope, type Permission, ROLES, type Role, SCOPES } from "./people.ts";

/** How far a permission goes: over everything, or over what is one's own. */
export type Reach = "all" | "own";

type Granted = {
  readonly all: readonly Permission[];
  /** What somebody may only do with what is their own. */
  readonly own?: readonly Permission[];
};

/**
 * The one table of what a role may do; whatever does not stand in it is refused. Whoever keeps the accounts has no say
 * in policies or decisions, whoever audits changes nothing, and who wrote or recorded cannot erase. `public` and `self`
 * need no role.
 */
const ROLE_PERMISSIONS: Readonly<Record<Role, Granted>> = {
  admin: {
    all: ["users:manage", "keys:manage", "settings:manage", "settings:read", "people:erase", "metrics:read"],
  },
  author: {
    all: ["evaluate", "policies:read", "drafts:write", "drafts:read", "drafts:comment", "settings:read"],
  },
  approver: {
    all: [
      "evaluate",
      "policies:read",
      "drafts:read",
      "drafts:review",
      "drafts:comment",
      "policies:publish",
      "settings:read",
    ],
  },
  handler: {
    all: [
      "evaluate",
      "policies:read",
      "cases:write",
      "cases:read",
      "decisions:record",
      "decisions:depart",
      "decisions:read",
      "decisions:reverse",
      "appeals:file",
      "appeals:decide",
      "ledger:read",
      "ledger:write",
      "payroll:close",
      "payroll:read",
      "people:leave",
      "exports:read",
      "settings:read",
    ],
  },
  auditor: {
    all: [
      "evaluate",
      "policies:read",
      "drafts:read",
      "cases:read",
      "decisions:read",
      "ledger:read",
      "payroll:read",
      "people:unmask",
      "evidence:read",
      "evidence:replay",
      "audit:read",
      "exports:read",
      "settings:read",
      "metrics:read",
    ],
  },
  employee: { all: [], own: ["appeals:file", "decisions:read", "ledger:read"] },
};

/** What a key may do. INVARIANT: no scope approves, publishes, departs, unmasks or manages. */
const SCOPE_PERMISSIONS: Readonly<Record<KeyScope, readonly Permission[]>> = {
  evaluate: ["evaluate", "policies:read"],
  decide: ["decisions:record", "evaluate", "policies:read"],
  "cases:write": ["cases:write"],
  "decisions:read": ["decisions:read"],
  "payroll:read": ["payroll:read"],
  "payroll:write": ["payroll:close", "payroll:read"],
  "metrics:read": ["metrics:read"],
};

/** What asks for a second factor in the session, where the settings require one: what counts against others. */
export const SECOND_FACTOR_PERMISSIONS: ReadonlySet<Permission> = new Set([
  "drafts:review",
  "policies:publish",
  "people:unmask",
]);

/**
 * Whether somebody may do something: with everything, with what is their own, or not at all (`undefined`). Of several
 * roles or scopes the one that goes furthest counts. `system`, which nobody can sign in as, may do everything.
 *
 * @example
 * reachOf({ kind: "key", id: "k1", scopes: ["decide"] }, "evaluate") // "all"
 * reachOf({ kind: "user", id: "u1", person: "P1", roles: ["employee"], secondFactor: false }, "ledger:read") // "own"
 */
export function reachOf(actor: Actor, permission: Permission): Reach | undefined {
  // What concerns only oneself is open to whoever is known, without any role.
  if (permission === "public" || permission === "self") return "all";
  switch (actor.kind) {
    case "system":
      return "all";
    case "key":
      return actor.scopes.some((scope) => SCOPE_PERMISSIONS[scope].includes(permission)) ? "all" : undefined;
    case "user":
      if (actor.roles.some((role) => ROLE_PERMISSIONS[role].all.includes(permission))) return "all";
      return actor.roles.some((role) => ROLE_PERMISSIONS[role].own?.includes(permission)) ? "own" : undefined;
  }
}

/** The roles and scopes that have a permission, in the order of their lists; `own` also those with only their own. */
export function whoMay(
  permission: Permission,
  { own = false }: { readonly own?: boolean } = {},
): { readonly roles: readonly Role[]; readonly scopes: readonly KeyScope[] } {
  return {
    roles: ROLES.filter((role) => {
      const granted = ROLE_PERMISSIONS[role];
      return granted.all.includes(permission) || (own && granted.own?.includes(permission) === true);
    }),
    scopes: SCOPES.filter((scope) => SCOPE_PERMISSIONS[scope].includes(permission)),
  };
}
