/** Who may do what; a person may have several. `admin` and `auditor` go with no role that writes or decides. */
export const ROLES = ["admin", "author", "approver", "handler", "auditor", "employee"] as const;
export type Role = (typeof ROLES)[number];

/** What a key of another system may do. No key approves, publishes or unmasks. */
export const SCOPES = [
  "evaluate",
  "decide",
  "cases:write",
  "decisions:read",
  "payroll:read",
  "payroll:write",
  "metrics:read",
] as const;
export type KeyScope = (typeof SCOPES)[number];

/**
 * What a route asks of whoever calls it. The table of who has which is `permissions.ts`; `public` is for
 * what anybody may read, `self` for what concerns only the one who is signed in.
 */
export const PERMISSIONS = [
  "public",
  "self",
  "evaluate",
  "policies:read",
  "drafts:write",
  "drafts:read",
  "drafts:review",
  "drafts:comment",
  "policies:publish",
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
  "people:erase",
  "people:unmask",
  "evidence:read",
  "evidence:replay",
  "audit:read",
  "exports:read",
  "users:manage",
  "keys:manage",
  "settings:manage",
  "settings:read",
  "metrics:read",
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/**
 * Who acts. `person` is the staff number behind an account: two accounts of one person are one person. A key is no
 * person; `system` is the service itself or an operator on its machine.
 */
export type Actor =
  | {
      readonly kind: "user";
      readonly id: string;
      readonly person: string;
      readonly roles: readonly Role[];
      /** Whether a second factor was given in this session. */
      readonly secondFactor: boolean;
    }
  | { readonly kind: "key"; readonly id: string; readonly scopes: readonly KeyScope[] }
  | { readonly kind: "system"; readonly id: string };
