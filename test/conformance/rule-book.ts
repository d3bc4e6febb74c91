import { readFileSync, readdirSync } from "node:fs";
import { type Calendar, type Guard, readCalendar } from "@evenhand/domain";
import { type LoadedVersion, loadVersion } from "@evenhand/engine";
import { parsePolicy, preparePolicy, readGuard } from "@evenhand/policy";

const RULES = new URL("../../rules/", import.meta.url);

/** A policy document below `rules/` and what validation found of it. */
export type RuleDocument = {
  readonly policy: string;
  /** Below `rules/`. */
  readonly path: string;
  readonly validation: ReturnType<typeof parsePolicy>;
};

/** Every version of every policy below `rules/`, validated and loaded as a service would, by policy. */
export function readRuleBook(): ReadonlyMap<string, readonly LoadedVersion[]> {
  const given = { calendar: theCalendar(), guards: allGuards() };
  const byPolicy = Map.groupBy(readDocuments(), ({ policy }) => policy);
  return new Map(
    [...byPolicy].map(([name, documents]) => [
      name,
      documents.map(({ path, validation: { policy, diagnostics } }) => {
        if (policy) return loadVersion(preparePolicy(policy), given);
        throw new Error(`${path}: ${diagnostics.map(({ code, at }) => `${code} at ${at}`).join("; ")}`);
      }),
    ]),
  );
}

/** Every policy document below `rules/`, by path. */
export function readDocuments(): readonly RuleDocument[] {
  const guards = new Map(allGuards().map((guard) => [guard.jurisdiction, guard]));
  const context = { guards, calendars: new Set([theCalendar().id]) };
  return readdirSync(RULES, { recursive: true, encoding: "utf8" })
    .filter((path) => /\/v\d+\.json$/.test(path))
    .toSorted()
    .map((path) => ({
      policy: path.replace(/\/.*$/, ""),
      path,
      validation: parsePolicy(readFileSync(new URL(path, RULES), "utf8"), context),
    }));
}

function theCalendar(): Calendar {
  const read = readCalendar(jsonIn("calendars/cn.json"));
  if (!("calendar" in read)) throw new Error("rules/calendars/cn.json is no calendar");
  return read.calendar;
}

function allGuards(): readonly Guard[] {
  return readdirSync(new URL("guards/", RULES)).map((file) => {
    const read = readGuard(jsonIn(`guards/${file}`));
    if (!("guard" in read)) throw new Error(`rules/guards/${file} is no guard`);
    return read.guard;
  });
}

function jsonIn(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, RULES), "utf8"));
}
