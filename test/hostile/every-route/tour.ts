import { cases } from "./chapters/cases.ts";
import { checks } from "./chapters/checks.ts";
import { decisions } from "./chapters/decisions.ts";
import { drafts } from "./chapters/drafts.ts";
import { evidence } from "./chapters/evidence.ts";
import { exports } from "./chapters/exports.ts";
import { fairness } from "./chapters/fairness.ts";
import { payroll } from "./chapters/payroll.ts";
import { people } from "./chapters/people.ts";
import { rules } from "./chapters/rules.ts";
import { signingIn } from "./chapters/signing-in.ts";
import { simulations } from "./chapters/simulations.ts";
import { type Visit, visitor } from "./visit.ts";
import type { World } from "./world.ts";

/** What cannot be visited here, with the reason. */
export const NOT_VISITED: Readonly<Record<string, string>> = {
  "POST /api/auth/sign-in/social": "there is no identity provider; test/auth/oidc.test.ts runs one",
};

/** Goes through the service as those who use it do, and gives every request that was made with its answer. */
export async function tour(world: World): Promise<readonly Visit[]> {
  const { visit, visits } = visitor(world);
  await rules(visit);
  await signingIn(visit, world, visits);
  await drafts(visit);
  await cases(visit);
  await decisions(visit, world);
  await payroll(visit);
  await exports(visit);
  await simulations(visit, world);
  await checks(visit, world);
  await fairness(visit, world);
  await evidence(visit);
  // Last, so that who changed what is about everything.
  await people(visit);
  return visits;
}
