import {
  type Departure,
  type LocalizedText,
  MAX_AMOUNT_MINOR,
  amountText,
  formatMinor,
  wordLabel,
} from "@evenhand/domain";
import { type Run, addComputed } from "../run.ts";
import {
  type DepartureProblem,
  type Figures,
  beyondGuards,
  figureProblems,
  namedTwice,
  notUpheld,
  nothingDeparts,
  partyProblems,
  tooMuch,
} from "./departure-problems.ts";
import type { Entry } from "./entries.ts";
import type { Limits } from "./guard-limits.ts";

/** A departure with its place among those that were sent. */
export type Placed = { readonly departure: Departure; readonly index: number };

/**
 * The departures by party, once it is known whom the case concerns. Only the figures of an upheld case can be decided
 * otherwise: a departure never turns a finding around, and never makes possible what may not be decided so.
 */
export function readDepartures(
  run: Run,
  departures: readonly Departure[],
): { readonly byParty: ReadonlyMap<string, Placed> } | { readonly problems: readonly DepartureProblem[] } {
  if (departures.length > 0 && run.disposition !== "upheld") return { problems: [notUpheld(run)] };
  const byParty = new Map<string, Placed>();
  const problems: DepartureProblem[] = [];
  for (const [index, departure] of departures.entries()) {
    if (byParty.has(departure.party)) problems.push(namedTwice(departure.party, index));
    else byParty.set(departure.party, { departure, index });
    problems.push(...partyProblems(run, departure, index), ...figureProblems(run, departure, index));
  }
  return problems.length > 0 ? { problems } : { byParty };
}

/**
 * Puts the figures that somebody decided in the place of the proposed ones. Of a bonus deduction the share of the loss is
 * what is let off last: what is no longer charged as such the company bears, and what is charged above it is a penalty,
 * which pays for no loss.
 *
 * @param limits what the guards leave of a person's deduction; absent where none is made
 */
export function applyDeparture(
  run: Run,
  entry: Entry,
  { departure, index }: Placed,
  limits: Limits | undefined,
): readonly DepartureProblem[] {
  const before = figuresOf(entry);
  const after = {
    fineMinor: departure.fineMinor ?? before.fineMinor,
    bonusMinor: departure.bonusMinor ?? before.bonusMinor,
    grade: departure.grade === undefined ? before.grade : departure.grade,
  };
  const isSame =
    after.fineMinor === before.fineMinor &&
    after.bonusMinor === before.bonusMinor &&
    after.grade === before.grade;
  if (isSame) return [nothingDeparts(entry, index)];
  const problem = limits && beyondGuards(run, entry, { after, limits, index });
  if (problem) return [problem];
  if (after.fineMinor + after.bonusMinor > MAX_AMOUNT_MINOR) return [tooMuch(index)];
  const keptMinor = Math.min(entry.lossMinor, after.bonusMinor);
  const letOffMinor = entry.lossMinor - keptMinor;
  Object.assign(entry, {
    fineMinor: after.fineMinor,
    bonusPenaltyMinor: after.bonusMinor - keptMinor,
    lossMinor: keptMinor,
    loweredLossMinor: entry.loweredLossMinor + letOffMinor,
    grade: after.grade,
    departed: true,
  });
  explainDeparture(run, entry, { before, after, letOffMinor });
  return [];
}

function figuresOf({ fineMinor, bonusPenaltyMinor, lossMinor, grade }: Entry): Figures {
  return { fineMinor, bonusMinor: bonusPenaltyMinor + lossMinor, grade };
}

type Explained = { readonly before: Figures; readonly after: Figures; readonly letOffMinor: number };

function explainDeparture(run: Run, entry: Entry, { before, after, letOffMinor }: Explained): void {
  const { currency, words } = run.loaded.version.policy;
  const write = (minor: number): string => formatMinor(minor, currency);
  const labels = {
    fineMinor: { en: "fine", zh: "罚款" },
    bonusMinor: { en: "deduction from the bonus", zh: "奖金扣减" },
  } as const;
  const notes: LocalizedText[] = [];
  const graded = (grade: string | null): LocalizedText =>
    grade === null ? { en: "none", zh: "无" } : wordLabel(grade, words);
  if (after.grade !== before.grade) {
    const [old, now] = [graded(before.grade), graded(after.grade)];
    notes.push({ en: `grade: ${now.en} instead of ${old.en}`, zh: `处分等级：由${old.zh}改为${now.zh}` });
  }
  if (letOffMinor > 0) {
    const amount = amountText(letOffMinor, currency);
    notes.push({
      en: `${amount.en} of the share of the loss falls back on the company`,
      zh: `分担的损失中有${amount.zh}改由公司承担`,
    });
  }
  addComputed(run, {
    stage: "guard",
    party: entry.id,
    label: {
      en: `decided otherwise for ${entry.id} than the rules propose`,
      zh: `对${entry.id}作出与规则建议不同的决定`,
    },
    arithmetic: (["fineMinor", "bonusMinor"] as const)
      .filter((name) => after[name] !== before[name])
      .map((name) => ({
        label: labels[name],
        formula: `${write(before[name])} → ${write(after[name])}`,
        resultMinor: after[name],
      })),
    ...(notes.length > 0
      ? { note: { en: notes.map(({ en }) => en).join("; "), zh: notes.map(({ zh }) => zh).join("；") } }
      : {}),
  });
}

/** Whether it charges an amount, so that guards have a word, even where the rules propose none. */
export function charges({ departure: { fineMinor = 0, bonusMinor = 0 } }: Placed): boolean {
  return fineMinor > 0 || bonusMinor > 0;
}
