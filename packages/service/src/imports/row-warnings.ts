import {
  type Case,
  type LocalizedText,
  type Policy,
  type Warning,
  knownDeclarations,
  pointer,
  quote,
} from "@evenhand/domain";
import { type RowsAsCase, placeInSheet } from "@evenhand/sheets";
import { type Db, decisionsOnCases } from "@evenhand/store";
import type { CaseChange } from "../cases/case-before.ts";
import type { FittingRows } from "./check-rows.ts";
import type { ImportFinding, ImportWarning } from "./import-report.ts";

type Read = Extract<RowsAsCase, { readonly places: unknown }>;

/** What an evaluation would warn of that is a slip in the sheet: values off an open list that are almost one on it. */
export function slipsInRows(
  found: Read,
  { policy, warnings }: { readonly policy: Policy; readonly warnings: readonly Warning[] },
): readonly ImportFinding[] {
  return warnings
    .filter(({ code }) => code === "unlisted-value")
    .map((warning) => slip(found, warning, policy));
}

function slip(found: Read, warning: Warning, policy: Policy): ImportFinding {
  const stated = statedIn(warning, found.case, policy);
  const { row = 0, column, ...place } = placeInSheet(found, stated.at);
  const meant = stated.meant ?? { en: "one on the list", zh: "列表中的值" };
  return told(found, {
    code: "unlisted-value",
    at: column === undefined ? pointer("rows", row) : pointer("rows", row, column),
    message: warning.text,
    help: {
      en: `the row fits as it is; where ${quote(meant.en)} is meant, correct it and import again`,
      zh: `本行可以导入；若应为${quote(meant.zh)}，请更正后重新导入`,
    },
    row,
    ...(column === undefined ? {} : { column }),
    ...place,
    ...(stated.value === undefined ? {} : { seen: stated.value }),
  });
}

type Stated = { readonly at: string; readonly value?: string; readonly meant?: LocalizedText };

/** The fact that a warning of a slip is about, which it names in backticks, as it does what may have been meant. */
function statedIn({ party, text }: Warning, { facts, parties }: Case, policy: Policy): Stated {
  const index = parties.findIndex(({ id }) => id === party);
  const of = index === -1 ? ["case"] : ["case", "parties", index];
  const declarations = knownDeclarations(policy)[index === -1 ? "case" : "party"];
  for (const [fact, value] of Object.entries(index === -1 ? facts : (parties[index]?.facts ?? {}))) {
    const { open, values = {} } = declarations[fact] ?? {};
    if (open !== true || !text.en.startsWith(`\`${String(value)}\` is not on the list for \`${fact}\``))
      continue;
    const meant = Object.keys(values).find((id) => text.en.endsWith(`\`${id}\`?`));
    const label = meant === undefined ? undefined : values[meant];
    return { at: pointer(...of, "facts", fact), value: String(value), ...(label ? { meant: label } : {}) };
  }
  return { at: pointer(...of) };
}

/** Which of these cases are corrected while a decision on them is in force: nothing of it changes by an import. */
export async function decisionsThatStand(
  db: Db,
  {
    policyId,
    fitting,
    changes,
  }: {
    readonly policyId: string;
    readonly fitting: readonly FittingRows[];
    readonly changes: readonly CaseChange[];
  },
): Promise<readonly ImportFinding[]> {
  const revised = fitting.filter((_, index) => changes[index] === "revised");
  if (revised.length === 0) return [];
  const standing = await decisionsOnCases(
    db,
    revised.map((one) => one.case.case.reference),
  );
  const decisions = new Map(
    standing.flatMap(({ policy_id, reference, id }) =>
      policy_id === policyId ? [[reference, id] as const] : [],
    ),
  );
  return revised.flatMap(
    ({
      found,
      case: {
        case: { reference },
      },
    }) => {
      const decision = decisions.get(reference);
      return decision === undefined ? [] : [stands(found, reference, decision)];
    },
  );
}

function stands(found: Read, reference: string, decision: string): ImportFinding {
  const { row = 0, column, ...place } = placeInSheet(found, "/case/reference");
  return told(found, {
    code: "decision-stands",
    at: column === undefined ? pointer("rows", row) : pointer("rows", row, column),
    message: {
      en: `the case ${quote(reference)} is decided (${quote(decision)}); correcting it changes nothing in that decision`,
      zh: `案件${quote(reference)}已有处理决定${quote(decision)}；更正案件不改变该决定`,
    },
    help: {
      en: "where the decision is to change too, decide about the case again in its place",
      zh: "如需变更处理，请就该案件重新作出决定以取代原决定",
    },
    row,
    ...(column === undefined ? {} : { column }),
    ...place,
  });
}

function told(
  { rowNumbers }: Read,
  finding: ImportFinding & { readonly code: ImportWarning },
): ImportFinding {
  return rowNumbers.length > 1 ? { ...finding, caseRows: rowNumbers } : finding;
}
