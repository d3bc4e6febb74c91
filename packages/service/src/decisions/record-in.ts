import type { Actor, DecisionRecord, Departure, Policy } from "@evenhand/domain";
import { type VersionReason, decide } from "@evenhand/engine";
import { openValue } from "@evenhand/evidence";
import {
  type Db,
  type StoredDecision,
  type VersionListing,
  accountHolders,
  actorName,
  appendAuditEvent,
  caseById,
  decisionInForce,
  isSamplePolicy,
  lockNamed,
  lockPayroll,
  openAppeals,
} from "@evenhand/store";
import { corrected, openedWhole } from "../cases/kept-case.ts";
import { type StoredCase, storeCase, storedCase } from "../cases/store-case.ts";
import type { Working } from "../context.ts";
import { newId } from "../identity/new-id.ts";
import { chargeLedgers } from "../ledger/charge-ledgers.ts";
import { Ledgers } from "../ledger/ledgers.ts";
import { alikeInCase } from "../pseudonyms/alike.ts";
import { keepText } from "../pseudonyms/keep-text.ts";
import { pseudonymsOf } from "../pseudonyms/pseudonyms-of.ts";
import { type RefusedAsk, refusedAsk } from "../refused.ts";
import type { BookedVersion } from "../rulebook/booked-policy.ts";
import { appliesOnOf } from "./applies-on.ts";
import { checkGates } from "./check-gates.ts";
import { daysAhead } from "./day-decided.ts";
import type { Settled } from "./figures.ts";
import { keepRows } from "./keep-rows.ts";
import { ledgerBefore } from "./ledger-before.ts";
import { OF_A_SAMPLE, alreadyDecided, notInForce } from "./problems.ts";
import { proposeAndDecide } from "./propose-and-decide.ts";
import type { DecisionRequest } from "./read-decision-request.ts";
import { recordOf } from "./record-of.ts";
import { standingVersion } from "./standing-version.ts";

export type RecordAsk = {
  readonly actor: Actor;
  readonly asked: DecisionRequest;
  /** The appeal that the decision answers. */
  readonly appeal?: string;
  /** The moment as of which it is computed, epoch milliseconds; default: now. */
  readonly evaluatedAt?: number;
  /** The row of cases that was decided before and is decided again as it stands; default: the case that is asked about. */
  readonly decidedCase?: string;
  /** The row of cases that was opened to be decided, which must still be the newest of its case. */
  readonly keptCase?: string;
  /** What is decided whatever the rules propose; without it they propose, and what is asked departs from that. */
  readonly settled?: Settled;
};

/** What is known of a decision before anything of it is computed. */
export type Recording = RecordAsk & {
  readonly id: string;
  /** The moment of recording, epoch milliseconds. */
  readonly at: number;
  readonly evaluatedAt: number;
  readonly version: BookedVersion;
  /** The version as it was published; undefined where it was not published here. */
  readonly published: VersionListing | undefined;
  readonly reason: VersionReason;
  readonly stored: StoredCase;
  /** The decision in force so far, whose place this one takes. */
  readonly before: StoredDecision | undefined;
  /** The pseudonym of whoever records it; null where that is no person. */
  readonly decider: string | null;
  /** The decision with which the accounts began: this one, or the first of the chain. */
  readonly account: string;
  /** Who has an appeal open against a decision of the chain. */
  readonly objecting: ReadonlySet<string>;
};

/** Decides and records inside a transaction: case, ledgers, record and audit event, all of it or nothing. */
export async function recordIn(
  working: Working,
  tx: Db,
  ask: RecordAsk,
): Promise<{ readonly id: string } | RefusedAsk> {
  const { asked } = ask;
  const at = working.now();
  const evaluatedAt = ask.evaluatedAt ?? at;
  const selected = working.rules.select(asked.policy, asked.request, evaluatedAt);
  if ("refusal" in selected) return selected;
  if (await isSamplePolicy(tx, asked.policy)) return refusedAsk(OF_A_SAMPLE);
  const { version, reason } = selected;
  const { policy } = version.version;
  // Before everything else, as whoever decides about an appeal takes it, so that nobody waits in a circle.
  await lockPayroll(tx, "shared");
  const standing = await standingVersion(tx, policy, asked.request);
  if ("refusal" in standing) return standing;
  // Under the real numbers first: whatever is wrong with the facts is told in the words of whoever sent them.
  const tried = decide(version.loaded, asked.request, { evaluatedAt, versionReason: reason });
  if ("refusal" in tried) return tried;
  const ahead = ask.settled ? undefined : daysAhead(policy, asked.request, at);
  if (ahead) return refusedAsk(ahead);
  const decider = await deciderOf(working, tx, ask.actor);
  const place = { policyId: policy.id, reference: asked.request.case.reference };
  const seen = await decisionInForce(tx, place);
  const id = newId(working, "decision");
  const account = seen?.root_id ?? id;
  const holders = await accountHolders(tx, account);
  const stored = await caseToDecide(working, tx, { ...ask, policy, evaluatedAt, holders });
  if ("refusal" in stored) return stored;
  const before = await decisionInForce(tx, place);
  if (before && (asked.supersedes === undefined || before.id !== seen?.id))
    return refusedAsk(alreadyDecided(place.reference, before.id));
  if (asked.supersedes !== undefined && before?.id !== asked.supersedes)
    return refusedAsk(notInForce(asked.supersedes));
  const recording: Recording = {
    ...ask,
    id,
    at,
    evaluatedAt,
    version,
    reason,
    published: standing.published,
    stored,
    before,
    account,
    decider,
    objecting: new Set((await openAppeals(tx, account)).map(({ person }) => person)),
  };
  const people = new Set([...stored.pseudonyms.values(), ...holders]);
  const recorded = await decideAndKeep(working, tx, recording, await Ledgers.read(tx, [...people]));
  return "refusal" in recorded ? inStaffIds(recorded, stored.pseudonyms) : recorded;
}

/**
 * The case that is decided, as it is stored, with the rows of everybody in it and of all holders of accounts taken.
 *
 * INVARIANT: everybody's rows are taken before anything of their ledgers is read, so that two decisions at once never pass
 * the cap between them.
 */
async function caseToDecide(
  working: Working,
  tx: Db,
  given: RecordAsk & {
    readonly policy: Policy;
    readonly evaluatedAt: number;
    readonly holders: readonly string[];
  },
): Promise<StoredCase | RefusedAsk> {
  const { actor, asked, policy, evaluatedAt, holders, decidedCase, keptCase } = given;
  if (decidedCase !== undefined) {
    const decided = await storedCase(tx, { policy, id: decidedCase });
    await lockNamed(tx, decided.pseudonyms, holders);
    return decided;
  }
  const { request } = asked;
  const alike = await alikeInCase(tx, { policy, case: request.case });
  if (alike.length > 0) return refusedAsk(...alike);
  const stored = await storeCase(working, tx, {
    policy,
    case: request.case,
    appliesOn: appliesOnOf(policy, request, evaluatedAt),
    by: actorName(actor),
    besides: holders,
  });
  if (keptCase === undefined) return stored;
  if (stored.found !== null && stored.found !== keptCase) return refusedAsk(corrected(stored.found));
  return stored.isKnown ? stored : asItWasOpened(tx, stored, keptCase);
}

/**
 * A case that was opened by its id and is not stored as it was opened: it is kept anew where other facts of it are sealed
 * by now, and refused where somebody or a text in it was erased in between.
 *
 * INVARIANT: what was read of somebody before they were erased is never kept after it.
 */
async function asItWasOpened(tx: Db, stored: StoredCase, keptCase: string): Promise<StoredCase | RefusedAsk> {
  const row = await caseById(tx, keptCase);
  if (!row) throw new Error("a case that was opened is gone");
  const whole = await openedWhole(tx, row);
  return "refusal" in whole ? whole : stored;
}

/** What is wrong in the numbers of the request: pseudonyms that were made for it go with the refusal, and open nothing. */
function inStaffIds({ refusal }: RefusedAsk, pseudonyms: ReadonlyMap<string, string>): RefusedAsk {
  const staffIds = new Map([...pseudonyms].map(([staffId, person]) => [person, staffId]));
  return refusedAsk(...openValue(refusal.problems, (token) => staffIds.get(token)));
}

async function deciderOf(working: Working, tx: Db, actor: Actor): Promise<string | null> {
  if (actor.kind !== "user") return null;
  return (await pseudonymsOf(working, tx, [actor.person])).get(actor.person) ?? null;
}

async function decideAndKeep(
  working: Working,
  tx: Db,
  recording: Recording,
  ledgers: Ledgers,
): Promise<{ readonly id: string } | RefusedAsk> {
  const { actor, asked, at, evaluatedAt, id, stored, version, reason, settled } = recording;
  const departures = asked.departures.map((departure): Departure => ({
    ...departure,
    party: stored.pseudonyms.get(departure.party) ?? departure.party,
  }));
  const ledger = await ledgerBefore(tx, ledgers, recording);
  const proposal = await proposeAndDecide(working, version.loaded, {
    request: { ...asked.request, case: stored.sealed },
    deciding: settled ? { settled } : { departures },
    given: {
      evaluatedAt,
      versionReason: reason,
      scheduled: ledger.scheduled,
      closedThrough: ledger.closedThrough,
      record: ledger.findings,
    },
  });
  if ("refusal" in proposal) return proposal;
  const gates = await checkGates(tx, recording, proposal.decided);
  if ("refusal" in gates) return gates;
  const charged = chargeLedgers(ledgers, recording, proposal.decided);
  if ("refusal" in charged) return charged;
  const why =
    asked.reason === undefined
      ? undefined
      : await keepText(working, tx, { value: asked.reason, objectId: id });
  const record: DecisionRecord = recordOf(recording, {
    ...proposal,
    gates: gates.met,
    ledger,
    ledgers,
    why,
  });
  const auditEventId = await appendAuditEvent(tx, {
    at,
    actor,
    action: "decision.recorded",
    object: { kind: "decision", id },
    after: record,
    entries: ledgers.entries,
    ledger: ledgers.told,
  });
  await keepRows(tx, recording, { decided: proposal.decided, record, auditEventId });
  await ledgers.keep(tx, { at, auditEventId });
  return { id };
}
