import { PROBE_PARTS, type Certificate, type Question, probeInParts, prove } from "@evenhand/analysis";
import type { Solve } from "@evenhand/domain";
import { EVALUATORS, type LoadedVersion } from "@evenhand/engine";
import { Z3, solveWithZ3 } from "@evenhand/solver";
import { insertCertificate } from "@evenhand/store";
import type { JobContext, JobKind, JobStep, JobToDo } from "../jobs/job-kind.ts";
import { openIdentity } from "../policies/version-or-draft.ts";
import {
  CHECK,
  type CertificateKept,
  type CheckKept,
  type CheckPayload,
  type ProofPayload,
  contentOf,
} from "./check-job.ts";

/** Asks a solver, and ends it when the signal says so: it throws then. */
export type AskSolver = (...asked: [...Parameters<Solve>, AbortSignal]) => ReturnType<Solve>;

/** How checks are worked on: the policy is probed part by part, then one claim is proved after the other. */
export function checksWith(ask: AskSolver): JobKind {
  return {
    name: CHECK.kind,
    steps: async function* (context, job) {
      // INVARIANT: it was written where the job was put in line.
      const payload = JSON.parse(job.payload) as CheckPayload;
      const opened = await open(context, payload);
      const solve = solverFor(context, job, ask);
      const checking: Checking = { job, payload, opened, solve, kept: keptBefore(job, opened.subject) };
      yield* probe(checking);
      yield* proveAll(checking);
    },
  };
}

export const CHECKS = checksWith(solveWithZ3);

type Opened = {
  readonly subject: LoadedVersion;
  /** By the number of a version that the subject is held against. */
  readonly others: ReadonlyMap<number, LoadedVersion>;
};

type Checking = {
  readonly job: JobToDo;
  readonly payload: CheckPayload;
  readonly opened: Opened;
  readonly solve: Solve;
  /** What came of it so far. */
  kept: CheckKept;
};

async function open({ store, rulebook }: JobContext, payload: CheckPayload): Promise<Opened> {
  const rules = await rulebook();
  const { policy, proofs } = payload;
  return store.read(async (db) => {
    const others = new Map<number, LoadedVersion>();
    for (const proof of proofs)
      if (proof.kind === "no-more-than")
        others.set(proof.version, await openIdentity({ rules, db }, policy, proof));
    return { subject: await openIdentity({ rules, db }, policy, payload.subject), others };
  });
}

/** @throws Error where the calendar or a guard is another one than the check was begun upon */
function keptBefore({ kept }: JobToDo, { calendar, guardHashes }: LoadedVersion): CheckKept {
  const ground = [calendar.hash, ...guardHashes.values()];
  // INVARIANT: it was written here.
  const before = kept && (JSON.parse(kept.result) as CheckKept);
  if (before && before.ground.join() !== ground.join())
    throw new Error("the calendar or a guard is another one by now");
  return before ?? { probes: null, proofs: [], engine: EVALUATORS.compiled, ground };
}

/** What is probed and was not finished is probed from the beginning: it takes seconds. */
async function* probe(checking: Checking): AsyncGenerator<JobStep> {
  const { job, payload, opened, kept } = checking;
  if (!payload.probes || kept.probes) return;
  const { alsoProtected, boundRate } = payload.probes;
  const parts = probeInParts(opened.subject, {
    seed: seedOf(contentOf(payload.subject)),
    alsoProtected,
    ...(boundRate === undefined ? {} : { capRate: boundRate }),
  });
  let told = 0;
  for (;;) {
    const part = parts.next();
    if (part.done === true) {
      checking.kept = { ...kept, probes: part.value };
      yield stepOf(checking, PROBE_PARTS);
      return;
    }
    if (part.value > told) yield stepOf(checking, (told = part.value));
    await job.pause();
    if (!job.signal.aborted) continue;
    yield stepOf(checking, told);
    return;
  }
}

/** Thirty-two bits of the hash: the same content is looked at in the same way, and no one content has a say in how. */
function seedOf(hash: string): number {
  return Number.parseInt(hash.slice(0, 8), 16);
}

async function* proveAll(checking: Checking): AsyncGenerator<JobStep> {
  const { job, payload, opened, solve } = checking;
  const timeLimitMs = payload.seconds * 1_000;
  for (const [index, proof] of payload.proofs.entries()) {
    if (index < checking.kept.proofs.length) continue;
    const certificate = job.signal.aborted
      ? undefined
      : await unlessCalledOff(job, () => prove(questionOf(opened, proof, payload), { solve, timeLimitMs }));
    const before = partsOfProbes(payload) + index;
    if (!certificate) {
      // Nobody waits for it any longer: what was kept is said once more, and no more is begun.
      yield stepOf(checking, before);
      return;
    }
    checking.kept = { ...checking.kept, proofs: [...checking.kept.proofs, withoutText(certificate)] };
    const row = { job_id: job.id, position: index + 1, certificate: JSON.stringify(certificate) };
    yield { ...stepOf(checking, before + 1), keep: (tx) => insertCertificate(tx, row) };
  }
}

function questionOf({ subject, others }: Opened, proof: ProofPayload, payload: CheckPayload): Question {
  const isDraft = "draft" in payload.subject;
  if (proof.kind !== "no-more-than") return { ...proof, version: subject, isDraft };
  const before = others.get(proof.version);
  // INVARIANT: all that are named were opened.
  if (!before) throw new Error(`version ${proof.version} was not opened`);
  return { kind: proof.kind, before, after: subject, isDraft };
}

function withoutText({ smtLib: { text: _text, ...smtLib }, ...certificate }: Certificate): CertificateKept {
  return { ...certificate, smtLib };
}

/** What work gives; `undefined` where it broke because the job was called off. */
async function unlessCalledOff<Given>(
  { signal }: JobToDo,
  work: () => Promise<Given>,
): Promise<Given | undefined> {
  try {
    return await work();
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
}

/** A solver that cannot be asked decides nothing, and an operator is told why. */
function solverFor({ alarm }: JobContext, { id, signal }: JobToDo, ask: AskSolver): Solve {
  return async (text, timeLimitMs) => {
    try {
      return await ask(text, timeLimitMs, signal);
    } catch (error) {
      if (signal.aborted) throw error;
      const fault = error instanceof Error ? `${error.name}: ${error.message}` : "";
      alarm("a solver could not be asked", { job: id, fault });
      return { solver: Z3, result: "unavailable" };
    }
  };
}

function partsOfProbes({ probes }: CheckPayload): number {
  return probes ? PROBE_PARTS : 0;
}

function stepOf({ payload, kept }: Checking, done: number): JobStep {
  return {
    done,
    total: partsOfProbes(payload) + payload.proofs.length,
    result: JSON.stringify(kept),
    checkpoint: "{}",
  };
}
