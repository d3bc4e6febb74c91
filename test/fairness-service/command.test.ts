import { dirname } from "node:path";
import { runEvenhand } from "@evenhand/cli";
import { expect, it } from "vitest";
import { newDraft } from "../policies/scene.ts";
import { onBothDatabases } from "../support/databases.ts";
import { POLICY, type Told, recordAll, reviewed, sitesOver } from "./sites.ts";

onBothDatabases("evenhand fairness", (open) => {
  it("gives the result of the service, the groups, and an exit code", async () => {
    const { store, place } = await open();
    const scene = await sitesOver(store);
    const { context } = scene;
    const plant = (site: Told["site"], times: object): readonly Told[] =>
      Array.from({ length: 20 }, (_, index): Told => ({ site, points: 2 + (index % 4), ...times }));
    await recordAll({ context }, [...plant("south", { times: 2 }), ...plant("north", {})]);
    const reference = [{ fact: "site", value: "north" }];
    const { result } = await reviewed(context, { groups: ["site"], reference, same: { facts: ["rank"] } });
    const env =
      "url" in place ? { DATABASE_URL: place.url } : { DATABASE_URL: "", DATA: dirname(place.file) };
    const run = (...more: readonly string[]) =>
      runEvenhand(["fairness", "--policy", POLICY, ...more], { env });
    const asked = ["--group", "site", "--reference", "site=north", "--same", "rank"];
    const whole = await run(...asked, "--json");
    expect(whole.code).toBe(2);
    // A slow machine says how far it is on the way as well; what is said once is not said again.
    const lines = whole.err.trimEnd().split("\n");
    expect([lines.at(-1), new Set(lines).size]).toEqual(["40 of 40 decisions", lines.length]);
    expect(JSON.parse(whole.out)).toEqual(result);
    const told = await run(...asked);
    expect(told.out).toMatch(
      /^“South plant” typically pays [\d,.]+ more than comparable cases of “North plant”/,
    );
    const everything = await reviewed(context, {
      scope: [{ fact: "site", values: ["north", "south"] }],
      same: { category: false, lossBand: false },
      cross: ["site", "rank"],
      rank: { fact: "rank", order: ["lead", "worker"] },
      parts: [{ part: "did", fact: "responsible", by: "owns" }],
      payFacts: ["monthlyBonus"],
      steps: [{ step: "answer", fact: "decidedOn" }],
      unitFact: "complaintKind",
    });
    const options =
      "--scope site=north site=south --any-kind --any-loss --cross site rank --rank rank=lead,worker " +
      "--parts did=owns:responsible --pay monthlyBonus --steps answer=decidedOn --unit complaintKind --json";
    const more = await run(...options.split(" "));
    expect(JSON.parse(more.out)).toEqual(everything.result);
    expect(everything.result?.review).toMatchObject({
      crossed: { rows: { attribute: { fact: "site" } } },
      leftOut: { parts: [{ part: "did", people: 40 }, {}, {}, {}, {}] },
    });
    expect(await run("--cross", "site")).toMatchObject({ code: 3, out: "" });
    const { id: draft } = await newDraft(scene);
    expect((await run(...asked, "--draft", draft)).out).toContain(
      "The draft says exactly what version 2 says, so it changes no gap.",
    );
    const table = await run(...asked, "--csv");
    expect(table.out.trim().split(/\r?\n/)).toHaveLength(2);
    expect(table.err).toContain("Not proof of bias.");
    const none = await run("--to", "1999-12-31");
    expect(none).toMatchObject({ code: 0, err: "" });
    expect(none.out).toContain("There are no decisions in force");
    expect(await run("--group", "moon")).toMatchObject({ code: 3, out: "" });
  });
});
