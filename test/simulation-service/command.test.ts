import { dirname } from "node:path";
import { contentHash } from "@evenhand/domain";
import { runEvenhand } from "@evenhand/cli";
import { type SimulationView, beginSimulation, readSimulation } from "@evenhand/service";
import { expect, it } from "vitest";
import { AUTHOR, given, sceneOver } from "../policies/scene.ts";
import { onBothDatabases } from "../support/databases.ts";
import { POLICY, keepPast, workOff } from "./past.ts";

onBothDatabases("evenhand simulate", (open) => {
  it("gives the result of the service, the cases that change, and an exit code", async () => {
    const { store, place } = await open();
    const scene = await sceneOver(store);
    await keepPast(store, { count: 150 });
    const env =
      "url" in place ? { DATABASE_URL: place.url } : { DATABASE_URL: "", DATA: dirname(place.file) };
    const run = (...more: readonly string[]) =>
      runEvenhand(["simulate", "--policy", POLICY, ...more], { env });
    const body = { policy: POLICY, baseline: 1, candidate: { version: 2 }, groups: ["complaintKind"] };
    const id = given(await beginSimulation(scene.context, { actor: AUTHOR, body })).id;
    await workOff(scene.context);
    const { result } = JSON.parse(given(await readSimulation(scene.context, { id })).body) as SimulationView;
    const versions = ["--baseline", "1", "--candidate", "2"];
    const whole = await run(...versions, "--group", "complaintKind", "--json");
    expect(whole.code).toBe(2);
    expect(whole.err).toMatch(/150 of 150 cases\n$/);
    expect(JSON.parse(whole.out)).toEqual(result);
    const table = await run(...versions, "--csv");
    expect(table.out.trim().split(/\r?\n/)).toHaveLength((result?.simulation.counts.changed ?? 0) + 1);
    expect(table.err).toContain("Version 2 would change");
    // The command that the service names gives the same, a scope included.
    const scope = [{ fact: "complaintKind", values: ["late-delivery", "spec-mismatch"] }];
    const scoped = { actor: AUTHOR, body: { ...body, scope, from: "2024-02-01" } };
    const other = given(await beginSimulation(scene.context, scoped)).id;
    await workOff(scene.context);
    const told = JSON.parse(given(await readSimulation(scene.context, { id: other })).body) as SimulationView;
    const again = await runEvenhand(told.command.split(" ").slice(1), { env });
    expect(contentHash(JSON.parse(again.out))).toBe(told.resultHash);
    expect(told.total).toBeLessThan(150);
    const none = await run("--candidate", "2", "--from", "1999-01-01", "--to", "1999-12-31");
    expect(none).toMatchObject({ code: 0, err: "" });
    expect(none.out).toContain("There are no past cases");
    expect(await run("--candidate", "2", "--scope", "north")).toMatchObject({ code: 3, out: "" });
    expect(await run("--candidate", "9")).toMatchObject({ code: 3, out: "" });
  });
});
