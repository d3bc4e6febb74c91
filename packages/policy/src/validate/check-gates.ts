import { type FactReference, type Gate, PARAMETER_PREFIX, type ValueType, quote } from "@evenhand/domain";
import type { Placed } from "./draft.ts";
import { within } from "./fields.ts";
import type { Inspection } from "./inspection.ts";
import { findFact } from "./names.ts";
import { TYPE_WORDS, typesInWords } from "./type-words.ts";

/**
 * Checks the gates: that each kind stands once, that the days it compares are known of the case and are days, and that
 * its figures are parameters in calendar days.
 *
 * @example checkGates(inspection) // "type-mismatch" where the days to answer are a parameter in working days
 */
export function checkGates(inspection: Inspection): void {
  const seen = new Set<string>();
  for (const { at, part } of inspection.draft.gates) {
    if (seen.has(part.kind)) reportDuplicate(part, at, inspection);
    seen.add(part.kind);
    checkGate(part, at, inspection);
  }
}

function checkGate(gate: Gate, at: string, inspection: Inspection): void {
  switch (gate.kind) {
    case "published-before-act":
      return wantKnown({ at: within(at, "act"), part: gate.act }, ofCase("date", "instant"), inspection);
    case "heard":
      wantKnown({ at: within(at, "told"), part: gate.told }, { types: ["date"] }, inspection);
      return wantDays({ at: within(at, "days", "fact"), part: gate.days }, inspection);
    case "not-punished-before":
      return wantKnown(
        { at: within(at, "act"), part: gate.act },
        ofCase("date", "instant", "text"),
        inspection,
      );
    case "within-limitation":
      wantKnown({ at: within(at, "act"), part: gate.act }, ofCase("date"), inspection);
      return wantDays({ at: within(at, "days", "fact"), part: gate.days }, inspection);
    case "evidence":
    case "decider-not-party":
    case "reasons":
      return;
  }
}

type Wanted = { readonly scope?: "case"; readonly types: readonly ValueType[] };

function ofCase(...types: readonly ValueType[]): Wanted {
  return { scope: "case", types };
}

/** What a gate compares is known of the case from the outset: stated, or worked out from what is. */
function wantKnown(
  { at, part: name }: Placed<string>,
  { scope, types }: Wanted,
  inspection: Inspection,
): void {
  const entry = findFact({ name, at, ...(scope && { scope }) }, inspection);
  if (!entry) return;
  const { report } = inspection;
  if (!types.includes(entry.type)) {
    const [found, wanted] = [TYPE_WORDS[entry.type], typesInWords(types)];
    report.add({
      code: "type-mismatch",
      at,
      message: {
        en: `${quote(name)} holds ${found.en}, where ${wanted.en} is wanted`,
        zh: `${quote(name)}的值是${found.zh}，此处需要${wanted.zh}`,
      },
    });
  } else if (entry.source !== "declared" && entry.source !== "derived") {
    report.add({
      code: "type-mismatch",
      at,
      message: {
        en: `${quote(name)} is not a fact of the case, where one is wanted`,
        zh: `${quote(name)}不是案件的事实，此处需要案件的事实`,
      },
      help: { en: "name a declared or derived fact", zh: "请引用`facts`或`derived`中的事实" },
    });
  }
}

function wantDays({ at, part }: Placed<FactReference>, inspection: Inspection): void {
  const entry = findFact({ name: part.fact, at }, inspection);
  if (!entry || (entry.parameter && entry.type === "calendar-days")) return;
  inspection.report.add({
    code: "type-mismatch",
    at,
    message: {
      en: `${quote(part.fact)} is not a parameter in calendar days`,
      zh: `${quote(part.fact)}不是以自然日计的参数`,
    },
    help: {
      en: `declare a parameter with unit \`calendar-days\` and name it \`${PARAMETER_PREFIX}…\``,
      zh: `请声明单位为\`calendar-days\`的参数，并写作\`${PARAMETER_PREFIX}…\``,
    },
  });
}

function reportDuplicate({ kind }: Gate, at: string, { report }: Inspection): void {
  report.add({
    code: "duplicate-id",
    at: within(at, "kind"),
    message: { en: `there is another gate ${quote(kind)}`, zh: `前提条件${quote(kind)}重复出现` },
    help: { en: "each kind stands at most once", zh: "每种前提条件至多一项" },
  });
}
