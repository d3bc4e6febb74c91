import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Policy } from "@evenhand/domain";
import { expect, it } from "vitest";
import type { JsonObject } from "../../document/pointer.ts";
import { divergenceOf } from "./overtaken-query.ts";

const FILE = fileURLToPath(new URL("../../../../../rules/complaint-fines/v2.json", import.meta.url));
const BASE = JSON.parse(readFileSync(FILE, "utf8")) as Policy;

function withFigures(figures: Readonly<Record<string, number>>): Policy {
  const changed = Object.entries(figures).map(([id, value]) => {
    const parameter = BASE.parameters[id];
    if (!parameter) throw new Error(`there is no figure ${id}`);
    return [id, { ...parameter, value }] as const;
  });
  return { ...BASE, parameters: { ...BASE.parameters, ...Object.fromEntries(changed) } };
}

const apart = divergenceOf({
  base: BASE,
  theirs: { ...withFigures({ bonusCapRate: 0.45, closeDays: 8 }), version: 3, effectiveFrom: "2027-01-01" },
  mine: withFigures({ bonusCapRate: 0.4, warningConversion: 0.2 }) as unknown as JsonObject,
});

it("names each place that both changed, with what each says of it", () => {
  expect(apart.conflicts.map(({ at, said }) => [at, said.base?.en, said.theirs?.en, said.mine?.en])).toEqual([
    ["/parameters/bonusCapRate/value", "50%", "45%", "40%"],
  ]);
  expect(apart.conflicts[0]?.what?.en).toMatch(/^Parameter “/);
});

it("tells what the newer version changed besides, which can be taken at once", () => {
  expect(apart.taken.map(({ id, after }) => [id, after])).toEqual([["closeDays", 8]]);
  const { parameters, version } = apart.mergedBy(() => "theirs") as unknown as Policy;
  const figures = [parameters["bonusCapRate"], parameters["closeDays"], parameters["warningConversion"]];
  expect(figures.map((one) => one?.value)).toEqual([0.45, 8, 0.2]);
  expect(version).toBe(2);
});
