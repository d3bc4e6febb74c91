import type { KeyScope } from "@evenhand/domain";
import { shellQuoted } from "../parts/shell-quoted.ts";

/** What another system is to do with a key: the scope that it needs for it, and an address to see by that the key works. */
export const PURPOSES = [
  { scope: "evaluate", check: "/v1/policies" },
  { scope: "decide", check: "/v1/policies" },
  { scope: "cases:write", check: "/v1/imports" },
  { scope: "decisions:read", check: "/v1/decisions" },
  { scope: "payroll:read", check: "/v1/payroll/{month}" },
  { scope: "payroll:write", check: "/v1/payroll/{month}" },
  { scope: "metrics:read", check: "/metrics" },
] as const satisfies readonly { readonly scope: KeyScope; readonly check: string }[];

/**
 * A command that shows whether a key works, and changes nothing.
 *
 * @example checkCommand({ scopes: ["evaluate"], secret: "evh_…", origin: "https://hr.example.org", month: "2026-07" })
 */
export function checkCommand(given: {
  readonly scopes: readonly KeyScope[];
  readonly secret: string;
  readonly origin: string;
  readonly month: string;
}): string {
  const purpose = PURPOSES.find(({ scope }) => given.scopes.includes(scope)) ?? PURPOSES[0];
  const address = `${given.origin}${purpose.check.replace("{month}", given.month)}`;
  return `curl -sS ${shellQuoted(address)} -H ${shellQuoted(`Authorization: Bearer ${given.secret}`)}`;
}
