import type {
  DerivedFact,
  FactDeclaration,
  FactReference,
  Gate,
  LocalizedText,
  Parameter,
  Policy,
  PolicyEvent,
  PolicyExample,
  Reference,
  RootCondition,
  RuleStage,
  Scope,
  TableRow,
} from "@evenhand/domain";
import type { Shape } from "./check-shape.ts";
import { fieldOf, fieldsOf, itemsOf, within } from "./fields.ts";

/** A part of the document with the place it stands at. */
export type Placed<Part> = { readonly at: string; readonly part: Part };

/** Declarations by name. `isWhole` is false where the group itself is malformed, so that nothing is known to be missing. */
export type Named<Part> = { readonly parts: ReadonlyMap<string, Placed<Part>>; readonly isWhole: boolean };

/** A rule as far as it can be read. `conditions` is looked into with care: it may be malformed further inside. */
export type DraftRule = {
  readonly at: string;
  readonly id: string | undefined;
  readonly stage: RuleStage | undefined;
  readonly scope: Scope | undefined;
  readonly references: readonly Reference[] | undefined;
  readonly conditions: unknown;
  readonly event: PolicyEvent | undefined;
};

export type TableEvent = Policy["tables"][string]["event"];

export type DraftTable = {
  readonly at: string;
  readonly id: string;
  readonly stage: RuleStage | undefined;
  readonly scope: Scope | undefined;
  readonly references: readonly Reference[] | undefined;
  /** Looked into with care, like a rule's conditions. */
  readonly when: unknown;
  readonly inputs: readonly FactReference[] | undefined;
  readonly outputs: readonly string[] | undefined;
  readonly event: TableEvent | undefined;
  readonly rows: readonly Placed<TableRow>[];
  /** The whole table, where nothing in it is malformed. */
  readonly whole: Policy["tables"][string] | undefined;
};

type Header = Pick<
  Policy,
  "effectiveFrom" | "appliesBy" | "timeZone" | "calendar" | "currency" | "lossFact" | "cap" | "conflict"
>;

/**
 * A policy document of which only what is well formed can be read, so that a fault in one part does not keep the others
 * from being looked at.
 */
export type Draft = {
  readonly shape: Shape;
  readonly header: { readonly [Field in keyof Header]: Placed<NonNullable<Header[Field]>> | undefined };
  readonly guards: readonly Placed<string>[];
  readonly gates: readonly Placed<Gate>[];
  /** Mildest first; `undefined` where one of them cannot be read. */
  readonly grades: readonly Placed<string>[] | undefined;
  readonly facts: Readonly<Record<Scope, Named<FactDeclaration>>>;
  readonly derived: Readonly<Record<Scope, Named<DerivedFact>>>;
  readonly parameters: Named<Parameter>;
  readonly conditions: Named<unknown>;
  readonly tables: readonly DraftTable[];
  readonly rules: readonly DraftRule[];
  readonly words: Named<LocalizedText>;
  readonly examples: readonly Placed<PolicyExample>[];
};

/**
 * Reads what is well formed off a document.
 *
 * @example readDraft(shape).rules[0]?.event // undefined where the first rule's event is malformed
 */
export function readDraft(shape: Shape): Draft {
  const { document } = shape;
  const reader = readerOf(shape);
  const scoped = <Part>(field: string): Record<Scope, Named<Part>> => ({
    case: reader.named<Part>(fieldOf(document, field), `/${field}`, "case"),
    party: reader.named<Part>(fieldOf(document, field), `/${field}`, "party"),
  });
  const grades = reader.list<string>(document, "", "grades");
  return {
    shape,
    header: {
      effectiveFrom: reader.placed(document, "", "effectiveFrom"),
      appliesBy: reader.placed(document, "", "appliesBy"),
      timeZone: reader.placed(document, "", "timeZone"),
      calendar: reader.placed(document, "", "calendar"),
      currency: reader.placed(document, "", "currency"),
      lossFact: reader.placed(document, "", "lossFact"),
      cap: reader.placed(document, "", "cap"),
      conflict: reader.placed(document, "", "conflict"),
    },
    guards: reader.list<string>(document, "", "guards"),
    gates: reader.list<Gate>(document, "", "gates"),
    grades: shape.isSound("/grades") && grades.length > 0 ? grades : undefined,
    facts: scoped<FactDeclaration>("facts"),
    derived: scoped<DerivedFact>("derived"),
    parameters: reader.named<Parameter>(document, "", "parameters"),
    conditions: reader.open(document, "", "conditions"),
    tables: tablesOf(document, reader),
    rules: itemsOf(fieldOf(document, "rules")).map((rule, index) =>
      readRule(rule, within("/rules", index), reader),
    ),
    words: reader.named<LocalizedText>(document, "", "words"),
    examples: reader.list<PolicyExample>(document, "", "examples"),
  };
}

/**
 * A condition of the document where it is well formed as a whole.
 *
 * @example wholeCondition(draft, rule.conditions, "/rules/0/rule/conditions")
 */
export function wholeCondition(draft: Draft, conditions: unknown, at: string): RootCondition | undefined {
  // INVARIANT: what is sound has the form of its type, so it may be read as that type.
  return conditions !== undefined && draft.shape.isSound(at) ? (conditions as RootCondition) : undefined;
}

type Reader = {
  readonly field: <Part>(of: unknown, at: string, name: string) => Part | undefined;
  readonly placed: <Part>(of: unknown, at: string, name: string) => Placed<Part> | undefined;
  readonly list: <Part>(of: unknown, at: string, name: string) => readonly Placed<Part>[];
  readonly named: <Part>(of: unknown, at: string, name: string) => Named<Part>;
  readonly open: (of: unknown, at: string, name: string) => Named<unknown>;
};

function readerOf(shape: Shape): Reader {
  const sound = <Part>(value: unknown, at: string): Part | undefined =>
    value !== undefined && shape.isSound(at) ? (value as Part) : undefined;
  const placed = <Part>(value: unknown, at: string): readonly Placed<Part>[] => {
    const part = sound<Part>(value, at);
    return part === undefined ? [] : [{ at, part }];
  };
  return {
    field: <Part>(of: unknown, at: string, name: string) => sound<Part>(fieldOf(of, name), within(at, name)),
    placed: <Part>(of: unknown, at: string, name: string) =>
      placed<Part>(fieldOf(of, name), within(at, name))[0],
    list: <Part>(of: unknown, at: string, name: string) =>
      itemsOf(fieldOf(of, name)).flatMap((item, index) => placed<Part>(item, within(at, name, index))),
    named: <Part>(of: unknown, at: string, name: string) => ({
      isWhole: shape.isOpen(within(at, name)) && shape.isOpen(at),
      parts: new Map(
        Object.entries(fieldsOf(fieldOf(of, name))).flatMap(([key, value]) =>
          placed<Part>(value, within(at, name, key)).map((part) => [key, part] as const),
        ),
      ),
    }),
    open: (of, at, name) => ({
      isWhole: shape.isOpen(within(at, name)),
      parts: new Map(
        Object.entries(fieldsOf(fieldOf(of, name))).map(([key, part]) => [
          key,
          { at: within(at, name, key), part },
        ]),
      ),
    }),
  };
}

function readRule(rule: unknown, at: string, reader: Reader): DraftRule {
  const inner = fieldOf(rule, "rule");
  return {
    at,
    id: reader.field(rule, at, "id"),
    stage: reader.field(rule, at, "stage"),
    scope: reader.field(rule, at, "scope"),
    references: reader.field(rule, at, "references"),
    conditions: fieldOf(inner, "conditions"),
    event: reader.field(inner, within(at, "rule"), "event"),
  };
}

function tablesOf(document: unknown, reader: Reader): readonly DraftTable[] {
  const tables = fieldOf(document, "tables");
  return Object.entries(fieldsOf(tables)).map(([id, table]) => {
    const at = within("/tables", id);
    return {
      at,
      id,
      stage: reader.field(table, at, "stage"),
      scope: reader.field(table, at, "scope"),
      references: reader.field(table, at, "references"),
      when: fieldOf(table, "when"),
      inputs: reader.field(table, at, "inputs"),
      outputs: reader.field(table, at, "outputs"),
      event: reader.field(table, at, "event"),
      rows: reader.list<TableRow>(table, at, "rows"),
      whole: reader.field(tables, "/tables", id),
    };
  });
}
