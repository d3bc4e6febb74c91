import { type Actor, reachOf } from "@evenhand/domain";

/**
 * Whether somebody may see what is decided about and taken from a person, given by staff number: whoever may read all
 * decisions, and the person themselves under any of their accounts.
 *
 * @example mayReadPerson({ kind: "user", id: "u1", person: "P1", roles: ["employee"], secondFactor: false }, "P2") // false
 */
export function mayReadPerson(actor: Actor, staffId: string): boolean {
  const reach = reachOf(actor, "decisions:read") ?? reachOf(actor, "ledger:read");
  if (reach === "all") return true;
  return reach === "own" && actor.kind === "user" && actor.person === staffId;
}

/**
 * Whether somebody is shown staff numbers. An auditor is shown pseudonyms until they unmask a person, giving a reason;
 * a further role does not lift that.
 */
export function seesNames(actor: Actor): boolean {
  return actor.kind !== "user" || !actor.roles.includes("auditor");
}
