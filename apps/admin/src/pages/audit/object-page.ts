import type { AuditedKind, Permission } from "@evenhand/domain";

type Place = { readonly href: string; readonly permission: Permission };

/** Where an object of each kind is shown; undefined of those that have no page. */
const PAGES: Readonly<Record<AuditedKind, ((id: string) => Place) | undefined>> = {
  appeal: undefined,
  calendar: () => ({ href: "/settings/calendars", permission: "policies:read" }),
  case: undefined,
  decision: (id) => ({ href: `/decisions/${encodeURIComponent(id)}`, permission: "decisions:read" }),
  draft: (id) => ({ href: `/reviews/${encodeURIComponent(id)}`, permission: "drafts:read" }),
  guard: () => ({ href: "/settings/guards", permission: "policies:read" }),
  import: (id) => ({ href: `/imports/${encodeURIComponent(id)}`, permission: "cases:write" }),
  key: () => ({ href: "/settings/keys", permission: "keys:manage" }),
  "payroll-month": undefined,
  person: undefined,
  "policy-version": (id) => {
    const { policy, version } = versionIn(id);
    return {
      href: `/policies/${encodeURIComponent(policy)}?version=${version}`,
      permission: "policies:read",
    };
  },
  sample: undefined,
  settings: () => ({ href: "/settings/service", permission: "settings:read" }),
  simulation: (id) => ({ href: `/simulations/${encodeURIComponent(id)}`, permission: "drafts:read" }),
  user: () => ({ href: "/settings/people", permission: "users:manage" }),
};

/** Where an object is shown, and what that asks for; undefined where it has no page. */
export function objectPage({ kind, id }: { readonly kind: string; readonly id: string }): Place | undefined {
  return isAuditedKind(kind) ? PAGES[kind]?.(id) : undefined;
}

/** Whether a kind of objects is one that events tell of. */
export function isAuditedKind(kind: string): kind is AuditedKind {
  return Object.hasOwn(PAGES, kind);
}

/** The kinds of objects that events tell of. */
export const AUDITED_KINDS = Object.keys(PAGES).filter(isAuditedKind);

/** The policy and the number in `complaint-fines@2`. */
export function versionIn(id: string): { readonly policy: string; readonly version: string } {
  const at = id.lastIndexOf("@");
  return { policy: id.slice(0, at), version: id.slice(at + 1) };
}
