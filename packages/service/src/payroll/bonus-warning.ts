import { type LocalizedText, amountText, quote } from "@evenhand/domain";
import { type LedgerChange, type PersonLedger, totalBalance, usualBonus } from "@evenhand/ledger";

/** What looks like a slip in what payroll says of somebody's bonus. It was taken as it stands. */
export type BonusWarning = {
  readonly code: "no-bonus" | "unusual-bonus";
  readonly person: string;
  readonly message: LocalizedText;
  readonly help: LocalizedText;
};

type Stated = { readonly person: string; readonly month: string; readonly bonusMinor: number };

/** More than so many times the usual bonus, or less than one such part of it, is out of the usual. */
const TIMES = 10;

/**
 * Warns of a bonus of 0 of somebody who owes something, which then waits, and of one that is more than ten times or less
 * than a tenth of the one last known. `undefined` where nothing hangs on it.
 *
 * @param ledger before the bonus was known, and what it changed
 */
export function bonusWarning(
  { person, month, bonusMinor }: Stated,
  {
    before,
    after,
    change,
  }: { readonly before: PersonLedger; readonly after: PersonLedger; readonly change: LedgerChange },
): BonusWarning | undefined {
  const currency = after.accounts[0]?.currency;
  if (currency === undefined) return undefined;
  const { scheduledMinor, outstandingMinor, notRecoverableMinor } = totalBalance(after);
  const toComeMinor = scheduledMinor + outstandingMinor - notRecoverableMinor;
  const usualMinor = usualBonus(before, month);
  const at = `${quote(person)} for ${quote(month)}`;
  if (bonusMinor === 0 && toComeMinor > 0) {
    const owed = amountText(toComeMinor, currency);
    return {
      code: "no-bonus",
      person,
      message: {
        en: `the bonus of ${at} is 0, so that ${owed.en} waits for the next bonus above 0`,
        zh: `${quote(person)}在${quote(month)}的奖金为0，${owed.zh}待下一次有奖金时再行扣减`,
      },
      help: RESTATE,
    };
  }
  if (usualMinor === undefined || (toComeMinor === 0 && change.entries.length === 0)) return undefined;
  const isHigh = bonusMinor > usualMinor * TIMES;
  if (!isHigh && bonusMinor * TIMES >= usualMinor) return undefined;
  const [stated, usual] = [amountText(bonusMinor, currency), amountText(usualMinor, currency)];
  return {
    code: "unusual-bonus",
    person,
    message: {
      en: `the bonus of ${at}, ${stated.en}, is ${isHigh ? "more than ten times" : "less than a tenth of"} the ${usual.en} known before`,
      zh: `${quote(person)}在${quote(month)}的奖金${stated.zh}${isHigh ? "超过" : "不足"}此前所知${usual.zh}的${isHigh ? "十倍" : "十分之一"}`,
    },
    help: RESTATE,
  };
}

const RESTATE: LocalizedText = {
  en: "where that is a slip, restate the bonus of the month; what is planned then follows it",
  zh: "如系误填，请更正该月奖金，后续安排会随之调整",
};
