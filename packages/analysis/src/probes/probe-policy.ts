import { type EvaluateRequest, PARAMETER_PREFIX, protectedFacts, weightsOf } from "@evenhand/domain";
import type { LoadedVersion } from "@evenhand/engine";
import { randomFrom } from "../statistics/random.ts";
import { type Bench, benchOf } from "./bench.ts";
import { buildCases, momentOf } from "./build-cases.ts";
import { probeChains } from "./cap.ts";
import type { ProbeResult } from "./probe-result.ts";
import { flipProtected } from "./protected-facts.ts";
import { probeByChance, sweepCase } from "./sweep.ts";
import { type Told, inOrder, tellBreaches, tellCandidates, tellReaders } from "./tell.ts";
import type { OnRecord, Trial } from "./trial.ts";
import { type Watch, watchOf } from "./watch.ts";
import { type ProbeWords, probeWords } from "./words.ts";

/** A case that probes begin from: an example of a document, or a past case as it was recorded. */
export type ProbeSeedCase = {
  readonly request: EvaluateRequest;
  /** Epoch milliseconds; default: a month after the version came into force. */
  readonly evaluatedAt?: number;
  /** What stood on record and still counted. Default: nothing. */
  readonly onRecord?: readonly OnRecord[];
};

/** How far probes look. Each part has room of its own, so that none keeps another from looking. */
export type ProbeLimits = {
  /** Cases made up where none are given, or beside few. */
  readonly cases: number;
  /** Evaluations that sweeping all boundaries of all cases may take. */
  readonly sweep: number;
  /** Pairs by chance. */
  readonly pairs: number;
  readonly chains: number;
  readonly casesInChain: number;
  /** Evaluations for flips of protected facts. */
  readonly flips: number;
  /** Evaluations to make what was found small. */
  readonly shrink: number;
};

/** Thorough: some seconds for a large policy. */
export const PROBE_LIMITS: ProbeLimits = {
  cases: 40,
  sweep: 40_000,
  pairs: 1_000,
  chains: 60,
  casesInChain: 12,
  flips: 5_000,
  shrink: 6_000,
};

/** Quick enough for somebody who is writing: some tenths of a second. */
export const QUICK_PROBE_LIMITS: ProbeLimits = {
  cases: 12,
  sweep: 3_000,
  pairs: 100,
  chains: 8,
  casesInChain: 6,
  flips: 500,
  shrink: 1_000,
};

export type ProbeOptions = {
  /** Any whole number; the same one looks at the same cases. Default 1. */
  readonly seed?: number;
  readonly cases?: readonly ProbeSeedCase[];
  /** Facts to be taken as protected besides those declared so. */
  readonly alsoProtected?: readonly string[];
  /** The rate of a month's bonus that no month may pass; default: the policy's own cap. */
  readonly capRate?: number;
  readonly limits?: Partial<ProbeLimits>;
};

/**
 * Looks for what a policy should never do, before anybody publishes it: that worse costs less, that one fen more moves a
 * penalty by a step nobody declared, that a month passes the cap, that a protected attribute decides. Begins from the cases
 * given, the document's examples and cases made up from its declarations; says of each finding which two cases show it,
 * and of all that it asked how much that was. What it does not find, it has not proved.
 *
 * @example probePolicy(complaintFines1).findings[0]?.message.en
 * // "“warning” costs more than the graver “minor demerit”: with “seriousness of the fault” at “slight” P1 is charged …"
 *
 * @throws RangeError where `alsoProtected` names no fact of the policy
 */
export function probePolicy(loaded: LoadedVersion, options: ProbeOptions = {}): ProbeResult {
  const parts = probeInParts(loaded, options);
  for (;;) {
    const { done, value } = parts.next();
    if (done === true) return value;
  }
}

/** Into how many parts the work is divided: cases, boundaries, pairs by chance, flips, chains, and telling what was found. */
export const PROBE_PARTS = 6;

/**
 * The same, a little at a time, for whoever has to see to something else in between: gives how many of `PROBE_PARTS` are
 * done, many times over, and the result at last.
 *
 * @throws RangeError where `alsoProtected` names no fact of the policy
 */
export function* probeInParts(
  loaded: LoadedVersion,
  options: ProbeOptions = {},
): Generator<number, ProbeResult> {
  const seed = options.seed ?? 1;
  const limits = { ...PROBE_LIMITS, ...options.limits };
  const shielded = protectedNames(loaded, options.alsoProtected ?? []);
  const probing: Probing = { bench: benchOf(loaded), watch: watchOf(), random: randomFrom(seed), limits };
  const cases = casesOf(probing, options.cases ?? []);
  yield 1;
  const boundaries = yield* sweepAll(probing, cases.trials);
  yield* pairByChance(probing, cases.trials);
  yield 3;
  yield* flipAll(probing, cases.trials, shielded);
  yield 4;
  probing.bench.allow(limits.chains * limits.casesInChain);
  const capRate = options.capRate ?? capRateOf(loaded);
  const chains = probeChains(probing.bench, cases.trials, probing.random, { ...limits, capRate });
  yield 5;
  const words = probeWords(loaded.version.policy);
  probing.bench.allow(limits.shrink);
  const told = tellCandidates(probing.watch.candidates(), probing.bench, words);
  return resultOf(probing, { cases: cases.counts, seed, shielded, boundaries, chains, told, capRate, words });
}

type Looked = {
  readonly cases: Cases["counts"];
  readonly seed: number;
  readonly shielded: readonly string[];
  readonly boundaries: number;
  readonly chains: ReturnType<typeof probeChains>;
  readonly told: Told;
  readonly capRate: number;
  readonly words: ProbeWords;
};

function resultOf({ bench, watch }: Probing, looked: Looked): ProbeResult {
  const { policy, hash } = bench.loaded.version;
  const { cases, seed, shielded, boundaries, chains, told, capRate, words } = looked;
  const { evaluations, refused, isCut } = bench.counts();
  return {
    policy: { id: policy.id, version: policy.version, hash },
    seed,
    asked: {
      ...cases,
      boundaries,
      evaluations,
      refusals: refused,
      ...watch.counts(),
      rulesNotReached: notReached(bench),
      chains: chains.chains,
      chainedCases: chains.chainedCases,
      isCut,
    },
    weights: Object.fromEntries(weightsOf(policy)),
    grades: policy.grades,
    protectedFacts: shielded,
    findings: inOrder([
      ...told.findings,
      ...tellBreaches(chains.breaches, { words, capRate, policy }),
      ...tellReaders(shielded, policy, words),
    ]),
    declaredSteps: told.steps.toSorted((one, other) => other.byMinor - one.byMinor),
    remainders: told.remainders,
  };
}

function notReached({ loaded, fired }: Bench): readonly string[] {
  const reached = fired();
  return loaded.version.rules.flatMap(({ id, stage }) =>
    reached.has(id) || stage === "deadline" || stage === "authority" ? [] : [id],
  );
}

type Probing = {
  readonly bench: Bench;
  readonly watch: Watch;
  readonly random: ReturnType<typeof randomFrom>;
  readonly limits: ProbeLimits;
};

function protectedNames({ version, catalogue }: LoadedVersion, more: readonly string[]): readonly string[] {
  for (const name of more)
    if (name.startsWith(PARAMETER_PREFIX) || !catalogue.has(name))
      throw new RangeError(`\`${name}\` is not a fact of the policy \`${version.policy.id}\``);
  return [...new Set([...protectedFacts(version.policy), ...more])];
}

function capRateOf({ constants, version: { policy } }: LoadedVersion): number {
  const rate = constants.get(policy.cap.rate.fact);
  // INVARIANT: a policy that validates names a rate there.
  if (typeof rate !== "number") throw new Error(`${policy.cap.rate.fact} holds no rate`);
  return rate;
}

type Cases = {
  readonly trials: readonly Trial[];
  readonly counts: {
    readonly givenCases: number;
    readonly refusedCases: number;
    readonly builtCases: number;
  };
};

/** Those given, the examples of the document, and made-up ones beside them. */
function casesOf({ bench, random, limits }: Probing, given: readonly ProbeSeedCase[]): Cases {
  const { policy } = bench.loaded.version;
  const examples = policy.examples.map(({ request, evaluatedAt }): ProbeSeedCase => ({
    request,
    ...(evaluatedAt === undefined ? {} : { evaluatedAt: Date.parse(evaluatedAt) }),
  }));
  const seeds = [...given, ...examples];
  bench.allow(seeds.length);
  const trials = seeds.flatMap((one): Trial[] => {
    const trial = trialOf(one, momentOf(policy));
    return bench.attempt(trial) ? [trial] : [];
  });
  bench.allow(limits.cases * 20);
  const built = buildCases(bench, random, limits.cases).map(({ trial }) => trial);
  return {
    trials: [...trials, ...built],
    counts: {
      givenCases: seeds.length,
      refusedCases: seeds.length - trials.length,
      builtCases: built.length,
    },
  };
}

function trialOf({ request, evaluatedAt, onRecord = [] }: ProbeSeedCase, moment: number): Trial {
  return { request, evaluatedAt: evaluatedAt ?? moment, onRecord };
}

/** How many boundaries there were. */
function* sweepAll({ bench, watch, limits }: Probing, trials: readonly Trial[]): Generator<number, number> {
  const seen = new Set<string>();
  bench.allow(limits.sweep);
  for (const trial of trials) {
    sweepCase(bench, trial, watch, seen);
    yield 1;
  }
  yield 2;
  return seen.size;
}

function* pairByChance(
  { bench, watch, random, limits }: Probing,
  trials: readonly Trial[],
): Generator<number, void> {
  bench.allow(limits.pairs * 2);
  for (let pair = 0; trials.length > 0 && pair < limits.pairs; pair += 1) {
    probeByChance(bench, trials, random, watch);
    if (pair % PAIRS_AT_ONCE === 0) yield 2;
  }
}

const PAIRS_AT_ONCE = 50;

function* flipAll(
  { bench, watch, limits }: Probing,
  trials: readonly Trial[],
  shielded: readonly string[],
): Generator<number, void> {
  bench.allow(limits.flips);
  for (const trial of shielded.length === 0 ? [] : trials) {
    flipProtected(bench, trial, shielded, watch);
    yield 3;
  }
}
