import { type Policy, formatInstant } from "@evenhand/domain";
import { readersOf } from "@evenhand/policy";
import type { Bench } from "./bench.ts";
import type { CapBreach } from "./cap.ts";
import { caseFor } from "./charges.ts";
import { type ProbeRemark, PROBE_FINDING_KINDS, type ProbeCase, type ProbeFinding } from "./probe-result.ts";
import { shrunk } from "./shrink.ts";
import { type Candidate, keyOf } from "./watch.ts";
import type { ProbeWords } from "./words.ts";

export type Told = {
  readonly findings: readonly ProbeFinding[];
  readonly steps: readonly ProbeRemark[];
  readonly remainders: readonly ProbeRemark[];
};

/** Makes everything found small, and what became the same thing one. */
export function tellCandidates(found: readonly Candidate[], bench: Bench, words: ProbeWords): Told {
  const merged = new Map<string, Candidate>();
  for (const candidate of found) {
    const small = shrunk(candidate, bench);
    const known = merged.get(keyOf(small));
    merged.set(keyOf(small), known ? { ...known, times: known.times + small.times } : small);
  }
  const { timeZone } = bench.loaded.version.policy;
  const findings: ProbeFinding[] = [];
  const steps: ProbeRemark[] = [];
  const remainders: ProbeRemark[] = [];
  for (const candidate of merged.values()) {
    const { kind, ...told } = findingOf(candidate, words, timeZone);
    if (kind === "declared-step") steps.push(told);
    else if (kind === "remainder") remainders.push(told);
    else findings.push({ kind, ...told });
  }
  return { findings, steps, remainders };
}

function findingOf(
  candidate: Candidate,
  words: ProbeWords,
  timeZone: string,
): ProbeRemark & { readonly kind: Candidate["kind"] } {
  const { kind, id, byMinor, rules, times, pair } = candidate;
  const cases = sideBySide(
    pair.tried.map((tried) => caseFor(tried, id, formatInstant(tried.trial.evaluatedAt, timeZone))),
  );
  const [before, after] = pair.values;
  const { fact, party } = pair.slot;
  return {
    kind,
    party: id,
    difference: {
      fact,
      ...(party === undefined ? {} : { party }),
      before: before ?? null,
      after: after ?? null,
    },
    rules,
    byMinor,
    cases,
    times,
    message: words.candidate(candidate, cases),
  };
}

function sideBySide(cases: readonly ProbeCase[]): readonly [ProbeCase, ProbeCase] {
  const [one, other] = cases;
  if (!one || !other) throw new Error("a pair has two cases");
  return [one, other];
}

/** The worst of all breaches of the cap stands for them: they are one fault. */
export function tellBreaches(
  breaches: readonly CapBreach[],
  {
    words,
    capRate,
    policy,
  }: { readonly words: ProbeWords; readonly capRate: number; readonly policy: Policy },
): readonly ProbeFinding[] {
  const [worst] = breaches.toSorted(
    (one, other) => other.plannedMinor - other.mostMinor - (one.plannedMinor - one.mostMinor),
  );
  if (!worst) return [];
  return [
    {
      kind: "above-cap",
      party: worst.id,
      rules: [policy.cap.rate.fact],
      byMinor: worst.plannedMinor - worst.mostMinor,
      cases: worst.cases.map(({ tried, scheduled }) => {
        const shown = caseFor(tried, worst.id, formatInstant(tried.trial.evaluatedAt, policy.timeZone));
        return { ...shown, request: { ...shown.request, scheduled } };
      }),
      times: breaches.length,
      message: words.breach(worst, capRate),
    },
  ];
}

/** The parts of a policy that name a fact which nothing may read. */
export function tellReaders(
  names: readonly string[],
  policy: Policy,
  words: ProbeWords,
): readonly ProbeFinding[] {
  return names.flatMap((name): ProbeFinding[] => {
    const rules = readersOf(name, policy);
    if (rules.length === 0) return [];
    const message = words.read(name, rules);
    return [{ kind: "protected-fact-read", rules, byMinor: 0, cases: [], times: 1, message }];
  });
}

/** By kind, then by how much. */
export function inOrder(findings: readonly ProbeFinding[]): readonly ProbeFinding[] {
  const place = ({ kind }: ProbeFinding): number => PROBE_FINDING_KINDS.indexOf(kind);
  return findings.toSorted(
    (one, other) =>
      place(one) - place(other) ||
      other.byMinor - one.byMinor ||
      (one.message.en < other.message.en ? -1 : 1),
  );
}
