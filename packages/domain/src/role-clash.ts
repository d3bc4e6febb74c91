import type { Role } from "./people.ts";

/** Roles that write or decide; whoever keeps the accounts or audits has none of them. */
const ACTING: readonly Role[] = ["author", "approver", "handler"];
const CLASHES: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  admin: [...ACTING, "auditor"],
  auditor: [...ACTING, "admin"],
};

/**
 * Two roles that one person may not have together, of all the accounts of that person; `undefined` where all go together.
 * `admin` and `auditor` go with no role that writes or decides, nor with each other.
 *
 * @example clashOf(["employee", "auditor", "handler"]) // ["auditor", "handler"]
 */
export function clashOf(roles: readonly Role[]): readonly [Role, Role] | undefined {
  for (const role of roles) {
    const other = roles.find((one) => CLASHES[role]?.includes(one));
    if (other) return [role, other];
  }
  return undefined;
}
