import type { Actor, RecordedDecision } from "@evenhand/domain";
import {
  type Answer,
  type OnceAsk,
  closePayroll,
  createCase,
  decideAppeal,
  fileAppeal,
  leaveCompany,
  recordDecision,
  restatePayroll,
  reverseDecision,
  waiveDeduction,
} from "@evenhand/service";
import { type Scene, given, somebody } from "../policies/scene.ts";

export const HANDLER = somebody("E3001", ["handler"]);
export const OTHER_HANDLER = somebody("E3002", ["handler"]);
export const AUDITOR = somebody("E4001", ["auditor"]);
export const ADMIN = somebody("E5001", ["admin"]);

/** A case of complaint fines: 1,200.00 of P1, in July and August; 900.00 of P2. */
export function complaint(
  reference: string,
  facts: object = {},
  people: readonly string[] = ["P1", "P2"],
): object {
  const [first = "P1", ...others] = people;
  return {
    reference,
    facts: {
      complaintKind: "spec-mismatch",
      lossAmount: 1_200_000,
      receivedOn: "2026-07-06",
      decidedOn: "2026-07-10",
      ...facts,
    },
    parties: [party(first, 4, 200_000), ...others.map((id) => party(id, 3, 150_000))],
    evidence: [{ id: "E1", kind: "photo", note: `the label of ${reference} says 42` }],
  };
}

function party(id: string, basePoints: number, monthlyBonus: number): object {
  const facts = {
    function: "production",
    unit: "cutting",
    responsible: true,
    basePoints,
    unitBasePoints: 40,
    monthlyBonus,
  };
  return { id, kind: "person", facts };
}

let keys = 0;

function ask(body: object, actor: Actor): OnceAsk {
  keys += 1;
  return { actor, key: `key-${keys}`, request: { method: "POST", path: "/", body: JSON.stringify(body) } };
}

/** Everything that people do, each as one call on a scene, by one handler; appeals are decided by another. */
export function actsOn({ context }: Pick<Scene, "context">, handler: Actor = HANDLER) {
  const told = <Body>(answer: object): Body => JSON.parse((given(answer) as Answer).body) as Body;
  return {
    record: async (decided: object, more: object = {}): Promise<string> => {
      const body = { policy: "complaint-fines", case: decided, ...more };
      return told<RecordedDecision>(await recordDecision(context, ask(body, handler))).id;
    },
    keepCase: async (kept: object): Promise<string> =>
      told<{ id: string }>(await createCase(context, ask({ policy: "complaint-fines", case: kept }, handler)))
        .id,
    appeal: async (decision: string, party: string, statement = "I was not on shift"): Promise<string> =>
      told<{ id: string }>(await fileAppeal(context, { ...ask({ party, statement }, handler), decision })).id,
    judge: async (appeal: string, body: object): Promise<void> => {
      const asked = ask({ reason: "the roster was looked at", ...body }, OTHER_HANDLER);
      given(await decideAppeal(context, { ...asked, appeal }));
    },
    close: async (month: string, bonuses: Readonly<Record<string, number>>): Promise<void> => {
      const list = Object.entries(bonuses).map(([person, bonusMinor]) => ({ person, bonusMinor }));
      given(await closePayroll(context, { ...ask({ bonuses: list }, handler), month }));
    },
    restate: async (month: string, person: string, bonusMinor: number): Promise<void> => {
      const body = { person, bonusMinor, reason: "the hours were corrected" };
      given(await restatePayroll(context, { ...ask(body, handler), month }));
    },
    leave: async (staffId: string, lastMonth: string, bonusMinor: number): Promise<void> => {
      given(await leaveCompany(context, { ...ask({ lastMonth, bonusMinor }, handler), staffId }));
    },
    waive: async (decision: string, party: string, amountMinor: number): Promise<void> => {
      const body = { party, amountMinor, reason: "hardship in the family" };
      given(await waiveDeduction(context, { ...ask(body, handler), decision }));
    },
    reverse: async (decision: string): Promise<void> => {
      given(
        await reverseDecision(context, {
          ...ask({ reason: "the customer was mistaken" }, handler),
          decision,
        }),
      );
    },
  };
}
