import {
  BUILT_IN_FACTS,
  type EvaluateRequest,
  EVENT_PLACES,
  GUARD_FACTS,
  OPERATORS,
  type Outcome,
  PARAMETER_UNITS,
  FACT_TYPES,
  STANDARD_FACTS,
  type EvaluateResponse,
} from "@evenhand/domain";
import { type LoadedVersion, decide, loadVersion, selectVersion } from "@evenhand/engine";
import { parsePolicy, policyJsonSchema, preparePolicy } from "@evenhand/policy";
import { describe, expect, it } from "vitest";
import { readCaseFiles } from "../conformance/case.ts";
import { firedRules } from "../conformance/compare.ts";
import { loadRules } from "../support/rules.ts";
import { type Block, blocksOf, readPage, sectionsOf } from "./markdown.ts";

const PAGE = readPage("docs/reference/policy-format.md");
const rules = loadRules();
const blocks = blocksOf(PAGE).filter(({ info }) => info.startsWith("json"));
const policyBlocks = blocks.filter(({ info }) => info === "json policy");

const versions = new Map<string, LoadedVersion>(
  [...rules.loaded, ...policyBlocks.map(versionOf)].map((loaded) => [nameOf(loaded), loaded]),
);

function versionOf({ text, line }: Block): LoadedVersion {
  const { policy, diagnostics } = validated(text);
  if (!policy) throw new Error(`line ${line}: ${JSON.stringify(diagnostics)}`);
  return loadVersion(preparePolicy(policy), { calendar: rules.calendar, guards: rules.guards });
}

function validated(text: string): ReturnType<typeof parsePolicy> {
  const guards = new Map(rules.guards.map((guard) => [guard.jurisdiction, guard]));
  return parsePolicy(text, { guards, calendars: new Set([rules.calendar.id]) });
}

function nameOf({ version: { policy } }: LoadedVersion): string {
  return `${policy.id}/v${policy.version}`;
}

/** The version that a block is about, by the name behind its kind. */
function versionNamed(name: string): LoadedVersion {
  const found = versions.get(name);
  if (!found) throw new Error(`there is no version ${name}`);
  return found;
}

/** A case by the name of its policy and its own: one of the conformance cases, or an example of a policy on this page. */
function responseTo(name: string): EvaluateResponse {
  const [id = "", caseId = ""] = name.split("/");
  const candidates = [...versions.values()].filter(({ version }) => version.policy.id === id);
  const { request, evaluatedAt } = caseNamed(id, caseId, candidates);
  const selected = selectVersion(candidates, request, evaluatedAt);
  if ("refusal" in selected) throw new Error(JSON.stringify(selected.refusal));
  const result = decide(selected.version, request, { evaluatedAt, versionReason: selected.reason });
  if ("refusal" in result) throw new Error(JSON.stringify(result.refusal));
  return result.response;
}

type Asked = { readonly request: EvaluateRequest; readonly evaluatedAt: number };

function caseNamed(policy: string, id: string, candidates: readonly LoadedVersion[]): Asked {
  const ofTests = readCaseFiles()
    .filter((file) => file.policy === policy)
    .flatMap(({ cases }) => cases)
    .find((one) => one.id === id);
  if (ofTests) return { request: ofTests.request as EvaluateRequest, evaluatedAt: Date.parse(ofTests.evaluatedAt) };
  const example = candidates.flatMap(({ version }) => version.policy.examples).find((one) => one.id === id);
  if (!example) throw new Error(`${policy} has no case ${id}`);
  return { request: example.request, evaluatedAt: Date.parse(example.evaluatedAt ?? "2026-01-01T00:00:00Z") };
}

/** A part of an outcome may name some of the parties only. */
function parts(outcome: Outcome, shown: Partial<Outcome>): Partial<Outcome> {
  const named = shown.parties?.map(({ party }) => party);
  return named ? { ...outcome, parties: outcome.parties.filter(({ party }) => named.includes(party)) } : outcome;
}

const CHECKS: Readonly<Record<string, (block: Block, name: string) => void>> = {
  policy: ({ text }) => {
    const { policy, diagnostics } = validated(text);
    // The page says that the linter warns of the missing guard, and that nothing else is found.
    expect(diagnostics.map(({ code }) => code)).toEqual(["no-guard"]);
    for (const { id, expect: expected, reasons } of policy?.examples ?? []) {
      const { outcome, explanation } = responseTo(`${policy?.id ?? ""}/${id}`);
      expect(outcome).toMatchObject(expected);
      expect(firedRules(explanation).map((fired) => fired.replace(/@.*/, ""))).toEqual(expect.arrayContaining([...reasons]));
    }
  },
  rule: ({ text }, name) => {
    const shown = JSON.parse(text) as { readonly id: string };
    const rule = versionNamed(name).version.rules.find(({ id }) => id === shown.id);
    const said = Object.fromEntries(Object.keys(shown).map((field) => [field, { ...rule }[field as "id"]]));
    expect(shown).toEqual(said);
  },
  part: ({ text }, name) => expect(versionNamed(name).version.policy).toMatchObject(JSON.parse(text) as object),
  outcome: ({ text }, name) => {
    const shown = JSON.parse(text) as Partial<Outcome>;
    expect(parts(responseTo(name).outcome, shown)).toMatchObject(shown);
  },
};

/** Checks one block by what its first line says it is. */
function check(block: Block): void {
  const [, kind = "", name = ""] = block.info.split(" ");
  const checked = CHECKS[kind];
  if (!checked) throw new Error(`line ${block.line}: nothing says what \`${block.info}\` shows`);
  checked(block, name);
}

describe("the policy format", () => {
  it("shows one whole policy at least", () => {
    expect(policyBlocks.length).toBeGreaterThan(0);
  });

  it.each(blocks.map((block) => [block.info, block.line, block] as const))("`%s` in line %i holds", (_info, _line, block) => {
    check(block);
  });

  it("an outcome, a rule or a part that is not as shown is found", () => {
    const block = (info: string, shown: object): Block => ({ info, text: JSON.stringify(shown), line: 1 });
    expect(() => check(block("json outcome complaint-fines/example-f", { disposition: "upheld" }))).toThrow();
    expect(() => check(block("json rule complaint-fines/v2", { id: "customer-caused", stage: "penalty" }))).toThrow();
    expect(() => check(block("json part complaint-fines/v2", { appliesBy: "decidedOn" }))).toThrow();
    expect(() => check(block("json", {}))).toThrow("nothing says");
  });

  it("every event has a section, with one of its rules and what it gives", () => {
    const sections = sectionsOf(PAGE).filter(({ level }) => level === 3);
    for (const event of Object.keys(EVENT_PLACES)) {
      const section = sections.find(({ title }) => title.split(/ and |, /).includes(event));
      expect(section?.text, event).toMatch(/^```json rule /m);
      expect(section?.text, event).toMatch(/^```json outcome /m);
    }
  });

  it("every field of the published schema, and every word of the format, is named", () => {
    const named = new Set([...PAGE.text.matchAll(/`"?([\w-]+)"?`/g)].map(({ 1: word = "" }) => word));
    const shown = new Set([...PAGE.text.matchAll(/"([\w-]+)"/g)].map(({ 1: word = "" }) => word));
    const words = [
      ...fieldsOf(policyJsonSchema()),
      ...FACT_TYPES,
      ...PARAMETER_UNITS,
      ...OPERATORS,
      ...Object.keys(BUILT_IN_FACTS),
      ...[STANDARD_FACTS, GUARD_FACTS].flatMap((facts) => Object.values(facts).flatMap((scope) => Object.keys(scope))),
    ];
    expect(words.filter((word) => !named.has(word) && !shown.has(word))).toEqual([]);
  });
});

/** The names of all properties in a JSON Schema, at any depth. */
function fieldsOf(schema: unknown): readonly string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const own = "properties" in schema && typeof schema.properties === "object" ? Object.keys({ ...schema.properties }) : [];
  return [...new Set([...own, ...Object.values(schema).flatMap(fieldsOf)])];
}
