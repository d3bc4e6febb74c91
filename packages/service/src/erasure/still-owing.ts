import { totalBalance } from "@evenhand/ledger";
import { type Db, countOpenAppeals } from "@evenhand/store";
import { Ledgers } from "../ledger/ledgers.ts";
import type { SentProblem } from "../problems/problem-document.ts";

/** Why somebody cannot be erased yet; empty where nothing is planned, owed or disputed any more. */
export async function stillOwing(db: Db, person: string): Promise<readonly SentProblem[]> {
  const ledgers = await Ledgers.read(db, [person]);
  const balance = totalBalance(ledgers.of(person));
  const recoverable = balance.outstandingMinor - balance.notRecoverableMinor;
  return [
    ...(balance.scheduledMinor > 0 ? [PLANNED] : []),
    ...(recoverable > 0 ? [OUTSTANDING] : []),
    ...((await countOpenAppeals(db, person)) > 0 ? [DISPUTED] : []),
  ];
}

const PLANNED: SentProblem = {
  code: "still-owing",
  at: "",
  message: { en: "deductions are still planned for this person", zh: "该员工仍有待扣安排" },
  help: {
    en: "wait until payroll has closed their last month, or record that they leave",
    zh: "请待其最后一期结账，或先登记离职",
  },
};

const OUTSTANDING: SentProblem = {
  code: "still-owing",
  at: "",
  message: { en: "this person still owes an amount that can be had", zh: "该员工仍有可追收的未扣金额" },
  help: { en: "take it, waive it, or record that they leave", zh: "请扣减、减免，或先登记离职" },
};

const DISPUTED: SentProblem = {
  code: "still-owing",
  at: "",
  message: { en: "an appeal of this person is not decided yet", zh: "该员工的申诉尚未裁决" },
  help: { en: "decide it first", zh: "请先裁决" },
};
