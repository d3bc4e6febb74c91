import type { Actor } from "@evenhand/domain";
import { type Statement, readDecisions, readStatement, recordDecision } from "@evenhand/service";
import { expect, it } from "vitest";
import { soundDecision } from "../docs/problems/sound.ts";
import { type Scene, given, refusalOf, sceneOver, somebody } from "../policies/scene.ts";
import { onBothDatabases } from "../support/databases.ts";

const HANDLER = somebody("E3001", ["handler"]);
const AUDITOR = somebody("E4001", ["auditor"]);

type Listed = { readonly decisions: readonly { readonly parties: readonly { readonly party: string }[] }[] };

async function partiesFor({ context }: Scene, actor: Actor, party?: string): Promise<readonly string[]> {
  const asked = party === undefined ? {} : { party };
  const { body } = await readDecisions(context, { actor, asked });
  return (JSON.parse(body) as Listed).decisions.flatMap(({ parties }) => parties.map((one) => one.party));
}

onBothDatabases("whoever is shown no names", (open) => {
  it("finds nobody by their number, and everybody by the pseudonym that they are shown", async () => {
    const scene = await sceneOver((await open()).store);
    const request = {
      method: "POST",
      path: "/v1/decisions",
      body: JSON.stringify(soundDecision("C-1", ["P1"])),
    };
    given(await recordDecision(scene.context, { actor: HANDLER, key: undefined, request }));
    expect(await partiesFor(scene, HANDLER, "P1")).toEqual(["P1"]);
    expect(await partiesFor(scene, AUDITOR, "P1")).toEqual([]);
    const [pseudonym = ""] = await partiesFor(scene, AUDITOR);
    expect(pseudonym).toMatch(/^person-[0-9a-f]{64}$/);
    expect(await partiesFor(scene, AUDITOR, pseudonym)).toEqual([pseudonym]);

    const ledgerOf = (actor: Actor, staffId: string) => readStatement(scene.context, { actor, staffId });
    expect(given(await ledgerOf(HANDLER, "P1")).body).toContain('"person":"P1"');
    expect(refusalOf(await ledgerOf(AUDITOR, "P1"))).toEqual(["not-found"]);
    const { body } = given(await ledgerOf(AUDITOR, pseudonym));
    expect((JSON.parse(body) as Statement).person).toBe(pseudonym);
  });
});
