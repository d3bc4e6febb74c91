import { readFileSync } from "node:fs";
import type { CatalogueEntry } from "@evenhand/domain";
import { closedValues, readCalendar } from "@evenhand/domain";
import type { ConditionValue, LoadedVersion } from "@evenhand/engine";
import { loadVersion, ruleSet } from "@evenhand/engine";
import { parsePolicy, preparePolicy } from "@evenhand/policy";
import type { Random } from "../random.ts";
import { randomFrom } from "../random.ts";
import type { Workload } from "./workload.ts";

const RULES = new URL("../../../rules/", import.meta.url);

/**
 * The rules of complaint-fines version 2, those of all stages as one set, which spares json-rules-engine the making
 * of an engine for each stage. Seven cases in ten are upheld, as most that come so far are; one other value in ten is
 * unknown.
 */
export function complaintFines(options: { readonly cases: number; readonly seed: number }): Workload {
  const random = randomFrom(options.seed);
  const { version, layout, catalogue, stages } = loadComplaintFines();
  const entries = layout.names.map((name) => {
    const entry = catalogue.get(name);
    if (!entry) throw new Error(`the catalogue does not know \`${name}\``);
    return entry;
  });
  return {
    name: `complaint-fines version 2, ${version.rules.length} rules`,
    set: ruleSet(version.rules, layout, version.policy.conditions ?? {}, stages.intake.case.set.constants),
    cases: Array.from({ length: options.cases }, () => entries.map((entry) => drawValue(entry, random))),
  };
}

function loadComplaintFines(): LoadedVersion {
  const read = readCalendar(JSON.parse(textOf("calendars/cn.json")));
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  const { calendar } = read;
  const { policy, diagnostics } = parsePolicy(textOf("complaint-fines/v2.json"), {
    guards: new Map(),
    calendars: new Set([calendar.id]),
  });
  if (!policy) throw new Error(JSON.stringify(diagnostics, null, 1));
  return loadVersion(preparePolicy(policy), { calendar, guards: [] });
}

function textOf(file: string): string {
  return readFileSync(new URL(file, RULES), "utf8");
}

const FIRST_DAY = 20_454;
const DAY_MS = 86_400_000;

function drawValue(entry: CatalogueEntry, random: Random): ConditionValue {
  if (entry.name === "disposition" && random.chance(0.7)) return "upheld";
  if (random.chance(0.1)) return null;
  switch (entry.type) {
    case "boolean":
      return random.chance(0.5);
    case "set":
      return valuesOf(entry).filter(() => random.chance(0.2));
    case "text":
    case "enum":
    case "party":
      return random.pick(valuesOf(entry));
    case "money":
      return random.below(2_000_000);
    case "rate":
    case "ratio":
      return random.below(1_000_001) / 1_000_000;
    case "date":
      return FIRST_DAY + random.below(365);
    case "instant":
      return (FIRST_DAY + random.below(365)) * DAY_MS;
    case "decimal":
    case "integer":
    case "months":
    case "calendar-days":
    case "working-days":
    case "hours":
    case "minutes":
      return random.below(12);
  }
}

/** Where anything goes, a few words do. */
function valuesOf(entry: CatalogueEntry): readonly string[] {
  return closedValues(entry) ?? [...Object.keys(entry.declaration?.values ?? {}), "P1", "P2", "P3"];
}
