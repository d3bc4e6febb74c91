import {
  BUILT_IN_FACTS,
  EVENT_PLACES,
  type EvaluateRequest,
  type EvaluateResponse,
  FACT_TYPES,
  GUARD_FACTS,
  OPERATORS,
  type Outcome,
  PARAMETER_UNITS,
  type PolicyExample,
  STANDARD_FACTS,
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

/** The blocks of one kind, `json <kind> <name>`, with their names. */
function blocksOfKind(kind: string): readonly (readonly [name: string, line: number, block: Block])[] {
  return blocks
    .filter(({ info }) => info.split(" ")[1] === kind)
    .map((block) => [block.info.split(" ")[2] ?? "", block.line, block]);
}

function validated({ text }: Block): ReturnType<typeof parsePolicy> {
  const guards = new Map(rules.guards.map((guard) => [guard.jurisdiction, guard]));
  return parsePolicy(text, { guards, calendars: new Set([rules.calendar.id]) });
}

function loaded(block: Block): LoadedVersion {
  const { policy, diagnostics } = validated(block);
  if (!policy) throw new Error(`line ${block.line}: ${JSON.stringify(diagnostics)}`);
  return loadVersion(preparePolicy(policy), { calendar: rules.calendar, guards: rules.guards });
}

const versions = new Map<string, LoadedVersion>(
  [...rules.loaded, ...blocksOfKind("policy").map(([, , block]) => loaded(block))].map((version) => {
    const { id, version: number } = version.version.policy;
    return [`${id}/v${number}`, version];
  }),
);

/** The version that a block is about, by the name behind its kind. */
function versionNamed(name: string): LoadedVersion["version"] {
  const found = versions.get(name);
  if (!found) throw new Error(`there is no version ${name}`);
  return found.version;
}

/** The parts of a rule of `rules/` that the block shows, as they really are. */
function asInRules(
  shown: Readonly<Record<string, unknown>>,
  name: string,
): Readonly<Record<string, unknown>> {
  const rule: Readonly<Record<string, unknown>> = {
    ...versionNamed(name).rules.find(({ id }) => id === shown["id"]),
  };
  return Object.fromEntries(Object.keys(shown).map((field) => [field, rule[field]]));
}

type Asked = { readonly request: EvaluateRequest; readonly evaluatedAt: number };

/** A case by the name of its policy and its own: one of the conformance cases, or an example of a policy on this page. */
function caseNamed(policy: string, id: string): Asked {
  const ofTests = readCaseFiles()
    .filter((file) => file.policy === policy)
    .flatMap(({ cases }) => cases)
    .find((one) => one.id === id);
  if (ofTests)
    return { request: ofTests.request as EvaluateRequest, evaluatedAt: Date.parse(ofTests.evaluatedAt) };
  const example = examples().find((one) => one.id === id);
  if (!example) throw new Error(`${policy} has no case ${id}`);
  return { request: example.request, evaluatedAt: Date.parse(example.evaluatedAt ?? "2026-01-01T00:00:00Z") };
}

function examples(): readonly PolicyExample[] {
  return blocksOfKind("policy").flatMap(([, , block]) => validated(block).policy?.examples ?? []);
}

function responseTo(name: string): EvaluateResponse {
  const [policy = "", id = ""] = name.split("/");
  const { request, evaluatedAt } = caseNamed(policy, id);
  const candidates = [...versions.values()].filter(({ version }) => version.policy.id === policy);
  const selected = selectVersion(candidates, request, evaluatedAt);
  if ("refusal" in selected) throw new Error(JSON.stringify(selected.refusal));
  const result = decide(selected.version, request, { evaluatedAt, versionReason: selected.reason });
  if ("refusal" in result) throw new Error(JSON.stringify(result.refusal));
  return result.response;
}

/** The outcome of a case, with those of its parties that the block shows. */
function outcomeOf(name: string, shown: Partial<Outcome>): Partial<Outcome> {
  const { outcome } = responseTo(name);
  const named = shown.parties?.map(({ party }) => party);
  return named
    ? { ...outcome, parties: outcome.parties.filter(({ party }) => named.includes(party)) }
    : outcome;
}

function parsed({ text }: Block): Readonly<Record<string, unknown>> {
  return JSON.parse(text) as Readonly<Record<string, unknown>>;
}

describe("the policy format", () => {
  it("says of every block what it shows", () => {
    const kinds = ["policy", "rule", "part", "outcome"];
    expect(blocks.filter(({ info }) => !kinds.includes(info.split(" ")[1] ?? ""))).toEqual([]);
    expect(kinds.filter((kind) => blocksOfKind(kind).length === 0)).toEqual([]);
  });

  it.each(blocksOfKind("policy"))(
    "the policy%s in line %i validates, the missing guard aside",
    (_name, _line, block) => {
      expect(validated(block).diagnostics.map(({ code }) => code)).toEqual(["no-guard"]);
      expect(validated(block).policy).toBeDefined();
    },
  );

  it.each(examples().map((example) => [example.id, example] as const))(
    "its example %s comes out as it says",
    (id, example) => {
      const { outcome, explanation } = responseTo(`delivery-slips/${id}`);
      expect(outcome).toMatchObject(example.expect);
      const fired = firedRules(explanation).map((rule) => rule.replace(/@.*/, ""));
      expect(fired).toEqual(expect.arrayContaining([...example.reasons]));
    },
  );

  it.each(blocksOfKind("rule"))("the rule of %s in line %i is the one in use", (name, _line, block) => {
    expect(parsed(block)).toEqual(asInRules(parsed(block), name));
  });

  it.each(blocksOfKind("part"))("the part of %s in line %i stands there", (name, _line, block) => {
    expect(versionNamed(name).policy).toMatchObject(parsed(block));
  });

  it.each(blocksOfKind("outcome"))("%s, in line %i, comes out so", (name, _line, block) => {
    expect(outcomeOf(name, parsed(block))).toMatchObject(parsed(block));
  });

  it("an outcome, a rule or a part that is not as shown is found", () => {
    expect(outcomeOf("complaint-fines/example-f", {})).not.toMatchObject({ disposition: "upheld" });
    expect(asInRules({ id: "customer-caused", stage: "" }, "complaint-fines/v2")["stage"]).toBe("intake");
    expect(versionNamed("complaint-fines/v2").policy).not.toMatchObject({ appliesBy: "decidedOn" });
  });

  it.each(Object.keys(EVENT_PLACES))(
    "the event %s has a section with one of its rules and what it gives",
    (event) => {
      const section = sectionsOf(PAGE).find(
        ({ title, level }) => level === 3 && title.split(" and ").includes(event),
      );
      expect(section?.text).toMatch(
        new RegExp(`^\`\`\`json rule [^]*"type": "${event}"[^]*^\`\`\`json outcome `, "m"),
      );
    },
  );

  it("names every field of the published schema and every word of the format", () => {
    // What a request holds is described with the API.
    const text = PAGE.text + readPage("docs/reference/api.md").text;
    const named = [...text.matchAll(/`"?([\w.-]+)"?`|"([\w-]+)"/g)].flatMap(
      ({ 1: ticked = "", 2: quoted = "" }) => [...ticked.split("."), quoted],
    );
    const words = [
      ...fieldsOf(policyJsonSchema()),
      ...FACT_TYPES,
      ...PARAMETER_UNITS,
      ...OPERATORS,
      ...Object.keys(BUILT_IN_FACTS),
      ...[STANDARD_FACTS.case, STANDARD_FACTS.party, GUARD_FACTS.case, GUARD_FACTS.party].flatMap((facts) =>
        Object.keys(facts),
      ),
    ];
    expect(words.length).toBeGreaterThan(100);
    expect(words.filter((word) => !named.includes(word))).toEqual([]);
  });
});

/** The names of all properties in a JSON Schema, at any depth. */
function fieldsOf(schema: unknown): readonly string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const own =
    "properties" in schema && typeof schema.properties === "object"
      ? Object.keys({ ...schema.properties })
      : [];
  return [...new Set([...own, ...Object.values(schema).flatMap(fieldsOf)])];
}
