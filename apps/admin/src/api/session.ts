import { createSignal } from "solid-js";
import type { Me } from "./answers.ts";

type Account = Pick<Me, "id" | "email">;

const [isOver, setOver] = createSignal(false);
const [first, setFirst] = createSignal<Account>();
const [isOther, setOther] = createSignal(false);

/** Whether the service said that nobody is signed in any more; so until somebody is again. */
export const isSessionOver = isOver;

/** Who was signed in first in this window; what is done in it is theirs. */
export const firstAccount = first;

/** Whether another account than the first is signed in by now, such as in another tab of the same browser. */
export const isOtherAccount = isOther;

export function sessionEnded(): void {
  setOver(true);
}

/** Takes in who is signed in by now. */
export function sessionHolds(account: Account): void {
  const mine = first() ?? account;
  setFirst(mine);
  setOther(mine.id !== account.id);
  setOver(false);
}

/** Lets anybody sign in next: whoever was first is done here. */
export function sessionLeft(): void {
  setFirst(undefined);
  setOther(false);
}
