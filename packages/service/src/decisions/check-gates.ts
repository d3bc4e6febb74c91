import { type DecisionRecord, type FactValue, formatDay, localDay } from "@evenhand/domain";
import { type Decided, missingGates, partiesConcerned } from "@evenhand/engine";
import { tokensIn } from "@evenhand/evidence";
import { type Db, type VersionListing, chargedCases, openingsOf } from "@evenhand/store";
import { type RefusedAsk, refusedAsk } from "../refused.ts";
import { dayDecided, dayRecorded } from "./day-decided.ts";
import type { Recording } from "./record-in.ts";

/**
 * Whether everything is so that must be before this is recorded: whoever records it is nobody that it concerns, and the
 * gates that the policy asks for are met.
 */
export async function checkGates(
  tx: Db,
  recording: Recording,
  decided: Decided,
): Promise<{ readonly met: DecisionRecord["gates"] } | RefusedAsk> {
  const { asked, at, evaluatedAt, decider, published, settled, stored, version } = recording;
  const { policy } = version.version;
  const concerned = partiesConcerned({ case: stored.sealed, outcome: decided.response.outcome });
  if (decider !== null && concerned.has(decider)) return refusedAsk(IS_CONCERNED);
  const decidedOn = dayDecided(policy, asked.request, evaluatedAt);
  const found = missingGates(version.loaded, {
    request: { ...asked.request, case: stored.sealed },
    decided,
    decidedOn,
    // What was decided in time may be lowered, or taken back, at any time.
    recordedOn: settled ? decidedOn : dayRecorded(recording),
    publishedOn: publishedOn(published, { at, timeZone: policy.timeZone }),
    decider,
    hasReason: asked.reason !== undefined,
    punishedFor: await punished(tx, recording),
  });
  return found.missing.length > 0 ? refusedAsk(...found.missing) : { met: found.met };
}

/**
 * The day from which a version could be known. One that was taken in as a file was in force before the service was there
 * to publish it, so that its own day counts, and not the later one of the first start.
 */
function publishedOn(
  published: VersionListing | undefined,
  { at, timeZone }: { readonly at: number; readonly timeZone: string },
): string {
  const keptOn = formatDay(localDay(published?.published_at ?? at, timeZone));
  if (!published || published.draft_id !== null) return keptOn;
  // Days written as `YYYY-MM-DD` order as text.
  return published.effective_from < keptOn ? published.effective_from : keptOn;
}

type Punished = Parameters<typeof missingGates>[1]["punishedFor"];

/**
 * Texts stand under commitments that differ each time, so both sides are opened to be compared. Only where a gate asks:
 * there are as many cases as somebody was ever charged for.
 */
async function punished(tx: Db, { stored, account, version }: Recording): Promise<Punished> {
  const { gates = [] } = version.version.policy;
  if (!gates.some(({ kind }) => kind === "not-punished-before")) return () => false;
  const cases = await chargedCases(tx, [...stored.pseudonyms.values()], { exceptRoot: account });
  const texts = [JSON.stringify(stored.sealed), ...cases.map(({ content }) => content)];
  const opened = await openingsOf(tx, texts.flatMap(tokensIn));
  const open = (value: FactValue | undefined): unknown =>
    typeof value === "string" ? (opened.get(value)?.value ?? value) : value;
  return (person, { fact, value }) =>
    cases.some((one) => {
      if (one.person !== person) return false;
      const { facts } = JSON.parse(one.content) as {
        readonly facts: Readonly<Record<string, FactValue>>;
      };
      return open(facts[fact]) === open(value);
    });
}

const IS_CONCERNED = {
  code: "gate-missing",
  at: "",
  message: {
    en: "whoever records a decision is neither a party to it nor the one who gave the instruction",
    zh: "作出决定的人不得是本案当事方或下达指示的人",
  },
  help: { en: "somebody else must decide", zh: "须由他人作出决定" },
} as const;
