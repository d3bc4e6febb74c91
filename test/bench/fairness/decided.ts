import { type DecisionRecord, type Outcome, canonicalJson, contentHash } from "@evenhand/domain";
import { type LoadedVersion, decide } from "@evenhand/engine";
import { type PastCase } from "@evenhand/analysis";
import { type Db, type Store, type StoredDecision, decisionById, insertCases } from "@evenhand/store";
import { actsOn, complaint } from "../../evidence-service/acts.ts";
import { POLICY, sitesOver } from "../../fairness-service/sites.ts";
import { pastCases } from "../../support/past-cases.ts";
import { type Random, randomFrom } from "../random.ts";

const SEED = 1;
/** So many decisions are kept in one transaction. */
const BATCH = 500;
const SITES = ["south", "north", "annex"];

/**
 * Fills an empty database with decisions of complaint-fines on past cases of so many people, every twentieth with a
 * departure. What a review reads of them is what the rules come to; the explanation, which is most of a record, and the
 * rest of it are those of one decision that the service recorded, so that every row is as large as a real one. They
 * are put there past the service, since recording so many would take half an hour.
 */
export async function fillWithDecisions(
  store: Store,
  { count, people }: { readonly count: number; readonly people: number },
): Promise<void> {
  const { context } = await sitesOver(store);
  const model = await modelIn(store, await actsOn({ context }).record(complaint("MODEL")));
  const booked = (await context.rulebook()).version(POLICY, 2);
  if ("refusal" in booked) throw new Error("complaint-fines has no version 2");
  const random = randomFrom(SEED);
  let batch: DecidedCase[] = [];
  for (const one of pastCases({ count, people, seed: SEED })) {
    batch.push(decidedCase(booked.loaded, sealed(one), random));
    if (batch.length < BATCH) continue;
    await keep(store, model, batch);
    batch = [];
  }
  await keep(store, model, batch);
}

/** A decision as it is stored, and the texts of its body before and after what is put in their place. */
type Model = {
  readonly row: StoredDecision;
  readonly event: { readonly after: DecisionRecord };
  readonly explanation: string;
};

async function modelIn(store: Store, id: string): Promise<Model> {
  const row = await store.read((db) => decisionById(db, id));
  if (!row) throw new Error("the decision that was recorded is not there");
  const event = JSON.parse(row.body) as Model["event"];
  return { row, event, explanation: canonicalJson(event.after.explanation) };
}

/** The same case as a record holds it: people under pseudonyms, with a site and a rank each. */
function sealed(one: PastCase): PastCase {
  const parties = one.case.parties.map(({ id, facts, ...party }) => {
    const number = Number(id.slice(1));
    const site = SITES[number % SITES.length] ?? null;
    const rank = number % 7 === 0 ? "lead" : "worker";
    return { ...party, id: `person-${contentHash(id)}`, facts: { ...facts, site, rank } };
  });
  return { ...one, case: { ...one.case, parties } };
}

type DecidedCase = {
  readonly one: PastCase;
  readonly proposal: Outcome;
  readonly outcome: Outcome;
  readonly departures: DecisionRecord["departures"];
};

function decidedCase(loaded: LoadedVersion, one: PastCase, random: Random): DecidedCase {
  const decided = decide(loaded, { case: one.case }, { evaluatedAt: one.evaluatedAt, isBrief: true });
  if ("refusal" in decided) throw new Error(JSON.stringify(decided.refusal));
  const { outcome } = decided.response;
  const first = outcome.parties.find(({ bonusMinor }) => bonusMinor > 0);
  if (!first || !random.chance(0.05)) return { one, proposal: outcome, outcome, departures: [] };
  const bonusMinor = Math.floor(first.bonusMinor / 2);
  const lowered = { ...first, bonusMinor, totalMinor: first.fineMinor + bonusMinor };
  const parties = outcome.parties.map((party) => (party === first ? lowered : party));
  const departures = [{ party: first.party, bonusMinor }];
  return { one, proposal: outcome, outcome: { ...outcome, parties }, departures };
}

async function keep(store: Store, model: Model, batch: readonly DecidedCase[]): Promise<void> {
  await store.write(async (tx) => {
    await insertCases(
      tx,
      batch.map(({ one }) => ({
        id: one.id,
        policy_id: POLICY,
        reference: one.case.reference,
        revision: 1,
        content: canonicalJson(one.case),
        content_hash: contentHash(one.case),
        applies_on: one.appliesOn,
        import_id: null,
        created_at: one.evaluatedAt,
        created_by: "system:bench",
      })),
    );
    for (const decided of batch) await keepOne(tx, model, decided);
  });
}

async function keepOne(tx: Db, { row, event, explanation }: Model, decided: DecidedCase): Promise<void> {
  const { one, proposal, outcome, departures } = decided;
  const id = `dec-${one.id}`;
  const after = {
    ...event.after,
    id,
    caseId: one.id,
    case: one.case,
    decidedOn: one.decidedOn,
    evaluatedAt: new Date(one.evaluatedAt).toISOString(),
    proposal,
    outcome,
    departures,
    explanation: EXPLANATION,
    ...(departures.length > 0 ? { reason: `text-${contentHash(id)}` } : {}),
  };
  const body = canonicalJson({ ...event, after }).replace(`"${EXPLANATION}"`, () => explanation);
  const { id: audit_event_id } = await tx
    .insertInto("audit_events")
    .values({
      at: one.evaluatedAt,
      actor: row.recorded_by,
      action: "decision.recorded",
      object_kind: "decision",
      object_id: id,
      body,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const { sequence: _sequence, body: _body, superseded_by: _later, ...columns } = row;
  await tx
    .insertInto("decisions")
    .values({
      ...columns,
      id,
      root_id: id,
      case_id: one.id,
      reference: one.case.reference,
      disposition: outcome.disposition,
      category: outcome.category ?? null,
      applies_on: one.appliesOn,
      decided_on: one.decidedOn,
      total_minor: outcome.parties.reduce((sum, { totalMinor }) => sum + totalMinor, 0),
      is_departure: departures.length > 0 ? 1 : 0,
      recorded_at: one.evaluatedAt,
      audit_event_id,
    })
    .execute();
}

/** What stands in a body until the explanation is put in its place; nothing that a case says. */
const EXPLANATION = "the explanation of the model";
