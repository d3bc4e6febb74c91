import { quote, suggest } from "@evenhand/domain";
import { type Complaint, type SheetProblem, columnLetters, didYouMean, sheetProblem } from "../problem.ts";
import { type SheetRow, shownText } from "../read/sheet.ts";
import { nameKey, splitBrackets } from "./fold.ts";
import { type ColumnMap, LEFT_OUT } from "./mapping.ts";
import {
  ENVELOPE_TARGETS,
  LAST_TARGETS,
  type NamedTarget,
  type PolicyForCases,
  type Target,
  factSynonyms,
  factTargets,
} from "./target.ts";
import { type HeaderUnit, headerUnit } from "./unit.ts";
import { heldElsewhere, neverRead, notRecognised } from "./unread-column.ts";

/** A column of the sheet and what it holds. */
export type MappedColumn = {
  /** From 0 on; `letters` is how the spreadsheet names it. */
  readonly index: number;
  readonly letters: string;
  readonly header: string;
  readonly target: Target;
  /** Whether the map said so, or the header alone. */
  readonly by: "map" | "header";
  readonly unit?: HeaderUnit;
};

/** A column that is not recognised, and that the map does not leave out either. */
export type UnsettledColumn = { readonly index: number; readonly problem: SheetProblem };

/** What was made of a header. */
export type ColumnMatch = {
  readonly columns: readonly MappedColumn[];
  /** Columns that the map leaves out, by their headers. */
  readonly leftOut: readonly string[];
  /** Columns that are known never to be read, such as names of people and remarks. */
  readonly warnings: readonly SheetProblem[];
  /** Columns of which nobody knows what they hold: until that is said, no case may be kept. */
  readonly unsettled: readonly UnsettledColumn[];
  /** Any of these, and no row can be read. */
  readonly problems: readonly SheetProblem[];
};

type Names = ReadonlyMap<string, readonly Target[]>;

/**
 * Matches the columns of a sheet with what a case under this policy is made of: first by the map, then by the header
 * itself, which may be the name of a fact or either of its labels, in any case and width, with or without a unit in
 * brackets, or else a word that people use for it. A header that fits two things is refused rather than guessed at.
 */
export function matchColumns(policy: PolicyForCases, header: SheetRow, map: ColumnMap): ColumnMatch {
  const facts = factTargets(policy);
  const found = new Finding(
    policy,
    {
      names: [facts, ENVELOPE_TARGETS].map(namesOf),
      words: [factSynonyms(policy), LAST_TARGETS].map(namesOf),
    },
    new Map(Object.entries(map).map(([name, to]) => [nameKey(name), to])),
  );
  header.cells.forEach((cell, index) => {
    if (cell !== null) found.column(index, shownText(cell).trim());
  });
  found.takeWords();
  found.reportUnused(map);
  found.reportDoubles();
  const { columns, leftOut, warnings, unsettled, problems } = found;
  return {
    columns: columns.toSorted((one, other) => one.index - other.index),
    leftOut,
    warnings,
    unsettled,
    problems,
  };
}

/** The targets that go under a name, with `case.` and `party.` or without; those of the first list that has any. */
function targetNamed(name: string, names: readonly Names[]): readonly Target[] {
  const key = nameKey(name);
  return names.find((some) => some.has(key))?.get(key) ?? [];
}

/** The targets of a header, with what stands in brackets or without. */
function targetsOf(header: string, names: readonly Names[]): readonly Target[] {
  const whole = targetNamed(header, names);
  return whole.length > 0 ? whole : targetNamed(splitBrackets(header).name, names);
}

function namesOf(targets: readonly NamedTarget[]): Names {
  const names = new Map<string, readonly Target[]>();
  for (const { target, names: all } of targets) {
    for (const key of new Set(all.flatMap((name) => [nameKey(name), nameKey(splitBrackets(name).name)]))) {
      names.set(key, [...(names.get(key) ?? []), target]);
    }
  }
  return names;
}

class Finding {
  readonly columns: MappedColumn[] = [];
  readonly leftOut: string[] = [];
  readonly warnings: SheetProblem[] = [];
  readonly unsettled: UnsettledColumn[] = [];
  readonly problems: SheetProblem[] = [];
  private readonly used = new Set<string>();
  private readonly policy: PolicyForCases;
  /** What is called so, and what people call so besides. */
  private readonly called: { readonly names: readonly Names[]; readonly words: readonly Names[] };
  private readonly map: ReadonlyMap<string, string>;
  private readonly waiting: { readonly index: number; readonly header: string }[] = [];

  constructor(policy: PolicyForCases, called: Finding["called"], map: ReadonlyMap<string, string>) {
    this.policy = policy;
    this.called = called;
    this.map = map;
  }

  column(index: number, header: string): void {
    const given = this.map.get(nameKey(header));
    if (given !== undefined) this.used.add(nameKey(header));
    if (given === LEFT_OUT) {
      this.leftOut.push(header);
      return;
    }
    const { names, words } = this.called;
    if (given === undefined) {
      const targets = targetsOf(header, names);
      if (targets.length === 0) this.waiting.push({ index, header });
      else this.take({ index, header, by: "header" }, targets);
      return;
    }
    const targets = targetNamed(given, [...names, ...words]);
    if (targets.length === 0) this.refuse(header, this.unknownTarget(given));
    else this.take({ index, header, by: "map" }, targets);
  }

  /** Columns under words of people's own, for what no other column holds. */
  takeWords(): void {
    const held = new Map(this.columns.map((column) => [column.target.name, column]));
    for (const column of this.waiting) {
      const called = targetsOf(column.header, this.called.words);
      const targets = called.filter(({ name }) => !held.has(name));
      if (targets.length > 0) this.take({ ...column, by: "header" }, targets);
      else this.passOver(column, called.map(({ name }) => held.get(name))[0]);
    }
  }

  private passOver({ index, header }: Finding["waiting"][number], holder: MappedColumn | undefined): void {
    const note = neverRead(header);
    if (note) this.warnings.push(note);
    else
      this.unsettled.push({
        index,
        problem: holder ? heldElsewhere(header, holder) : notRecognised(header, this.knownTargets()),
      });
  }

  private take(
    column: Pick<MappedColumn, "index" | "header" | "by">,
    [target, other]: readonly Target[],
  ): void {
    if (target && other) this.refuse(column.header, ambiguous(column.header, target, other));
    else if (target) this.match({ ...column, target }, splitBrackets(column.header).remarks);
  }

  /** Entries of the map that name no column. */
  reportUnused(map: ColumnMap): void {
    const headers = [
      ...this.columns.map(({ header }) => header),
      ...[...this.warnings, ...this.unsettled.map(({ problem }) => problem)].map(
        ({ column }) => column ?? "",
      ),
    ];
    for (const header of Object.keys(map)) {
      if (this.used.has(nameKey(header))) continue;
      this.refuse(header, {
        code: "unknown-column",
        en: `the sheet has no column ${quote(header)}`,
        zh: `表格中没有列${quote(header)}`,
        help: didYouMean(suggest(header, headers)),
      });
    }
  }

  /** Two columns of which each would be the one that counts. */
  reportDoubles(): void {
    const first = new Map<string, MappedColumn>();
    for (const column of this.columns) {
      const { name } = column.target;
      const earlier = first.get(name);
      if (!earlier) first.set(name, column);
      else
        this.refuse(column.header, {
          code: "conflicting-facts",
          en: `columns ${earlier.letters} and ${column.letters} both hold \`${name}\``,
          zh: `${earlier.letters}列与${column.letters}列都对应\`${name}\``,
          help: {
            en: `leave one out: map it to \`${LEFT_OUT}\`, or delete it where both have one header`,
            zh: `请舍去其中一列：将其对应为\`${LEFT_OUT}\`；列名相同时请删除一列`,
          },
        });
    }
  }

  private match(column: Omit<MappedColumn, "letters" | "unit">, remarks: readonly string[]): void {
    const type = column.target.kind === "fact" ? column.target.declaration.type : undefined;
    const read = headerUnit(remarks, type, this.policy.currency);
    if ("complaint" in read) {
      this.refuse(column.header, read.complaint);
      return;
    }
    this.columns.push({
      ...column,
      letters: columnLetters(column.index),
      ...(read.unit ? { unit: read.unit } : {}),
    });
  }

  private refuse(header: string, complaint: Complaint): void {
    this.problems.push(sheetProblem(complaint, { column: header }));
  }

  private unknownTarget(name: string): Complaint {
    return {
      code: "unknown-fact",
      en: `${quote(name)} is nothing that a case under this policy states`,
      zh: `本制度的案件没有${quote(name)}`,
      help: didYouMean(suggest(name, this.knownNames())) ?? {
        en: `\`reference\`, \`party.id\`, \`party.kind\`, \`party.memberOf\`, a fact of the policy, or \`${LEFT_OUT}\` for none`,
        zh: `可用：\`reference\`、\`party.id\`、\`party.kind\`、\`party.memberOf\`、制度中的事实，或用\`${LEFT_OUT}\`表示不读取`,
      },
    };
  }

  private knownNames(): readonly string[] {
    return this.knownTargets().flatMap(({ names }) => names);
  }

  private knownTargets(): readonly NamedTarget[] {
    return [...factTargets(this.policy), ...ENVELOPE_TARGETS].map(({ target, names }) => ({
      target,
      names: target.kind === "fact" ? [target.fact, target.label.zh, target.label.en] : names,
    }));
  }
}

function ambiguous(header: string, one: Target, other: Target): Complaint {
  return {
    code: "conflicting-facts",
    en: `the column ${quote(header)} could hold \`${one.name}\` or \`${other.name}\``,
    zh: `列${quote(header)}可能是\`${one.name}\`，也可能是\`${other.name}\``,
    help: {
      en: `say which one, as ${quote(`${header}=${one.name}`)}`,
      zh: `请指明，如${quote(`${header}=${one.name}`)}`,
    },
  };
}
