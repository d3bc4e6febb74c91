import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SimulationResult } from "@evenhand/analysis";
import { type Case, type Outcome, formatMinor } from "@evenhand/domain";
import {
  type ChangeView,
  type ServiceContext,
  type SimulationView,
  beginSimulation,
  createDraft,
  loadSample,
  readChange,
  readChanges,
  readSimulation,
  saveDraft,
} from "@evenhand/service";
import { type Store, openStore, staffIdsOf } from "@evenhand/store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AUTHOR, given, sceneOver } from "../policies/scene.ts";
import { workOff } from "../simulation-service/past.ts";
import { type ByHand, CANDIDATES, type Candidate } from "./by-hand.ts";
import { type Charged, IN_FORCE, type Past, reckoned } from "./second-reckoning.ts";

const folder = mkdtempSync(join(tmpdir(), "evenhand-headlines-"));
let store: Store;
let context: ServiceContext;
/** In the order in which they were decided. */
let cases: readonly (Past & { readonly id: string })[];
/** Staff numbers by pseudonyms. */
let names: ReadonlyMap<string, string>;

beforeAll(async () => {
  store = await openStore({ file: join(folder, "evenhand.db") });
  const scene = await sceneOver(store);
  context = { ...scene.context, random: counting() };
  const { loading } = given(await loadSample(context, { actor: AUTHOR, pause: async () => undefined }));
  await loading;
  cases = await pastCases();
  const people = cases.flatMap((one) => one.case.parties.map(({ id }) => id));
  names = await store.read((db) => staffIdsOf(db, people));
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

/** Ids that only count up, so that what was decided on one day comes in the order of its file. */
function counting(): ServiceContext["random"] {
  let drawn = 0;
  return (bytes) => {
    const counted = new Uint8Array(bytes);
    new DataView(counted.buffer).setUint32(bytes - 4, (drawn += 1));
    return counted;
  };
}

async function pastCases(): Promise<typeof cases> {
  const rows = await store.read((db) =>
    db.selectFrom("cases").select(["id", "reference", "content", "applies_on"]).orderBy("id").execute(),
  );
  return rows
    .map(({ id, reference, content, applies_on }) => {
      const one = JSON.parse(content) as Case;
      return { id, reference, case: one, on: String(one.facts["decidedOn"] ?? applies_on) };
    })
    .toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
}

type Simulated = {
  readonly id: string;
  readonly result: SimulationResult;
  /** By the reference of the case. */
  readonly changes: ReadonlyMap<string, ChangeView>;
};

async function simulated({ name, change }: Candidate): Promise<Simulated> {
  const { draft } = given(
    await createDraft(context, { actor: AUTHOR, body: { policy: "sample-conduct", from: 3 } }),
  );
  const body = { label: name, document: change(draft.document) };
  given(await saveDraft(context, { actor: AUTHOR, id: draft.id, revision: draft.revision, body }));
  const asked = { policy: "sample-conduct", candidate: { draft: draft.id } };
  const { id } = given(await beginSimulation(context, { actor: AUTHOR, body: asked }));
  await workOff(context);
  const view = JSON.parse(given(await readSimulation(context, { id })).body) as SimulationView;
  if (!view.result) throw new Error("nothing was found");
  const references = new Map(cases.map((one) => [one.id, one.reference]));
  const changes = new Map<string, ChangeView>();
  for (let cursor: number | undefined = 0; cursor !== undefined;) {
    const from: number = cursor;
    const page = given(await readChanges(context, { id, cursor: from, limit: 200 }));
    for (const one of page.changes) changes.set(references.get(one.id) ?? "", one);
    cursor = page.next === null ? undefined : Number(page.next);
  }
  return { id, result: view.result.simulation, changes };
}

/** What somebody is charged, told as it stands in the table that was reckoned by hand. */
type Told = {
  readonly who: string;
  readonly totalMinor: number;
  readonly months: Outcome["parties"][number]["schedule"];
};

function toldAsByHand(charged: readonly Told[]): readonly string[] {
  return charged
    .filter(({ totalMinor }) => totalMinor > 0)
    .map(({ who, totalMinor, months }) => {
      const name = (names.get(who) ?? who).replace("SAMPLE-", "");
      return `${name} ${formatMinor(totalMinor, "CNY")}: ${runsOf(months).join(", ")}`;
    });
}

/** Months that follow one another with the same amount are told once: `2024-07–2024-08 396.90`. */
function runsOf(months: Told["months"]): readonly string[] {
  const runs: { from: string; to: string; amountMinor: number }[] = [];
  for (const { month, amountMinor } of months) {
    const last = runs.at(-1);
    if (last?.amountMinor === amountMinor) last.to = month;
    else runs.push({ from: month, to: month, amountMinor });
  }
  return runs.map(
    ({ from, to, amountMinor }) =>
      `${from === to ? from : `${from}–${to}`} ${formatMinor(amountMinor, "CNY")}`,
  );
}

const ofOutcome = ({ parties }: Outcome): readonly string[] =>
  toldAsByHand(
    parties.map(({ party, totalMinor, schedule }) => ({ who: party, totalMinor, months: schedule })),
  );

const ofReckoning = (charged: readonly Charged[]): readonly string[] =>
  toldAsByHand(
    charged.map(({ party, total, months }) => ({
      who: party,
      totalMinor: total,
      months: Array.from(months, ([month, amountMinor]) => ({ month, amountMinor })),
    })),
  );

/** Without its months, where the table has none. */
const asIn = (byHand: readonly string[], found: readonly string[]): readonly string[] =>
  byHand.every((line) => line.includes(":")) ? found : found.map((line) => line.split(":")[0] ?? "");

const inAll = (charged: readonly Charged[]): number => charged.reduce((sum, { total }) => sum + total, 0);

/** Article 9: the manager up to 500, the director up to 2,000, the general manager above. */
const levelOf = (total: number): number => [50_000, 200_000].filter((limit) => total > limit).length;

/** What a headline counts, from both reckonings of all cases. */
function countsOf(was: ReturnType<typeof reckoned>, is: ReturnType<typeof reckoned>) {
  const counts = { taken: cases.length, changed: 0, higher: 0, lower: 0, higherApproval: 0, netMinor: 0 };
  for (const [reference, before] of was) {
    const after = is.get(reference) ?? [];
    if (JSON.stringify(ofReckoning(before)) === JSON.stringify(ofReckoning(after))) continue;
    const [old, now] = [inAll(before), inAll(after)];
    const difference = now - old;
    counts.changed += 1;
    counts.higher += difference > 0 ? 1 : 0;
    counts.lower += difference < 0 ? 1 : 0;
    counts.higherApproval += levelOf(now) > levelOf(old) ? 1 : 0;
    counts.netMinor += difference;
  }
  return counts;
}

describe.each(CANDIDATES)("on the sample company, $name", (candidate) => {
  let found: Simulated;
  let was: ReturnType<typeof reckoned>;
  let is: ReturnType<typeof reckoned>;
  beforeAll(async () => {
    found = await simulated(candidate);
    was = reckoned(cases, IN_FORCE);
    is = reckoned(cases, candidate.text);
  });

  it("gives its headline in both languages", () => {
    expect(found.result.headline).toEqual(candidate.headline);
  });

  it("counts and adds up what a second reckoning of all cases does, which knows nothing of the engine", () => {
    const { counts, amounts } = found.result;
    const { taken, changed, higher, lower, higherApproval } = counts;
    const { netMinor } = amounts;
    expect({ taken, changed, higher, lower, higherApproval, netMinor }).toEqual(countsOf(was, is));
    expect(counts.skipped).toBe(0);
  });

  it.each(candidate.byHand)("comes out as reckoned by hand in $of", async ({ of, ...byHand }: ByHand) => {
    const expected = [byHand.was, byHand.is ?? byHand.was] as const;
    const second = [was, is].map((all, side) => asIn(expected[side] ?? [], ofReckoning(all.get(of) ?? [])));
    expect(second).toEqual(expected);
    const caseId = found.changes.get(of)?.id;
    // What comes out as before is no change, and is told nowhere.
    expect(caseId !== undefined).toBe(byHand.is !== undefined);
    if (caseId === undefined) return;
    const whole = given(await readChange(context, { id: found.id, caseId }));
    const sides = [whole.baseline, whole.candidate].map(({ outcome }) => ofOutcome(outcome));
    expect(sides.map((side, index) => asIn(expected[index] ?? [], side))).toEqual(expected);
  });
});
