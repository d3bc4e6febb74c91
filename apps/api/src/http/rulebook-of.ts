import type { Rulebook } from "@evenhand/service";
import type { Surroundings } from "./env.ts";
import { refused } from "./problem.ts";

/**
 * The rules, once they are open.
 *
 * @throws Refused as `not-ready` before
 */
export async function rulebookOf({ rules }: Surroundings): Promise<Rulebook> {
  const current = await rules();
  if (current.state === "open") return current.rulebook;
  throw refused(
    { code: "not-ready", message: { en: "the rules are still being loaded", zh: "规则仍在加载中" } },
    { "Retry-After": "1" },
  );
}
