import type { FactSlots, RuleSet } from "@evenhand/engine";
import { compileRules, referenceRules, traceRule } from "@evenhand/engine";
import library from "json-rules-engine/package.json" with { type: "json" };
import { print, writeRate, writeRow } from "../report.ts";
import type { Subject } from "../rounds.ts";
import { interleave, ratios } from "../rounds.ts";
import { writeFigure } from "../spread.ts";
import type { SuiteOptions } from "../suite.ts";
import { assertAgreement } from "./agreement.ts";
import { complaintFines } from "./complaint-fines.ts";
import { generatedPolicy } from "./generated-policy.ts";
import { reusedEngine } from "./reused-engine.ts";
import type { Firing, Workload } from "./workload.ts";

const SEED = 1;

/** The library takes about a millisecond a case, so it is asked this many in a round, others in each. */
const CASES_OF_A_PEER = 300;

/** Which rules fire: the compiled evaluator against json-rules-engine, on the same cases. */
export async function rulesSuite({ rounds, cases }: SuiteOptions): Promise<void> {
  const drawn = { cases, seed: SEED };
  const generated = generatedPolicy({ ...drawn, rules: 40 });
  print(`json-rules-engine ${library.version}; cases drawn from seed ${SEED}`);
  await compareWithPeer(complaintFines(drawn), rounds);
  await compareWithPeer(generated, rounds);
  await measureGrowth(generated, generatedPolicy({ ...drawn, rules: 1_000 }), rounds);
}

async function compareWithPeer(workload: Workload, rounds: number): Promise<void> {
  const compiled = compileRules(workload.set);
  const fresh: Firing = { ...referenceRules(workload.set), name: "json-rules-engine, an engine for each" };
  const reused = reusedEngine(workload.set);
  const fired = await assertAgreement(workload, [compiled, fresh, reused]);

  const ours = compiledSubject("compiled", { workload, fire: compiled.fire });
  const peers = [fresh, reused].map((peer) => peerSubject(workload, peer));
  const rates = await interleave([ours, ...peers], rounds);
  print(
    "",
    workload.name,
    `  all three fire the same rules in each of ${writeCount(workload.cases)} cases, ${writeFigure(fired)} a case`,
    "  cases a second",
    ...[ours, ...peers].map((subject) => writeRate(subject, rates)),
    "  the compiled evaluator is so many times as fast as",
    ...peers.map((peer) => writeRow(peer.name, ratios(rates, ours, peer))),
    `  json-rules-engine was timed on ${CASES_OF_A_PEER} of the cases a round, other ones each time`,
  );
}

/** How much longer a case takes when there are more rules; for the compiled evaluator only. */
async function measureGrowth(few: Workload, many: Workload, rounds: number): Promise<void> {
  const compiled = compileRules(many.set);
  const fired = await assertAgreement(many, [compiled, tracing(many.set)]);
  const peerCases = everyNth(many.cases, Math.ceil(many.cases.length / 50));
  await assertAgreement({ ...many, cases: peerCases }, [compiled, referenceRules(many.set)]);

  const ofFew = compiledSubject(few.name, { workload: few, fire: compileRules(few.set).fire });
  const ofMany = compiledSubject(many.name, { workload: many, fire: compiled.fire });
  const rates = await interleave([ofFew, ofMany], rounds);
  print(
    "",
    many.name,
    `  the trace fires the same rules in each of ${writeCount(many.cases)} cases, ${writeFigure(fired)} a case, ` +
      `and json-rules-engine in the ${writeCount(peerCases)} it was asked about`,
    "  cases a second, compiled",
    ...[ofFew, ofMany].map((subject) => writeRate(subject, rates)),
    "  a case takes so many times as long",
    writeRow(`${many.set.rules.length} rules for ${few.set.rules.length}`, ratios(rates, ofFew, ofMany)),
  );
}

const LEAST_ROUND_MS = 200;

type Asked = {
  readonly workload: Workload;
  readonly fire: (facts: FactSlots) => readonly number[];
};

/** Passes over all cases until the clock can tell the difference. What comes out is added up, so that it is worked out. */
function compiledSubject(name: string, { workload: { cases }, fire }: Asked): Subject {
  return {
    name,
    run: () => {
      const until = performance.now() + LEAST_ROUND_MS;
      let passes = 0;
      let fired = 0;
      do {
        for (const facts of cases) fired += fire(facts).length;
        passes += 1;
      } while (performance.now() < until);
      if (fired % passes !== 0) throw new Error("the same cases fired other rules on another pass");
      return passes * cases.length;
    },
  };
}

function peerSubject({ cases }: Workload, { name, fire }: Firing): Subject {
  return {
    name,
    run: async (round) => {
      for (let index = 0; index < CASES_OF_A_PEER; index += 1) {
        await fire(cases[(round * CASES_OF_A_PEER + index) % cases.length] ?? []);
      }
      return CASES_OF_A_PEER;
    },
  };
}

function tracing(set: RuleSet): Firing {
  return {
    name: "trace",
    fire: (facts) =>
      set.rules.flatMap((rule, index) =>
        traceRule(rule, set, facts, (_, value) => value).met ? [index] : [],
      ),
  };
}

function everyNth<Item>(items: readonly Item[], step: number): readonly Item[] {
  return items.filter((_, index) => index % step === 0);
}

function writeCount(cases: readonly unknown[]): string {
  return cases.length.toLocaleString("en");
}
