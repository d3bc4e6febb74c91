import type { Actor } from "./people.ts";

/** What acts of its own in the log: parts of the service, and operators on its machine. */
export const SYSTEM_ACTORS = [
  "sign-in",
  "service",
  "first-start",
  "rule-files",
  "sample",
  "simulation",
  "operator",
] as const;
/** The id of one of them, as it stands in the log. */
export type SystemActor = (typeof SYSTEM_ACTORS)[number];

/**
 * One of them as the actor of an event.
 *
 * @example systemActor("rule-files") // { kind: "system", id: "rule-files" }
 */
export function systemActor(id: SystemActor): Extract<Actor, { kind: "system" }> {
  return { kind: "system", id };
}

/**
 * Whether an id from the log is one that this version of the service knows.
 *
 * @example isSystemActor("robot") // false
 */
export function isSystemActor(text: string): text is SystemActor {
  return SYSTEM_ACTORS.some((one) => one === text);
}
