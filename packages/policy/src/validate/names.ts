import {
  type CatalogueEntry,
  PARAMETER_PREFIX,
  type RuleStage,
  type Scope,
  catalogueOf,
  isKnownIn,
  quote,
} from "@evenhand/domain";
import type { Draft, Named } from "./draft.ts";
import { fieldOf, fieldsOf } from "./fields.ts";
import { type Report, meantToBe } from "./report.ts";

/** Everything that can be named in a policy. */
export type Names = {
  readonly catalogue: ReadonlyMap<string, CatalogueEntry>;
  /** Whether a name stands in the document but cannot be read there, so that its use is no fault of its own. */
  readonly isUnclear: (name: string) => boolean;
};

/**
 * What a policy's rules can name, as far as its declarations can be read.
 *
 * @example namesOf(draft).catalogue.get("parameter.closeDays")?.type // "calendar-days"
 */
export function namesOf(draft: Draft): Names {
  const { facts, derived, parameters } = draft;
  const catalogue = catalogueOf({
    guards: draft.guards.map(({ part }) => part),
    facts: { case: partsOf(facts.case), party: partsOf(facts.party) },
    derived: { case: partsOf(derived.case), party: partsOf(derived.party) },
    parameters: partsOf(parameters),
  });
  const stated = statedNames(draft.shape.document);
  const areFactsWhole = [facts.case, facts.party, derived.case, derived.party].every(
    ({ isWhole }) => isWhole,
  );
  return {
    catalogue,
    isUnclear: (name) =>
      stated.has(name) || !(name.startsWith(PARAMETER_PREFIX) ? parameters.isWhole : areFactsWhole),
  };
}

function partsOf<Part>(named: Named<Part>): Readonly<Record<string, Part>> {
  return Object.fromEntries([...named.parts].map(([name, { part }]) => [name, part]));
}

/** The names of all declarations, well formed or not. */
function statedNames(document: unknown): ReadonlySet<string> {
  const groups = ["facts", "derived"].map((field) => fieldOf(document, field));
  const names = groups.flatMap((group) =>
    ["case", "party"].flatMap((scope) => Object.keys(fieldsOf(fieldOf(group, scope)))),
  );
  const parameters = Object.keys(fieldsOf(fieldOf(document, "parameters"))).map(
    (id) => PARAMETER_PREFIX + id,
  );
  return new Set([...names, ...parameters]);
}

/** A name where it stands, and who reads it there. Without a stage or scope that is not asked about. */
export type Mention = {
  readonly name: string;
  readonly at: string;
  readonly scope?: Scope | undefined;
  readonly stage?: RuleStage | undefined;
};

/**
 * What a name stands for, or `undefined` where that is not known. A name nobody declared is reported, and so is one that
 * cannot be read from where it stands, or from anywhere.
 *
 * @example findFact({ name: "assignedRole", at, scope: "party", stage: "attribution" }, { names, report })
 * // the entry, and "not-known-yet" in the report
 */
export function findFact(
  mention: Mention,
  { names, report }: { readonly names: Names; readonly report: Report },
): CatalogueEntry | undefined {
  const { name, at } = mention;
  const entry = names.catalogue.get(name);
  if (!entry) {
    if (!names.isUnclear(name)) reportUnknown(mention, { names, report });
    return undefined;
  }
  if (entry.declaration?.protected === true) reportProtected(mention, report);
  if (mention.scope === "case" && entry.scope === "party") {
    report.add({
      code: "wrong-scope",
      at,
      message: {
        en: `${quote(name)} belongs to a party and cannot be read for the case as a whole`,
        zh: `${quote(name)}属于当事方，不能按整个案件读取`,
      },
      help: {
        en: "ask it of each party (scope `party`), or declare a derived fact that counts over the parties",
        zh: "请将适用范围改为`party`，或声明一个对各当事方计数的派生事实",
      },
    });
  }
  if (mention.stage !== undefined && !isKnownIn(entry, mention.stage)) {
    report.add({
      code: "not-known-yet",
      at,
      message: {
        en: `${quote(name)} is not known yet in the stage ${quote(mention.stage)}`,
        zh: `在${quote(mention.stage)}阶段，${quote(name)}尚不可知`,
      },
      help: {
        en: `it can be read from the stage \`${entry.knownFrom}\` on`,
        zh: `自\`${entry.knownFrom}\`阶段起方可读取`,
      },
    });
  }
  return entry;
}

/** Whatever names a fact reads it here, so that no rule, table, derived fact, gate or header gets past. */
function reportProtected({ name, at }: Mention, report: Report): void {
  report.add({
    code: "protected-fact",
    at,
    message: {
      en: `${quote(name)} is protected, so nothing in the policy may read it`,
      zh: `${quote(name)}受保护，制度中任何内容均不得读取`,
    },
    help: {
      en: "take it out here; only where the measure may look at it, remove `protected` from its declaration",
      zh: "请在此处删去；确属办法允许考虑的，方可删去其声明中的`protected`",
    },
  });
}

function reportUnknown(
  mention: Mention,
  { names, report }: { readonly names: Names; readonly report: Report },
): void {
  const { name, at } = mention;
  const isParameter = name.startsWith(PARAMETER_PREFIX);
  const readable = [...names.catalogue.values()]
    .filter((entry) => isReadable(entry, mention))
    .map((entry) => entry.name);
  // `closeDays` for `parameter.closeDays` is a slip too small for any letter to be wrong.
  const asParameter = PARAMETER_PREFIX + name;
  const help = names.catalogue.has(asParameter)
    ? meantToBe(asParameter)
    : report.didYouMean(
        name,
        readable.filter((other) => other.startsWith(PARAMETER_PREFIX) === isParameter),
      );
  report.add({
    code: isParameter ? "unknown-parameter" : "unknown-fact",
    at,
    message: isParameter
      ? {
          en: `${quote(name.slice(PARAMETER_PREFIX.length))} is not a parameter of this policy`,
          zh: `本制度没有参数${quote(name.slice(PARAMETER_PREFIX.length))}`,
        }
      : { en: `${quote(name)} is not a fact of this policy`, zh: `本制度没有事实${quote(name)}` },
    ...help,
  });
}

function isReadable(entry: CatalogueEntry, { scope, stage }: Mention): boolean {
  if (scope === "case" && entry.scope === "party") return false;
  return stage === undefined || isKnownIn(entry, stage);
}
