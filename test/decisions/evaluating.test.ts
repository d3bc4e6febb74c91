import { expect, it } from "vitest";
import { soundDecision } from "../docs/problems/sound.ts";
import { somebody } from "../policies/scene.ts";
import { onBothDatabases } from "../support/databases.ts";
import { type Sent, sendingTo } from "./sending.ts";

const HANDLER = somebody("E3001", ["handler"]);
const AUTHOR = somebody("E1001", ["author"]);
const DECIDER = { kind: "key", id: "k1", scopes: ["decide"] } as const;
const EVALUATOR = { kind: "key", id: "k2", scopes: ["evaluate"] } as const;
const EVALUATE = "/v1/policies/complaint-fines/evaluate";

/** In which months P1 would pay, and what was counted in. */
function planned({ body }: Sent): readonly unknown[] {
  const { parties } = body["outcome"] as {
    readonly parties: readonly { readonly schedule: readonly { readonly month: string }[] }[];
  };
  return [body["ledger"], parties[0]?.schedule.map(({ month }) => month)];
}

onBothDatabases("evaluating a case without recording it", (open) => {
  it("counts in what somebody owes already only for whoever may see ledgers or record decisions", async () => {
    const send = await sendingTo((await open()).store);
    expect(await send(HANDLER, "/v1/decisions", soundDecision("C-1", ["P1"]))).toMatchObject({ status: 201 });
    const { case: given } = soundDecision("C-2", ["P1"]);
    const after = ["kept", ["2026-08", "2026-09"]];
    expect(planned(await send(HANDLER, EVALUATE, { case: given }))).toEqual(after);
    expect(planned(await send(DECIDER, EVALUATE, { case: given }))).toEqual(after);
    for (const actor of [EVALUATOR, AUTHOR]) {
      const known = await send(actor, EVALUATE, { case: given });
      expect(planned(known)).toEqual(["none", ["2026-07", "2026-08"]]);
      const { case: ofNobody } = soundDecision("C-2", ["P9"]);
      const strange = await send(actor, EVALUATE, { case: ofNobody });
      expect(JSON.stringify(strange.body).replaceAll("P9", "P1")).toBe(JSON.stringify(known.body));
    }
  });

  it("counts in what the request states, whoever asks", async () => {
    const send = await sendingTo((await open()).store);
    const { case: given } = soundDecision("C-1", ["P1"]);
    const scheduled = [{ party: "P1", month: "2026-07", amountMinor: 100_000 }];
    for (const actor of [HANDLER, EVALUATOR])
      expect(planned(await send(actor, EVALUATE, { case: given, scheduled }))).toEqual([
        "given",
        ["2026-08", "2026-09"],
      ]);
  });

  it("says so in the letter, too", async () => {
    const send = await sendingTo((await open()).store);
    const { case: given } = soundDecision("C-1", ["P1"]);
    const letter = async (actor: typeof HANDLER): Promise<string> =>
      String((await send(actor, EVALUATE, { case: given }, { Accept: "text/plain" })).body["text"]);
    expect(await letter(EVALUATOR)).toMatch(
      /owe already was not counted in: whoever asked may not see it\.\n$/,
    );
    expect(await letter(HANDLER)).not.toContain("was not counted in");
  });
});
