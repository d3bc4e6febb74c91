import type { Actor } from "@evenhand/domain";
import {
  type Db,
  appendAuditEvent,
  blankFileNames,
  deleteFindingsWith,
  deleteOpeningsBehind,
  eraseAccountsOf,
  erasePerson as eraseRow,
  lockPayroll,
  lockPersons,
  lockUsers,
  overwriteErased,
  wantOverwriting,
} from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { noPerson } from "../payroll/known-person.ts";
import type { SentProblem } from "../problems/problem-document.ts";
import { keepText } from "../pseudonyms/keep-text.ts";
import { pseudonymsOf } from "../pseudonyms/pseudonyms-of.ts";
import { AskRefused, type RefusedAsk, orRefused, refusedAsk } from "../refused.ts";
import { readReason } from "./read-reason.ts";
import { isKnown } from "./is-known.ts";
import { stillOwing } from "./still-owing.ts";
import { textsOf } from "./texts-of.ts";

/** What came of erasing somebody. */
export type Erased = {
  /** The pseudonym under which everything about them stays, and which nobody can open any more. */
  readonly person: string;
  /** How many texts went, and how many accounts were shut. */
  readonly texts: number;
  readonly accounts: number;
  /** Whether what went was overwritten on the disk as well; see the reference page on evidence where it was not. */
  readonly overwritten: boolean;
};

type EraseAsk = { readonly actor: Actor; readonly staffId: string; readonly body: unknown };

/**
 * Erases somebody: what opens their pseudonym, every text kept for a case, decision or appeal they are part of or that
 * names their number, and whatever names them in their accounts, which are shut. Records, proofs and receipts stay as they
 * are. Refused as `still-owing` while anything is planned or owed that can still be had, or an appeal is open, and to
 * whoever would erase themselves.
 */
export async function erasePerson(
  context: ServiceContext,
  { actor, staffId, body }: EraseAsk,
): Promise<{ readonly erased: Erased } | RefusedAsk> {
  const read = readReason(body);
  if ("refusal" in read) return read;
  const { reason } = read;
  if (actor.kind === "user" && actor.person === staffId) return refusedAsk(ONESELF);
  if (reason.includes(staffId)) return refusedAsk(NAMES_THEM);
  const erased = await orRefused(() =>
    context.store.write((tx) => eraseIn(context, tx, { actor, staffId, reason })),
  );
  if ("refusal" in erased) return erased;
  return { erased: { ...erased, overwritten: await overwriteErased(context.store) } };
}

async function eraseIn(
  context: ServiceContext,
  tx: Db,
  { actor, staffId, reason }: { readonly actor: Actor; readonly staffId: string; readonly reason: string },
): Promise<Omit<Erased, "overwritten">> {
  // Nobody opens an account, or changes one, that is about to be erased.
  await lockUsers(tx);
  if (!(await isKnown(tx, staffId))) throw new AskRefused(noPerson(staffId));
  const at = context.now();
  await lockPayroll(tx, "shared");
  // Somebody who only ever had an account gets a pseudonym now, under which the log tells that they were erased.
  const person = (await pseudonymsOf(context, tx, [staffId])).get(staffId);
  if (person === undefined) throw new Error("somebody was given no pseudonym");
  await lockPersons(tx, [person]);
  const owing = await stillOwing(tx, person);
  if (owing.length > 0) throw new AskRefused(...owing);
  const tokens = await textsOf(tx, { person, staffId });
  await deleteOpeningsBehind(tx, tokens);
  await deleteFindingsWith(tx, staffId);
  await blankFileNames(tx, staffId);
  const accounts = await eraseAccountsOf(tx, { staffId, at });
  await eraseRow(tx, person, at);
  await wantOverwriting(tx);
  const why = await keepText(context, tx, { value: reason, objectId: person });
  await appendAuditEvent(tx, {
    at,
    actor,
    action: "person.erased",
    object: { kind: "person", id: person },
    after: { reason: why, openings: tokens, accounts },
  });
  return { person, texts: tokens.length, accounts: accounts.length };
}

const ONESELF: SentProblem = {
  code: "not-allowed",
  at: "",
  message: { en: "nobody erases themselves", zh: "不得删除本人的信息" },
  help: { en: "another administrator must do it", zh: "须由其他管理员操作" },
};

const NAMES_THEM: SentProblem = {
  code: "wrong-shape",
  at: "/reason",
  message: {
    en: "the reason names the person who is to be erased, and would be kept",
    zh: "原因中含有被删除人员的工号，而原因将予以保留",
  },
  help: { en: "say why without saying who", zh: "请只写明原因，不要写明人员" },
};
