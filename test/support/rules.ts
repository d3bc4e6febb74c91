import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Calendar, type Guard, type PolicyVersion, readCalendar } from "@evenhand/domain";
import { type LoadedVersion, loadVersion } from "@evenhand/engine";
import { parsePolicy, preparePolicy, readGuard } from "@evenhand/policy";

const RULES = fileURLToPath(new URL("../../rules/", import.meta.url));

export type Rules = {
  readonly calendar: Calendar;
  readonly guards: readonly Guard[];
  readonly versions: readonly PolicyVersion[];
  readonly loaded: readonly LoadedVersion[];
};

/** The calendar, the guards and every policy version of `rules/`, as the service would load them. */
export function loadRules(): Rules {
  const read = readCalendar(json("calendars/cn.json"));
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  const guards = readdirSync(`${RULES}guards`).map((file) => guardOf(`guards/${file}`));
  const context = {
    guards: new Map(guards.map((guard) => [guard.jurisdiction, guard])),
    calendars: new Set([read.calendar.id]),
  };
  const files = readdirSync(RULES, { recursive: true, encoding: "utf8" }).filter((file) =>
    /^[a-z-]+\/v\d+\.json$/.test(file),
  );
  const versions = files.toSorted().map((file) => {
    const { policy, diagnostics } = parsePolicy(readFileSync(RULES + file, "utf8"), context);
    if (!policy)
      throw new Error(
        `${file}: ${JSON.stringify(
          diagnostics.filter(({ severity }) => severity === "error"),
          null,
          1,
        )}`,
      );
    return preparePolicy(policy);
  });
  return {
    calendar: read.calendar,
    guards,
    versions,
    loaded: versions.map((version) => loadVersion(version, { calendar: read.calendar, guards })),
  };
}

function guardOf(file: string): Guard {
  const read = readGuard(json(file));
  if ("problems" in read) throw new Error(`${file}: ${JSON.stringify(read.problems)}`);
  return read.guard;
}

function json(file: string): unknown {
  return JSON.parse(readFileSync(RULES + file, "utf8"));
}
