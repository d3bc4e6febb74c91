import { DIAGNOSTIC_CODES, type Diagnostic, type DiagnosticCode, suggest } from "@evenhand/domain";

/** Something that was found; its code decides how grave it is. */
export type Finding = Omit<Diagnostic, "severity">;

/** What helps where a name is not known: the one that was most likely meant. */
export type Meant = Required<Pick<Diagnostic, "help" | "meant">>;

/** Collects what is found wrong with one policy. */
export type Report = {
  readonly add: (finding: Finding) => void;
  /** Takes over what was found elsewhere, as grave as it was said to be there. */
  readonly include: (diagnostics: readonly Diagnostic[]) => void;
  /** Whether anything found so far in a member of a group (`/tables/fine-tiers`) keeps a version from being submitted. */
  readonly hasErrorIn: (member: string) => boolean;
  /** The candidate that was most likely meant, with the sentence that helps; `undefined` where none is near. */
  readonly didYouMean: (name: string, candidates: Iterable<string>) => Meant | undefined;
  /** Whether more would be told than anybody mends at a time, so that there is no use in looking for words. */
  readonly isFull: () => boolean;
  /** Whether anything found, told or not, keeps a version from being submitted. */
  readonly hasErrors: () => boolean;
  /** Everything found so far, each thing once, in order of precedence and then of place; no more than a thousand. */
  readonly diagnostics: () => readonly Diagnostic[];
};

/** What does not keep a version from being submitted. */
const WARNINGS: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>([
  "grade-inversion",
  "step-longer-than-whole",
  "unreachable-rule",
  "no-guard",
  "bare-number",
  "no-citation",
  "unused-parameter",
  "no-label",
]);

/**
 * How much work looking for what was meant may take over a whole policy, in pairs of letters compared. A document full
 * of misspelt names gets help with the first hundred or so, and no document keeps anybody waiting.
 */
const SUGGESTION_BUDGET = 1_000_000;

/** An answer never grows far beyond what was asked. */
const MOST_TOLD = 1_000;

/**
 * A report without findings.
 *
 * @example
 * const report = createReport();
 * report.add({ code: "unused-parameter", at: "/parameters/rate", message: { en: "…", zh: "…" } });
 * report.diagnostics()[0]?.severity // "warning"
 */
export function createReport(): Report {
  const found = new Map<string, Diagnostic>();
  let budget = SUGGESTION_BUDGET;
  const spoiled = new Set<string>();
  const take = (diagnostic: Diagnostic): void => {
    if (diagnostic.severity === "error") spoiled.add(memberOf(diagnostic.at));
    if (found.size >= MOST_TOLD) return;
    const key = `${diagnostic.code} ${diagnostic.at} ${diagnostic.message.en}`;
    if (!found.has(key)) found.set(key, diagnostic);
  };
  return {
    add: (finding) => take({ ...finding, severity: WARNINGS.has(finding.code) ? "warning" : "error" }),
    include: (diagnostics) => diagnostics.forEach(take),
    hasErrorIn: (member) => spoiled.has(member),
    hasErrors: () => spoiled.size > 0,
    isFull: () => found.size >= MOST_TOLD,
    didYouMean(name, candidates) {
      if (found.size >= MOST_TOLD) return undefined;
      const considered: string[] = [];
      for (const candidate of candidates) {
        budget -= (name.length + 1) * (candidate.length + 1);
        if (budget < 0) return undefined;
        considered.push(candidate);
      }
      const meant = suggest(name, considered);
      return meant === undefined ? undefined : meantToBe(meant);
    },
    diagnostics: () => inOrder([...found.values()]),
  };
}

/** The sentence that helps where this name was most likely meant. */
export function meantToBe(meant: string): Meant {
  return { meant, help: { en: `did you mean \`${meant}\`?`, zh: `是不是\`${meant}\`？` } };
}

/** The rule, table or parameter that a place lies in. */
function memberOf(at: string): string {
  return at.split("/", 3).join("/");
}

/**
 * Diagnostics by precedence of their codes, then by place: fields in alphabetical order, items of a list in theirs.
 *
 * @example inOrder([atRule10, atRule2]) // [atRule2, atRule10]
 */
export function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics
    .map((diagnostic) => ({
      diagnostic,
      rank: DIAGNOSTIC_CODES.indexOf(diagnostic.code),
      place: diagnostic.at.split("/"),
    }))
    .toSorted((a, b) => a.rank - b.rank || comparePlaces(a.place, b.place))
    .map(({ diagnostic }) => diagnostic);
}

function comparePlaces(a: readonly string[], b: readonly string[]): number {
  for (const [depth, part] of a.entries()) {
    const other = b[depth];
    if (other === undefined) return 1;
    if (part === other) continue;
    const numbers = [Number(part), Number(other)] as const;
    if (numbers.every(Number.isInteger)) return numbers[0] - numbers[1];
    return part < other ? -1 : 1;
  }
  return a.length - b.length;
}
