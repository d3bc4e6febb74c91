import {
  type CatalogueEntry,
  type DerivedFact,
  PARAMETER_PREFIX,
  type PartyTest,
  type Scope,
  type ValueType,
  closedValues,
  dimensionOf,
  isOrdered,
  quote,
} from "@evenhand/domain";
import { isSnapped } from "./check-comparison.ts";
import { within } from "./fields.ts";
import type { Inspection } from "./inspection.ts";
import { literalFault } from "./literal-fault.ts";
import { findFact } from "./names.ts";
import { TYPE_WORDS, typesInWords } from "./type-words.ts";

/**
 * Checks the derived facts: that what each is worked out from is known, of a kind it can be worked out from, and not
 * worked out from it in turn.
 *
 * @example checkDerived(inspection) // "type-mismatch" where a ratio is to be taken of a day
 */
export function checkDerived(inspection: Inspection): void {
  for (const scope of ["case", "party"] as const) {
    for (const { at, part } of inspection.draft.derived[scope].parts.values()) {
      checkSources({ derived: part, at, scope, inspection });
    }
  }
  checkCircles(inspection);
}

type Derivation = {
  readonly derived: DerivedFact;
  readonly at: string;
  readonly scope: Scope;
  readonly inspection: Inspection;
};

function checkSources(derivation: Derivation): void {
  const { derived, at, scope, inspection } = derivation;
  switch (derived.kind) {
    case "days-between":
      checkBetween(derived, ["date"], "calendar-days", derivation);
      return;
    case "hours-between":
      checkBetween(derived, ["instant"], "hours", derivation);
      return;
    case "minutes-between":
      checkBetween(derived, ["instant"], "minutes", derivation);
      return;
    case "ratio":
      checkPair(
        [
          source(derivation, "numerator", derived.numerator),
          source(derivation, "denominator", derived.denominator),
        ],
        at,
        inspection,
      );
      return;
    case "relative-excess":
      checkPair(
        [source(derivation, "of", derived.of), source(derivation, "over", derived.over)],
        at,
        inspection,
      );
      return;
    case "count":
      wantType(source(derivation, "of", derived.of), ["set"], inspection);
      return;
    case "local-day":
      wantType(source(derivation, "of", derived.of), ["instant"], inspection);
      return;
    case "first-known":
    case "greatest":
      checkAlternatives(derived, derivation);
      return;
    case "sum":
    case "maximum":
      refuseOutsideCase(derivation);
      wantType(partySource(derivation, derived.of, within(at, "of")), COUNTABLE, inspection);
      checkTests(derived.where ?? [], derivation);
      return;
    case "count-parties":
      refuseOutsideCase(derivation);
      checkTests(derived.where, derivation);
      return;
    case "on-record":
      checkOnRecord(derived, scope, derivation);
  }
}

const COUNTABLE: readonly ValueType[] = ["money", "integer", "decimal", "rate"];

type Source = { readonly entry: CatalogueEntry | undefined; readonly at: string };

/** What a derived fact reads is known from the outset: it is worked out once, before the first stage. */
function source({ at, scope, inspection }: Derivation, field: string, name: string): Source {
  const place = within(at, field);
  return { at: place, entry: findFact({ name, at: place, scope, stage: "intake" }, inspection) };
}

function partySource({ inspection }: Derivation, name: string, at: string): Source {
  // Its own kind and the evidence for it are known of a party as early as its facts.
  const stage = name === "partyKind" || name === "supportingEvidence" ? undefined : "intake";
  const entry = findFact({ name, at, stage }, inspection);
  if (entry && entry.scope !== "party") {
    inspection.report.add({
      code: "wrong-scope",
      at,
      message: {
        en: `${quote(name)} is not a fact of the parties that are counted over`,
        zh: `${quote(name)}不是所统计的当事方的事实`,
      },
    });
    return { at, entry: undefined };
  }
  return { at, entry };
}

function wantType({ entry, at }: Source, types: readonly ValueType[], { report }: Inspection): void {
  if (!entry || (types.includes(entry.type) && !isSnapped(entry))) return;
  const [found, wanted] = [TYPE_WORDS[entry.type], typesInWords(types)];
  report.add({
    code: "type-mismatch",
    at,
    message: {
      en: `\`${entry.name}\` holds ${found.en}, where ${wanted.en} is wanted`,
      zh: `\`${entry.name}\`是${found.zh}，此处需要${wanted.zh}`,
    },
  });
}

type Between = Extract<DerivedFact, { kind: "days-between" | "hours-between" | "minutes-between" }>;

function checkBetween(
  derived: Between,
  types: readonly ValueType[],
  unit: ValueType,
  derivation: Derivation,
): void {
  const { at, inspection } = derivation;
  wantType(source(derivation, "from", derived.from), types, inspection);
  wantType(source(derivation, "to", derived.to), types, inspection);
  if (!derived.after) return;
  const place = within(at, "after", "fact");
  wantParameter(
    { at: place, entry: findFact({ name: derived.after.fact, at: place }, inspection) },
    unit,
    inspection,
  );
}

function wantParameter({ entry, at }: Source, unit: ValueType, inspection: Inspection): void {
  if (!entry) return;
  if (entry.parameter) wantType({ entry, at }, [unit], inspection);
  else {
    inspection.report.add({
      code: "type-mismatch",
      at,
      message: { en: `\`${entry.name}\` is not a parameter`, zh: `\`${entry.name}\`不是参数` },
      help: { en: `declare a parameter with unit \`${unit}\``, zh: `请声明单位为\`${unit}\`的参数` },
    });
  }
}

/** Both sides of a ratio are numbers of one kind, and exact: a ratio of ratios would divide what was cut already. */
function checkPair([first, second]: readonly [Source, Source], at: string, inspection: Inspection): void {
  wantType(first, COUNTABLE, inspection);
  wantType(second, COUNTABLE, inspection);
  if (!first.entry || !second.entry) return;
  if (![first.entry, second.entry].every((entry) => COUNTABLE.includes(entry.type))) return;
  if (dimensionOf(first.entry.type) !== dimensionOf(second.entry.type))
    reportUnlike([first.entry, second.entry], at, inspection);
}

type Alternatives = Extract<DerivedFact, { kind: "first-known" | "greatest" }>;

function checkAlternatives(derived: Alternatives, derivation: Derivation): void {
  const { at, scope, inspection } = derivation;
  const sources = derived.of.map((name, index) => {
    const place = within(at, "of", index);
    return { at: place, entry: findFact({ name, at: place, scope, stage: "intake" }, inspection) };
  });
  const first = sources[0]?.entry;
  for (const { entry, at: place } of sources) {
    if (!entry) continue;
    if (derived.kind === "greatest" && !isOrdered(entry.type))
      wantType({ entry, at: place }, COUNTABLE, inspection);
    else if (first && dimensionOf(first.type) !== dimensionOf(entry.type))
      reportUnlike([first, entry], place, inspection);
  }
}

function reportUnlike(
  [left, right]: readonly [CatalogueEntry, CatalogueEntry],
  at: string,
  { report }: Inspection,
): void {
  const [first, second] = [TYPE_WORDS[left.type], TYPE_WORDS[right.type]];
  report.add({
    code: "type-mismatch",
    at,
    message: {
      en: `\`${left.name}\` holds ${first.en} and \`${right.name}\` ${second.en}; here they must be alike`,
      zh: `\`${left.name}\`是${first.zh}，\`${right.name}\`是${second.zh}，此处必须同类`,
    },
  });
}

function refuseOutsideCase({ scope, at, inspection }: Derivation): void {
  if (scope === "case") return;
  inspection.report.add({
    code: "wrong-scope",
    at: within(at, "kind"),
    message: {
      en: "what is counted over all parties is a fact of the case",
      zh: "对全部当事方的统计属于案件事实",
    },
    help: {
      en: "declare it under `case`; rules of parties can read it there",
      zh: "请在`case`下声明，当事方规则同样可以读取",
    },
  });
}

function checkTests(tests: readonly PartyTest[], derivation: Derivation): void {
  for (const [index, test] of tests.entries()) {
    const at = within(derivation.at, "where", index);
    const { entry } = partySource(derivation, test.fact, within(at, "fact"));
    if (entry) checkTest(test, at, entry, derivation.inspection);
  }
}

function checkTest(
  { operator, value }: PartyTest,
  at: string,
  entry: CatalogueEntry,
  { report }: Inspection,
): void {
  if (entry.type === "set") {
    report.add({
      code: "operator-mismatch",
      at: within(at, "operator"),
      message: {
        en: `${quote(operator)} does not fit \`${entry.name}\`, which holds a set`,
        zh: `${quote(operator)}不适用于集合\`${entry.name}\``,
      },
      help: {
        en: "declare its `count` as a derived fact of the party",
        zh: "请先声明其`count`作为当事方的派生事实",
      },
    });
    return;
  }
  if ((operator === "in") !== Array.isArray(value)) {
    report.add({
      code: "operator-mismatch",
      at: within(at, "value"),
      message: {
        en: "`in` goes with a list, and a list with `in`",
        zh: "`in`须与列表配合使用，列表也只能用于`in`",
      },
    });
    return;
  }
  if (value === null) return;
  const wanted = { type: entry.type, values: closedValues(entry) };
  const literals = Array.isArray(value)
    ? [...value.entries()].map(([index, item]) => [item, within(at, "value", index)] as const)
    : [[value, within(at, "value")] as const];
  for (const [literal, place] of literals) {
    const fault = literalFault(literal, wanted, report);
    if (fault) report.add({ at: place, ...fault });
  }
}

function checkOnRecord(
  { months }: Extract<DerivedFact, { kind: "on-record" }>,
  scope: Scope,
  { at, inspection }: Derivation,
): void {
  const place = within(at, "months", "fact");
  const entry = findFact({ name: months.fact, at: place }, inspection);
  wantParameter({ at: place, entry }, "months", inspection);
  const value = entry?.parameter?.value;
  if (typeof value === "number" && !Number.isInteger(value)) {
    inspection.report.add({
      code: "type-mismatch",
      at: place,
      message: {
        en: `\`${months.fact}\` is not a whole number of months`,
        zh: `\`${months.fact}\`不是整月数`,
      },
    });
  }
  if (scope === "party") return;
  inspection.report.add({
    code: "wrong-scope",
    at: within(at, "kind"),
    message: { en: "what is on record is on record for a party", zh: "记录次数属于当事方事实" },
    help: { en: "declare it under `party`", zh: "请在`party`下声明" },
  });
}

/** A fact worked out from itself would never be known. */
function checkCircles({ draft, report }: Inspection): void {
  const all = new Map([...draft.derived.case.parts, ...draft.derived.party.parts]);
  const state = new Map<string, "open" | "done">();
  for (const name of all.keys()) visit(name);

  function visit(name: string): void {
    const placed = all.get(name);
    if (!placed || state.has(name)) return;
    state.set(name, "open");
    for (const { name: inner, at } of sourcesOf(placed.part, placed.at)) {
      if (state.get(inner) === "open") {
        report.add({
          code: "not-known-yet",
          at,
          message: {
            en: `${quote(name)} is worked out from ${quote(inner)}, which is worked out from it`,
            zh: `${quote(name)}由${quote(inner)}算出，而后者又由它算出`,
          },
        });
      } else visit(inner);
    }
    state.set(name, "done");
  }
}

/** The facts that a derived fact is worked out from, with the places that name them. Parameters are figures, not facts. */
export function sourcesOf(
  derived: DerivedFact,
  at: string,
): readonly { readonly name: string; readonly at: string }[] {
  const fields = (["from", "to", "numerator", "denominator", "of", "over"] as const).flatMap((field) => {
    const named: unknown = (derived as Readonly<Record<string, unknown>>)[field];
    if (typeof named === "string") return [{ name: named, at: within(at, field) }];
    return Array.isArray(named)
      ? named.map((name: unknown, index) => ({ name: String(name), at: within(at, field, index) }))
      : [];
  });
  const tests = "where" in derived ? (derived.where ?? []) : [];
  return [
    ...fields,
    ...tests.map(({ fact }, index) => ({ name: fact, at: within(at, "where", index, "fact") })),
  ].filter(({ name }) => !name.startsWith(PARAMETER_PREFIX));
}
