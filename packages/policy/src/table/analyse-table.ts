import type {
  CatalogueEntry,
  DecisionTable,
  Diagnostic,
  DiagnosticCode,
  LocalizedText,
  Policy,
} from "@evenhand/domain";
import { pointer } from "@evenhand/domain";
import type { Region, TableCoverage } from "./table-coverage.ts";
import { tableCoverage } from "./table-coverage.ts";
import type { Unchecked } from "./table-findings.ts";

/** A table that is only begun can have hundreds of gaps; so many findings of a kind are told, the others as a number. */
const MOST_TOLD = 20;
/** Of two rows that overlap in several parts. */
const MOST_PARTS_TOLD = 3;

/**
 * What is wrong with a table as a whole: rows that hold of one case (an error where the table says that none may), input
 * that no row covers (a warning, unless the table is `partial`), and rows that never decide anything. A table that is not
 * well formed has no findings here; the validator says what is wrong with it.
 *
 * @example
 * analyseTable(table, "fine-tiers", policy, catalogueOf(policy))
 * // [{ code: "table-gap", severity: "warning", at: "/tables/fine-tiers", message: { en: "no row of `fine-tiers` covers
 * //   loss from 1,000.00 to below 5,000.00 and times 3 or more, e.g. loss 1,000.00, times 3", zh: … }, help: … }]
 */
export function analyseTable(
  table: DecisionTable,
  id: string,
  policy: Policy,
  catalogue: ReadonlyMap<string, CatalogueEntry>,
): readonly Diagnostic[] {
  const coverage = tableCoverage(table, policy, catalogue);
  if (!coverage) return [];
  const found: Found = { id, table, coverage };
  return [
    ...overlapDiagnostics(found),
    ...(table.partial === true ? [] : gapDiagnostics(found)),
    ...emptyDiagnostics(found),
    ...unreachableDiagnostics(found),
    ...uncheckedDiagnostics(found),
  ];
}

/**
 * What a finding about a table tells of, so that it can be mended: the gap, or the two rows that overlap.
 *
 * @example
 * toldBy(diagnostic, { id: "fine-tiers", table, coverage })?.gap?.segments // [[1], [2]]
 */
export function toldBy(
  diagnostic: Diagnostic,
  found: Found,
): { readonly gap: Region } | { readonly overlap: TableCoverage["overlaps"][number] } | undefined {
  const isSame = (other: Diagnostic | undefined): boolean =>
    other?.code === diagnostic.code &&
    other.at === diagnostic.at &&
    other.message.en === diagnostic.message.en;
  const gap = found.coverage.gaps.find((one) => isSame(gapDiagnostic(found.id, withExample(one))));
  if (gap) return { gap };
  const overlap = found.coverage.overlaps.find((one) => isSame(overlapDiagnostic(one, found)));
  return overlap && { overlap };
}

type Found = { readonly id: string; readonly table: DecisionTable; readonly coverage: TableCoverage };

type Said = {
  readonly code: DiagnosticCode;
  readonly severity?: Diagnostic["severity"];
  readonly at: string;
  readonly message: LocalizedText;
  readonly help: LocalizedText;
};

function diagnostic({ code, severity = "warning", at, message, help }: Said): Diagnostic {
  return { code, severity, at, message, help };
}

function overlapDiagnostics(found: Found): readonly Diagnostic[] {
  const { overlaps, moreOverlaps: more } = found.coverage;
  const told = overlaps.slice(0, MOST_TOLD).map((overlap) => overlapDiagnostic(overlap, found));
  const others = overlaps.length + more - told.length;
  return others === 0 ? told : [...told, moreOverlaps(found.id, others)];
}

function overlapDiagnostic(
  { rows: [upper, lower], regions }: TableCoverage["overlaps"][number],
  { id, table }: Found,
): Diagnostic {
  const places = [rowNumber(table, upper), rowNumber(table, lower)] as const;
  return diagnostic({
    code: "table-overlap",
    severity: "error",
    at: rowPointer(id, places[1]),
    message: {
      en: `rows ${places[0]} (\`${upper}\`) and ${places[1]} (\`${lower}\`) of \`${id}\` both hold for ${joined(regions, "en")}`,
      zh: `表\`${id}\`的第${places[0]}行（\`${upper}\`）与第${places[1]}行（\`${lower}\`）同时适用于：${joined(regions, "zh")}`,
    },
    help: {
      en: "narrow one of them, or let the upper row win (`hitPolicy`: `first`)",
      zh: "请收窄其中一行，或以在上的一行为准（`hitPolicy`：`first`）",
    },
  });
}

function moreOverlaps(id: string, others: number): Diagnostic {
  return diagnostic({
    code: "table-overlap",
    severity: "error",
    at: pointer("tables", id),
    message: {
      en: `beyond these, ${others} more ${others === 1 ? "pair" : "pairs"} of rows of \`${id}\` overlap`,
      zh: `表\`${id}\`另有${others}对行同时适用于同一情形`,
    },
    help: { en: "mend those above first", zh: "请先处理以上各对" },
  });
}

function gapDiagnostics({ id, coverage }: Found): readonly Diagnostic[] {
  const told = coverage.gaps.slice(0, MOST_TOLD).map((gap) => gapDiagnostic(id, withExample(gap)));
  const others = coverage.gaps.length + coverage.moreGaps - told.length;
  if (others === 0) return told;
  const more = {
    en: `${others} more ${others === 1 ? "part" : "parts"} of its input`,
    zh: `另外${others}种情形`,
  };
  return [...told, gapDiagnostic(id, more)];
}

function gapDiagnostic(id: string, region: LocalizedText): Diagnostic {
  return diagnostic({
    code: "table-gap",
    at: pointer("tables", id),
    message: {
      en: `no row of \`${id}\` covers ${region.en}`,
      zh: `表\`${id}\`中没有一行适用于：${region.zh}`,
    },
    help: {
      en: "add a row for it, or mark the table as `partial` if nothing is meant to follow there",
      zh: "请补一行；如此处本就不作规定，请为该表选定`partial`",
    },
  });
}

function withExample({ text, exampleText }: Region): LocalizedText {
  if (exampleText.en === "") return text;
  return { en: `${text.en}, e.g. ${exampleText.en}`, zh: `${text.zh}；例如${exampleText.zh}` };
}

function emptyDiagnostics({ id, table, coverage }: Found): readonly Diagnostic[] {
  return coverage.empty.map(({ row, column }) => {
    const place = rowNumber(table, row);
    const label = coverage.axes[column]?.label ?? { en: "", zh: "" };
    return diagnostic({
      code: "unreachable-rule",
      at: `${rowPointer(id, place)}${pointer("when", column)}`,
      message: {
        en: `row ${place} (\`${row}\`) of \`${id}\` never applies: no value of “${label.en}” satisfies its cell`,
        zh: `表\`${id}\`的第${place}行（\`${row}\`）永不适用：“${label.zh}”没有任何取值满足该单元格`,
      },
      help: { en: "check the ends of the range, or remove the row", zh: "请检查区间两端，或删去该行" },
    });
  });
}

function unreachableDiagnostics({ id, table, coverage }: Found): readonly Diagnostic[] {
  return coverage.unreachable.map((row) => {
    const place = rowNumber(table, row);
    const isFirst = table.hitPolicy === "first" && place > 1;
    return diagnostic({
      code: "unreachable-rule",
      at: rowPointer(id, place),
      message: isFirst
        ? {
            en: `row ${place} (\`${row}\`) of \`${id}\` never decides anything, since the rows above it and the table's own condition leave it no case`,
            zh: `表\`${id}\`的第${place}行（\`${row}\`）永不起作用：其上各行及表的前提条件没有给它留下任何情形`,
          }
        : {
            en: `row ${place} (\`${row}\`) of \`${id}\` never applies, since the table's own condition rules its cells out`,
            zh: `表\`${id}\`的第${place}行（\`${row}\`）永不适用：表的前提条件与该行各单元格不能同时成立`,
          },
      help: isFirst
        ? { en: "move it up, or remove it", zh: "请将该行上移，或删去该行" }
        : { en: "widen the table's condition, or remove the row", zh: "请放宽表的前提条件，或删去该行" },
    });
  });
}

function uncheckedDiagnostics({ id, coverage }: Found): readonly Diagnostic[] {
  return coverage.unchecked.map((reason) =>
    diagnostic({
      code: "table-gap",
      at: pointer("tables", id),
      message: UNCHECKED[reason].message(id),
      help: UNCHECKED[reason].help,
    }),
  );
}

const UNCHECKED: Readonly<
  Record<Unchecked, { readonly message: (id: string) => LocalizedText; readonly help: LocalizedText }>
> = {
  "too-large": {
    message: (id) => ({
      en: `\`${id}\` has too many combinations of its input to be checked for gaps and overlaps in full`,
      zh: `表\`${id}\`的输入组合过多，未能完整检查空缺与重叠`,
    }),
    help: { en: "split it into tables with fewer columns", zh: "请拆成列数较少的几张表" },
  },
  "depends-on-other-facts": {
    message: (id) => ({
      en: `\`${id}\` could not be checked for gaps, since a cell compares with another fact of the case`,
      zh: `表\`${id}\`有单元格与案件的其他事实相比较，未能检查空缺`,
    }),
    help: {
      en: "compare with a figure or a parameter, or derive the difference as a fact",
      zh: "请改与数值或参数比较，或将差值设为派生事实",
    },
  },
  "when-too-complex": {
    message: (id) => ({
      en: `\`${id}\` could not be checked for gaps and overlaps, since its own condition falls into too many parts`,
      zh: `表\`${id}\`的前提条件过于复杂，未能检查空缺与重叠`,
    }),
    help: { en: "make it a derived fact, or split the table", zh: "请将条件改为派生事实，或拆分该表" },
  },
};

function joined(regions: readonly Region[], language: "en" | "zh"): string {
  const told = regions.slice(0, MOST_PARTS_TOLD).map(({ text }) => text[language]);
  const others = regions.length - told.length;
  const more =
    language === "zh" ? `另外${others}种情形` : `${others} more ${others === 1 ? "part" : "parts"}`;
  return [...told, ...(others > 0 ? [more] : [])].join(language === "zh" ? "；或者" : "; or ");
}

function rowNumber(table: DecisionTable, row: string): number {
  return table.rows.findIndex(({ id }) => id === row) + 1;
}

function rowPointer(table: string, place: number): string {
  return pointer("tables", table, "rows", place - 1);
}
