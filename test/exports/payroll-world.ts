import { setImmediate as nextTurn } from "node:timers/promises";
import {
  type Answer,
  type OnceAsk,
  type Statement,
  closePayroll,
  leaveCompany,
  readStatement,
  recordDecision,
  restatePayroll,
  reverseDecision,
} from "@evenhand/service";
import type { Policy, RuleFiles } from "@evenhand/domain";
import { FILES, type Scene, given, somebody } from "../policies/scene.ts";
import { guardedPolicy } from "../support/guarded-policy.ts";

export const HANDLER = somebody("E3001", ["handler"]);
export const AUDITOR = somebody("E4001", ["auditor"]);
export const PEOPLE = ["P1", "P2", "P3", "P4"] as const;

export const pause = (): Promise<void> => nextTurn();

/** A reference that a spreadsheet would like to run. */
export const HOSTILE = '=HYPERLINK("https://example.org","C-2")';

type PartyFacts = {
  readonly id: string;
  readonly points: number;
  readonly bonus: number;
  readonly unit?: string;
  readonly responsible?: boolean;
};

export function fineCase(
  reference: string,
  parties: readonly PartyFacts[],
  facts: object = {},
): Readonly<Record<string, unknown>> {
  return {
    policy: "complaint-fines",
    case: {
      reference,
      facts: {
        complaintKind: "spec-mismatch",
        lossAmount: 1_200_000,
        receivedOn: "2026-07-06",
        decidedOn: "2026-07-10",
        ...facts,
      },
      parties: parties.map(({ id, points, bonus, unit = "cutting", responsible = true }) => ({
        id,
        kind: "person",
        facts: {
          function: "production",
          unit,
          responsible,
          basePoints: points,
          unitBasePoints: 40,
          monthlyBonus: bonus,
        },
      })),
    },
  };
}

/** A policy in another currency and on other clocks than complaint fines. */
const TOKYO: Policy = { ...guardedPolicy("JPY", []), timeZone: "Asia/Tokyo" };

export const TOKYO_FILES: RuleFiles = {
  ...FILES,
  policies: [...FILES.policies, { path: "under-guard/v1.json", text: JSON.stringify(TOKYO) }],
};

/** A case of it: a fine for one person. */
export function tokyoCase(reference: string, fine: number): Readonly<Record<string, unknown>> {
  return {
    policy: "under-guard",
    case: {
      reference,
      facts: { receivedOn: "2026-07-06" },
      parties: [{ id: "P9", kind: "person", facts: { fine, monthlyBonus: 1_000_000 } }],
    },
  };
}

let keys = 0;

export function asking(body: object, path: string, actor: OnceAsk["actor"] = HANDLER): OnceAsk {
  return { actor, key: `key-${(keys += 1)}`, request: { method: "POST", path, body: JSON.stringify(body) } };
}

export async function record({ context }: Scene, body: object): Promise<string> {
  const answer = given(await recordDecision(context, asking(body, "/v1/decisions")));
  return (JSON.parse(answer.body) as { readonly id: string }).id;
}

export async function close(
  { context, clock }: Scene,
  month: string,
  bonuses: Readonly<Record<string, number>>,
): Promise<Answer> {
  const body = {
    bonuses: Object.entries(bonuses).map(([person, bonusMinor]) => ({ person, bonusMinor })),
  };
  // No month closes before it has begun.
  clock.now = Math.max(clock.now, Date.parse(`${month}-01T10:00:00+08:00`));
  return given(await closePayroll(context, { ...asking(body, `/v1/payroll/${month}/close`), month }));
}

/** Payroll corrects somebody's bonus of July. */
export async function restated({ context }: Scene, person: string, bonusMinor: number): Promise<void> {
  const path = "/v1/payroll/2026-07/restatements";
  const ask = asking({ person, bonusMinor, reason: "hours corrected" }, path);
  given(await restatePayroll(context, { ...ask, month: "2026-07" }));
}

export async function leaving(
  { context }: Scene,
  staffId: string,
  last: { readonly lastMonth: string; readonly bonusMinor: number },
): Promise<void> {
  given(await leaveCompany(context, { ...asking(last, `/v1/people/${staffId}/leave`), staffId }));
}

export async function statement({ context }: Scene, staffId: string): Promise<Statement> {
  const { body } = given(await readStatement(context, { actor: HANDLER, staffId }));
  return JSON.parse(body) as Statement;
}

/**
 * Four people, two units, four decisions: July closed with a lower bonus than planned for P1, P2's restated afterwards so
 * that August gives back, P3's decision reversed after July took it, and P4 gone with August open.
 */
export async function payrollWorld(scene: Scene): Promise<{
  readonly first: string;
  readonly second: string;
  readonly reversed: string;
  readonly reversal: string;
  readonly leaver: string;
}> {
  const { context } = scene;
  const first = await record(
    scene,
    fineCase("C-1", [
      { id: "P1", points: 4, bonus: 200_000 },
      { id: "P2", points: 3, bonus: 150_000 },
    ]),
  );
  const second = await record(
    scene,
    fineCase(HOSTILE, [{ id: "P1", points: 4, bonus: 200_000, unit: "=1+1" }]),
  );
  const reversed = await record(
    scene,
    fineCase("C-3", [{ id: "P3", points: 2, bonus: 300_000, unit: "tanning" }]),
  );
  const leaver = await record(
    scene,
    fineCase("C-4", [{ id: "P4", points: 8, bonus: 100_000, unit: "tanning" }]),
  );
  await close(scene, "2026-07", { P1: 120_000, P2: 150_000, P3: 300_000, P4: 100_000 });
  await restated(scene, "P2", 100_000);
  const answer = given(
    await reverseDecision(context, {
      ...asking({ reason: "another unit was at fault" }, `/v1/decisions/${reversed}/reverse`),
      decision: reversed,
    }),
  );
  await leaving(scene, "P4", { lastMonth: "2026-08", bonusMinor: 60_000 });
  const reversal = (JSON.parse(answer.body) as { readonly id: string }).id;
  return { first, second, reversed, reversal, leaver };
}
