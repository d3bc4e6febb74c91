import { type DeductionTerms, type PartyOutcome, quote } from "@evenhand/domain";
import type { Decided } from "@evenhand/engine";
import { type LedgerRefusal, adjust, assess } from "@evenhand/ledger";
import { dayDecided } from "../decisions/day-decided.ts";
import type { Recording } from "../decisions/record-in.ts";
import type { SentProblem } from "../problems/problem-document.ts";
import { type RefusedAsk, refusedAsk } from "../refused.ts";
import type { Ledgers } from "./ledgers.ts";

/**
 * Puts what a decision charges into the ledgers of those it charges: as new accounts with the schedule that was decided,
 * or, where it supersedes another, into the accounts that there are; whoever is charged no longer gets everything back.
 */
export function chargeLedgers(
  ledgers: Ledgers,
  recording: Recording,
  decided: Decided,
): RefusedAsk | { readonly charged: true } {
  const { account } = recording;
  const parties = new Map(decided.response.outcome.parties.map((party) => [party.party, party]));
  const terms = new Map(decided.terms.map(({ person, ...rest }) => [person, rest]));
  for (const person of ledgers.persons) {
    const charge = { person, party: parties.get(person), terms: terms.get(person) };
    const isOpen = ledgers.of(person).accounts.some((one) => one.account === account);
    const refused = isOpen
      ? adjustAccount(ledgers, recording, { ...charge, bonusMinor: bonusOf(decided, person) })
      : openAccount(ledgers, recording, { ...charge, bonusMinor: bonusOf(decided, person) });
    if (refused) return refused;
  }
  return { charged: true };
}

type Charge = {
  readonly person: string;
  readonly party: PartyOutcome | undefined;
  readonly terms: DeductionTerms | undefined;
  /** As the case states it. */
  readonly bonusMinor: number | null;
};

function openAccount(
  ledgers: Ledgers,
  recording: Recording,
  { person, party, terms, bonusMinor }: Charge,
): RefusedAsk | undefined {
  if (!party || !terms || party.totalMinor === 0) return undefined;
  const isSuspended = party.suspended || recording.objecting.has(person);
  const result = assess(ledgers.of(person), {
    account: recording.account,
    startsIn: monthDecided(recording),
    currency: recording.version.version.policy.currency,
    terms,
    amountMinor: party.totalMinor,
    instalments: isSuspended ? [] : party.schedule,
    isSuspended,
    bonusMinor,
  });
  return keepOrRefuse(ledgers, person, result);
}

function adjustAccount(
  ledgers: Ledgers,
  recording: Recording,
  { person, party, terms, bonusMinor }: Charge,
): RefusedAsk | undefined {
  const { objecting } = recording;
  const ledger = ledgers.of(person);
  const known = ledger.accounts.find(({ account }) => account === recording.account);
  const held = terms ?? known?.terms;
  if (!held) throw new Error("an account has no terms");
  // Where the same case is decided again, its objections are the ones that are being decided about.
  const isSuspended = recording.settled ? undefined : (party?.suspended ?? false) || objecting.has(person);
  const result = adjust(ledger, {
    account: recording.account,
    amountMinor: party?.totalMinor ?? 0,
    terms: held,
    currency: recording.version.version.policy.currency,
    ...(isSuspended === undefined ? {} : { isSuspended }),
    ...(bonusMinor === null ? {} : { bonus: { month: monthDecided(recording), bonusMinor } }),
  });
  return keepOrRefuse(ledgers, person, result);
}

function keepOrRefuse(
  ledgers: Ledgers,
  person: string,
  result: ReturnType<typeof assess>,
): RefusedAsk | undefined {
  if ("refusal" in result) return refusedAsk(told(result.refusal, person));
  ledgers.apply(person, result.change);
  return undefined;
}

/** The ledger speaks of its one person; of the several in a case it is said which. */
function told({ message: { en, zh }, ...refusal }: LedgerRefusal, person: string): SentProblem {
  return {
    ...refusal,
    at: "/case/parties",
    message: { en: `${quote(person)}: ${en}`, zh: `${quote(person)}：${zh}` },
  };
}

function bonusOf({ concerned }: Decided, person: string): number | null {
  return concerned.find(({ party }) => party === person)?.monthlyBonusMinor ?? null;
}

function monthDecided({ version, asked, evaluatedAt }: Recording): string {
  return dayDecided(version.version.policy, asked.request, evaluatedAt).slice(0, 7);
}
