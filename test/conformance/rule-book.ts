import { readFileSync, readdirSync } from "node:fs";
import { type Calendar, type Guard, readCalendar } from "@evenhand/domain";
import { type LoadedVersion, loadVersion } from "@evenhand/engine";
import { parsePolicy, preparePolicy, readGuard } from "@evenhand/policy";

const RULES = new URL("../../rules/", import.meta.url);

/** Every version of every policy below `rules/`, validated and loaded as a service would, by policy. */
export function readRuleBook(): ReadonlyMap<string, readonly LoadedVersion[]> {
  const calendar = theCalendar();
  const guards = new Map(allGuards().map((guard) => [guard.jurisdiction, guard]));
  const context = { guards, calendars: new Set([calendar.id]) };
  const load = (path: string): LoadedVersion => {
    const { policy, diagnostics } = parsePolicy(readFileSync(new URL(path, RULES), "utf8"), context);
    if (!policy)
      throw new Error(`${path}: ${diagnostics.map(({ code, at }) => `${code} at ${at}`).join("; ")}`);
    return loadVersion(preparePolicy(policy), { calendar, guards: [...guards.values()] });
  };
  const folders = readdirSync(RULES, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && entry.name !== "guards" && entry.name !== "calendars",
  );
  return new Map(
    folders.map(({ name }) => [
      name,
      readdirSync(new URL(`${name}/`, RULES))
        .filter((file) => /^v\d+\.json$/.test(file))
        .map((file) => load(`${name}/${file}`)),
    ]),
  );
}

function theCalendar(): Calendar {
  const read = readCalendar(JSON.parse(readFileSync(new URL("calendars/cn.json", RULES), "utf8")));
  if (!("calendar" in read)) throw new Error("rules/calendars/cn.json is no calendar");
  return read.calendar;
}

function allGuards(): readonly Guard[] {
  return readdirSync(new URL("guards/", RULES)).map((file) => {
    const read = readGuard(JSON.parse(readFileSync(new URL(`guards/${file}`, RULES), "utf8")));
    if (!("guard" in read)) throw new Error(`rules/guards/${file} is no guard`);
    return read.guard;
  });
}
