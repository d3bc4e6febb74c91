import { expect, it } from "vitest";
import { soundDecision } from "../docs/problems/sound.ts";
import { somebody } from "../policies/scene.ts";
import { onBothDatabases } from "../support/databases.ts";
import { type Sent, sendingTo } from "./sending.ts";

const HANDLER = somebody("E3001", ["handler"]);

function told({ body }: Sent): readonly string[] {
  const errors = body["errors"] as readonly { readonly detail: string; readonly help?: string }[];
  return errors.map(({ detail, help }) => [detail, help].filter(Boolean).join(" – "));
}

onBothDatabases("what is said of a request", (open) => {
  it("shows that a figure was given as text, and takes no field for one that stands there", async () => {
    const send = await sendingTo((await open()).store);
    const { id } = (await send(HANDLER, "/v1/decisions", soundDecision("C-1", ["P1"]))).body;
    const waiver = { person: "P1", amountMinor: "1500", reason: "hardship" };
    const refused = await send(HANDLER, `/v1/decisions/${String(id)}/waivers`, waiver);
    expect(told(refused)).toEqual([
      "`person` is not a field here – known here: `party`, `amountMinor`, `reason`",
      "`party` is missing",
      `\`"1500"\` stands where a whole number from 1 to ${Number.MAX_SAFE_INTEGER} belongs`,
    ]);
  });

  it("names who of several has left", async () => {
    const send = await sendingTo((await open()).store);
    await send(HANDLER, "/v1/decisions", soundDecision("C-1", ["P1"]));
    await send(HANDLER, "/v1/people/P1/leave", { lastMonth: "2026-07", bonusMinor: 200_000 });
    const refused = await send(HANDLER, "/v1/decisions", soundDecision("C-2", ["P2", "P1"]));
    expect(told(refused)).toEqual([
      "`P1`: the person left with `2026-07` as their last payroll month, so that nothing more can be deducted",
    ]);
  });
});
