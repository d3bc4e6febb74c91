import type { Policy } from "@evenhand/domain";
import { contentHash } from "@evenhand/domain";
import {
  type AskSolver,
  type CheckView,
  type DraftDocument,
  type JobRunner,
  cancelRun,
  CHECK,
  checksWith,
  jobRunner,
  readCheck,
  saveDraft,
  startCheck,
} from "@evenhand/service";
import { solveWithZ3 } from "@evenhand/solver";
import { type Store, insertJob, jobRow } from "@evenhand/store";
import { expect, it } from "vitest";
import { penaltyRule, rate } from "../proof/planted.ts";
import { AUTHOR, type Scene, edit, given, newDraft, refusalOf, sceneOver } from "../policies/scene.ts";
import { onBothDatabases } from "../support/databases.ts";
import { HARD, children } from "../support/solving.ts";
import { type Found, POLICY } from "./asked.ts";

const HARDLY: AskSolver = (_text, timeLimitMs, signal) => solveWithZ3(HARD, timeLimitMs, signal);

async function put({ context }: Scene, body: object): Promise<string> {
  return given(await startCheck(context, { actor: AUTHOR, body: { policy: POLICY, ...body } })).id;
}

async function read({ context }: Scene, id: string): Promise<Found> {
  return JSON.parse(given(await readCheck(context, { id })).body) as Found;
}

/** A worker; `beat` is what gives a sign of life, and tells it what became of its job. */
function worker({ context }: Scene, ask: AskSolver = solveWithZ3) {
  let beat = (): void => undefined;
  const alarms: string[] = [];
  const runner: JobRunner = jobRunner(() => ({ ...context, alarm: (message) => void alarms.push(message) }), {
    kinds: [checksWith(ask)],
    pause: async () => undefined,
    every: (_ms, work) => {
      beat = work;
      return () => undefined;
    },
  });
  return { runner, alarms, beat: () => beat() };
}

async function worked(scene: Scene, ask?: AskSolver): Promise<readonly string[]> {
  const { runner, alarms } = worker(scene, ask);
  runner.wake();
  await runner.idle();
  return alarms;
}

/** Grades that come to at most half a bonus, and one branch that plans 60% of it. */
function beyond(document: DraftDocument): DraftDocument {
  // INVARIANT: it was read as a policy.
  const policy = document as unknown as Policy;
  const { parameters, rules } = policy;
  const changed: Partial<Policy> = {
    parameters: {
      ...parameters,
      bonusCapRate: rate(0.6),
      majorDemeritConversion: rate(0.4),
      breachPart: { ...rate(0.6), unit: "months" },
    },
    rules: [
      ...rules.filter(({ id }) => id !== "deduct-share-of-loss"),
      penaltyRule(
        "breach-costs-60",
        {
          all: [
            { condition: "person-in-upheld-case" },
            { fact: "complaintKind", operator: "equal", value: "contract-breach" },
          ],
        },
        { type: "deduct", params: { of: "bonus", months: { fact: "parameter.breachPart" } } },
      ),
    ],
    examples: [],
  };
  return { ...document, ...changed };
}

onBothDatabases("a check", (open) => {
  it("refutes a draft with a branch above the bound, by a case on it that the engine decides so", async () => {
    const scene = await sceneOver((await open()).store);
    const { id, revision, document } = await newDraft(scene);
    const label = "60% for a breach";
    given(
      await saveDraft(scene.context, {
        actor: AUTHOR,
        id,
        revision,
        body: { label, document: beyond(document) },
      }),
    );
    const proofs = [{ kind: "cap", boundRate: 0.5, ofOneCase: true }, { kind: "cap" }];
    const check = await put(scene, { subject: { draft: id }, proofs, seconds: 120 });
    expect(await worked(scene)).toEqual([]);
    const found = await read(scene, check);
    expect(found).toMatchObject({ state: "done", counts: { refuted: 1, proved: 1, findings: null } });
    const shown = found.result.proofs[0]?.case;
    const [under] = shown?.outcomes ?? [];
    expect(under?.request.case.facts["complaintKind"]).toBe("contract-breach");
    const bonus = Number(under?.request.case.parties[0]?.facts["monthlyBonus"]);
    expect(under?.outcome.parties[0]?.schedule[0]?.amountMinor).toBeGreaterThan(Math.floor(bonus / 2));
  });

  it("gives the same bytes once more, and others of another content", async () => {
    const scene = await sceneOver((await open()).store);
    const hashes: (string | null)[] = [];
    const seeds: (number | undefined)[] = [];
    for (const version of [1, 1, 2]) {
      const id = await put(scene, { subject: { version } });
      await worked(scene);
      const { result, resultHash } = await read(scene, id);
      expect(resultHash).toBe(contentHash(result));
      hashes.push(resultHash);
      seeds.push(result.probes?.seed);
    }
    expect(hashes[1]).toBe(hashes[0]);
    expect(hashes[2]).not.toBe(hashes[0]);
    expect([seeds[1], seeds[2] === seeds[0]]).toEqual([seeds[0], false]);
  });

  it("of a draft is stale once that says something else, and of what it said then no more is asked", async () => {
    const scene = await sceneOver((await open()).store);
    const draft = await newDraft(scene);
    const check = await put(scene, { subject: { draft: draft.id } });
    await worked(scene);
    expect((await read(scene, check)).isStale).toBe(false);
    await edit(scene, draft, { rate: 0.3 });
    expect((await read(scene, check)).isStale).toBe(true);
    const subject = { draft: draft.id, contentHash: draft.contentHash };
    const body = { policy: POLICY, subject };
    expect(refusalOf(await startCheck(scene.context, { actor: AUTHOR, body }))).toEqual(["edited-meanwhile"]);
  });

  it("is not decided where the solver has no time left, and says so", async () => {
    const scene = await sceneOver((await open()).store);
    const before = children();
    const check = await put(scene, { subject: { version: 2 }, proofs: [{ kind: "cap" }], seconds: 1 });
    await worked(scene, HARDLY);
    const { result, counts } = await read(scene, check);
    expect(counts).toEqual({ findings: null, proved: 0, refuted: 0, notDecided: 1 });
    expect(result.proofs[0]?.reason?.en).toBe("the solver had not come to an end after 1 s");
    expect(children()).toEqual(before);
  });

  it("is not decided where no solver can be asked, says so, and tells an operator", async () => {
    const scene = await sceneOver((await open()).store);
    const check = await put(scene, { subject: { version: 2 }, proofs: [{ kind: "unique" }] });
    const missing: AskSolver = async () => {
      throw new Error("spawn ENOENT");
    };
    expect([...new Set(await worked(scene, missing))]).toEqual(["a solver could not be asked"]);
    const { state, result } = await read(scene, check);
    expect([state, result.proofs[0]?.answer]).toEqual(["done", "not-decided"]);
    expect(result.proofs[0]?.reason?.en).toBe("the solver could not be asked, or broke while it was at work");
  });

  it("that is called off ends the solver's process, and keeps what was found until then", async () => {
    const scene = await sceneOver((await open()).store);
    const before = children();
    const check = await put(scene, {
      subject: { version: 1 },
      probes: {},
      proofs: [{ kind: "unique" }],
      seconds: 450,
    });
    const { runner, beat, alarms } = worker(scene, HARDLY);
    runner.wake();
    await expect.poll(() => children().length).toBeGreaterThan(before.length);
    given(await cancelRun(scene.context, { id: check, name: CHECK }));
    beat();
    await runner.idle();
    expect(children()).toEqual(before);
    expect(alarms).toEqual([]);
    const found: CheckView = await read(scene, check);
    expect(found).toMatchObject({ state: "cancelled", done: 6, total: 7, isProvisional: true });
    expect(found.counts.findings).toBeGreaterThan(0);
  });

  it("that its worker leaves is gone on with by another, which proves only what is left", async () => {
    const scene = await sceneOver((await open()).store);
    const proofs = [{ kind: "unique" }, { kind: "cap" }];
    const check = await put(scene, { subject: { version: 2 }, proofs, seconds: 225 });
    let asked = 0;
    const first = worker(scene, async (text, timeLimitMs, signal) => {
      asked += 1;
      return solveWithZ3(asked === 1 ? text : HARD, timeLimitMs, signal);
    });
    first.runner.wake();
    await expect.poll(() => asked).toBe(2);
    await first.runner.stop();
    expect(await read(scene, check)).toMatchObject({ state: "queued", done: 1 });
    await worked(scene, async (text, timeLimitMs, signal) => {
      asked += 1;
      return solveWithZ3(text, timeLimitMs, signal);
    });
    expect(asked).toBe(3);
    expect(await read(scene, check)).toMatchObject({ state: "done", done: 2, counts: { proved: 2 } });
  });

  it("that its worker leaves before anything was asked is not over", async () => {
    const scene = await sceneOver((await open()).store);
    const check = await put(scene, { subject: { version: 2 }, proofs: [{ kind: "unique" }] });
    const { context } = scene;
    const rulebook: typeof context.rulebook = () => {
      void leaving.runner.stop();
      return context.rulebook();
    };
    const leaving = worker({ ...scene, context: { ...context, rulebook } });
    leaving.runner.wake();
    await leaving.runner.idle();
    expect(await read(scene, check)).toMatchObject({ state: "queued", done: 0 });
    await worked(scene);
    expect(await read(scene, check)).toMatchObject({ state: "done", counts: { proved: 1 } });
  });

  it("fails rather than go on where what it is of is another one by now", async () => {
    const { store } = await open();
    const scene = await sceneOver(store);
    await damaged(store, await put(scene, { subject: { version: 1 } }));
    expect(await worked(scene)).toEqual(["a job failed"]);
  });
});

/** Puts a check in line once more, as if its version had been another one. */
async function damaged(store: Store, id: string): Promise<void> {
  const row = await store.read((db) => jobRow(db, id));
  const payload = (row?.payload ?? "").replace(/"hash":"[0-9a-f]{4}/, '"hash":"0000');
  const other = { id: "job-other", kind: CHECK.kind, payload, created_at: 1, created_by: "user:u1" };
  await store.write((tx) => insertJob(tx, other));
}
