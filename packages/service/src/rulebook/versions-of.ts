import type { Policy } from "@evenhand/domain";
import type { Found, Rulebook } from "./rulebook.ts";

/** Every version of a policy, the oldest first; there is at least one. */
export function versionsOf(rules: Rulebook, id: string): Found<{ readonly versions: readonly Policy[] }> {
  const found = rules.policy(id);
  if ("refusal" in found) return found;
  const versions: Policy[] = [];
  for (const { version } of found.policy.versions) {
    const booked = rules.version(id, version);
    if ("refusal" in booked) return booked;
    versions.push(booked.version.policy);
  }
  return { versions };
}
