import type { Actor } from "@evenhand/domain";
import { actorName, knownPersons } from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import type { SentProblem } from "../problems/problem-document.ts";
import { pseudonymsOf } from "../pseudonyms/pseudonyms-of.ts";
import { type RefusedAsk, refusedAsk } from "../refused.ts";

/** Somebody who answers for what they do: an account and the person behind it. */
export type ActingPerson = {
  /** `user:<id>`, as it is stored. */
  readonly account: string;
  /** The pseudonym. INVARIANT: who may not do something twice is told by this, never by the account. */
  readonly person: string;
};

/** Who acts, where that is a person: a policy is written, reviewed and published by people only. */
export async function actingPerson(
  context: Pick<ServiceContext, "store" | "random">,
  actor: Actor,
): Promise<ActingPerson | RefusedAsk> {
  if (actor.kind !== "user") return refusedAsk(PEOPLE_ONLY);
  const account = actorName(actor);
  const known = await context.store.read((db) => knownPersons(db, [actor.person]));
  const person = known.get(actor.person) ?? (await enrolled(context, actor.person));
  return { account, person };
}

/** The pseudonym of somebody of whom the service has not heard before. */
async function enrolled(context: Pick<ServiceContext, "store" | "random">, staffId: string): Promise<string> {
  const made = await context.store.write((tx) => pseudonymsOf(context, tx, [staffId]));
  const person = made.get(staffId);
  if (person === undefined) throw new Error("somebody has no pseudonym");
  return person;
}

const PEOPLE_ONLY: SentProblem = {
  code: "not-allowed",
  at: "",
  message: { en: "only a person may do this, not a key", zh: "此操作只能由人员执行，不能使用密钥" },
  help: { en: "sign in with an account", zh: "请使用账户登录" },
};
