import {
  type Case,
  type FactDeclaration,
  type FactValue,
  type Party,
  type Scope,
  alikeKey,
  pointer,
  quote,
  requiredOf,
} from "@evenhand/domain";
import { type Complaint, type SheetPlace, type SheetProblem, sheetProblem } from "../problem.ts";
import type { MappedColumn } from "./match-columns.ts";
import type { RowReading, Stated } from "./read-row.ts";

/** A case with the rows it was read from, or what keeps those rows from being one. */
export type RowsAsCase =
  | {
      readonly rowNumbers: readonly number[];
      readonly case: Case;
      /** Where each part of the case stands, by its JSON pointer in a request (`/case/facts/lossAmount`). */
      readonly places: ReadonlyMap<string, SheetPlace>;
    }
  | { readonly rowNumbers: readonly number[]; readonly problems: readonly SheetProblem[] };

/** What the rows of a sheet are combined by. */
export type CasePlan = {
  /** The facts that a case may state, as `knownDeclarations` gives them. */
  readonly declarations: Readonly<Record<Scope, Readonly<Record<string, FactDeclaration>>>>;
  readonly columns: readonly MappedColumn[];
};

/**
 * The case that rows of one reference make: its facts from whichever row states them, which must not contradict one
 * another, and one party for each row that names one. A row that says anything of a party must name it.
 */
export function combineRows(plan: CasePlan, rows: readonly RowReading[]): RowsAsCase {
  const combining = new Combining(plan);
  for (const row of rows) combining.add(row);
  combining.checkCase(rows[0]?.row ?? 0);
  const rowNumbers = rows.map(({ row }) => row);
  const { problems, facts, parties, places } = combining;
  if (problems.length > 0) return { rowNumbers, problems };
  return {
    rowNumbers,
    case: {
      reference: rows[0]?.reference ?? "",
      facts: Object.fromEntries([...facts].map(([name, { value }]) => [name, value])),
      parties,
    },
    places,
  };
}

/**
 * Where in the sheet something stands that an evaluation names by its JSON pointer: its cell, or the row of the party it
 * belongs to, or the first row of the case.
 */
export function placeInSheet(found: Extract<RowsAsCase, { readonly case: Case }>, at: string): SheetPlace {
  const party = /^\/case\/parties\/\d+/.exec(at)?.[0];
  return (
    found.places.get(at) ??
    (party === undefined ? undefined : found.places.get(party)) ?? { row: found.rowNumbers[0] ?? 0 }
  );
}

class Combining {
  readonly problems: SheetProblem[] = [];
  readonly facts = new Map<string, Stated & { readonly row: number }>();
  readonly parties: Party[] = [];
  readonly places = new Map<string, SheetPlace>();
  private readonly plan: CasePlan;
  /** The row of each party, by what people would take for one id. */
  private readonly ids = new Map<string, number>();

  constructor(plan: CasePlan) {
    this.plan = plan;
  }

  add(row: RowReading): void {
    this.problems.push(...row.problems);
    for (const [name, stated] of row.facts.case) this.addFact(name, stated, row.row);
    this.addParty(row);
  }

  /** What only all rows together can lack. */
  checkCase(firstRow: number): void {
    this.places.set("/case/reference", this.placeIn("reference", firstRow));
    for (const [name, declaration] of Object.entries(this.plan.declarations.case)) {
      const target = `case.${name}`;
      if (!requiredOf(declaration, undefined) || this.facts.has(name) || this.isSaid(target)) continue;
      this.refuse(missingFact(name, declaration), { row: firstRow, target });
    }
  }

  private addFact(name: string, stated: Stated, row: number): void {
    const before = this.facts.get(name);
    if (!before) {
      this.facts.set(name, { ...stated, row });
      this.places.set(pointer("case", "facts", name), placeOf(stated.column, row));
    } else if (!sameValue(before.value, stated.value)) {
      this.refuse(
        {
          code: "conflicting-facts",
          en: `row ${before.row} of the same case says otherwise`,
          zh: `与同一案件第${before.row}行不一致`,
          help: {
            en: "rows with one reference are one case; write its facts once, or alike",
            zh: "编号相同的各行属于同一案件，案件事实只需填写一次，或保持一致",
          },
        },
        { row, target: `case.${name}` },
      );
    }
  }

  private addParty({ row, party, facts }: RowReading): void {
    const saysSomething = facts.party.size > 0 || party.kind !== undefined || party.memberOf !== undefined;
    if (party.id === undefined) {
      if (saysSomething && !this.isSaid("party.id", row)) this.refuse(NO_PARTY, { row, target: "party.id" });
      return;
    }
    const kind = party.kind ?? "person";
    if (party.id === "company" && kind !== "company") this.refuse(KEPT_ID, { row, target: "party.id" });
    const before = this.ids.get(alikeKey(party.id));
    if (before !== undefined) this.refuse(partyTwice(party.id, before), { row, target: "party.id" });
    this.ids.set(alikeKey(party.id), row);
    for (const [name, declaration] of Object.entries(this.plan.declarations.party)) {
      const target = `party.${name}`;
      if (!requiredOf(declaration, kind) || facts.party.has(name) || this.isSaid(target, row)) continue;
      this.refuse(missingFact(name, declaration), { row, target });
    }
    const at = ["case", "parties", this.parties.length] as const;
    this.places.set(pointer(...at), { row });
    this.places.set(pointer(...at, "id"), this.placeIn("party.id", row));
    this.places.set(pointer(...at, "memberOf"), this.placeIn("party.memberOf", row));
    for (const [name, { column }] of facts.party) {
      this.places.set(pointer(...at, "facts", name), placeOf(column, row));
    }
    this.parties.push({
      id: party.id,
      kind,
      ...(party.memberOf === undefined ? {} : { memberOf: party.memberOf }),
      facts: Object.fromEntries([...facts.party].map(([name, { value }]) => [name, value])),
    });
  }

  /** Whether the cell (in any row, where none is named) could not be read, so that it need not be called missing too. */
  private isSaid(target: string, row?: number): boolean {
    const header = this.plan.columns.find((column) => column.target.name === target)?.header;
    return this.problems.some(
      (one) => one.column !== undefined && one.column === header && (row === undefined || one.row === row),
    );
  }

  private refuse(
    complaint: Complaint,
    { row, target }: { readonly row: number; readonly target: string },
  ): void {
    this.problems.push(sheetProblem(complaint, this.placeIn(target, row)));
  }

  private placeIn(target: string, row: number): SheetPlace {
    const column = this.plan.columns.find(({ target: { name } }) => name === target);
    return column ? placeOf(column, row) : { row };
  }
}

function placeOf({ header, letters }: MappedColumn, row: number): SheetPlace {
  return { row, column: header, place: `${letters}${row}` };
}

const NO_PARTY: Complaint = {
  code: "missing-field",
  en: "the row says something of a party but does not name it",
  zh: "该行填写了当事方的信息，但没有当事方编号",
};

const KEPT_ID: Complaint = {
  code: "conflicting-facts",
  en: "the id `company` is kept for the company itself",
  zh: "编号`company`专指公司本身",
};

function partyTwice(id: string, before: number): Complaint {
  return {
    code: "duplicate-party",
    en: `${quote(id)} stands in row ${before} of the same case already`,
    zh: `同一案件第${before}行已有${quote(id)}`,
    help: { en: "leave one row for each party of a case", zh: "同一案件的每个当事方只保留一行" },
  };
}

/** As a refusal says it of a case that comes another way. */
function missingFact(name: string, declaration: FactDeclaration): Complaint {
  return {
    code: "missing-fact",
    en: `\`${name}\` (${declaration.label.en}) is required and missing`,
    zh: `缺少必填事实\`${name}\`（${declaration.label.zh}）`,
  };
}

function sameValue(one: FactValue, other: FactValue): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return one.length === other.length && one.every((value) => other.includes(value));
}
