import type { Balance } from "@evenhand/domain";
import { planOf } from "./plan.ts";
import { type SectionContext, inSentence } from "./section-context.ts";

/** What has become of everything that was charged; the parts make up the whole. */
export type AccountParts = {
  readonly charged: number;
  readonly taken: number;
  readonly waived: number;
  readonly planned: number;
  /** Neither taken nor planned, but owed. */
  readonly rest: number;
  readonly notRecoverable: number;
};

/** The parts of an account; `undefined` where there is none. */
export function accountParts(balance: Balance | undefined): AccountParts | undefined {
  return (
    balance && {
      charged: balance.assessedMinor - balance.reversedMinor,
      taken: balance.deductedMinor,
      waived: balance.waivedMinor,
      planned: balance.scheduledMinor,
      rest: balance.outstandingMinor - balance.notRecoverableMinor,
      notRecoverable: balance.notRecoverableMinor,
    }
  );
}

/** Whether something of it is neither planned nor simply waiting, so that its parts have to be told one by one. */
export function isMoved({ taken, waived, notRecoverable }: AccountParts): boolean {
  return taken + waived + notRecoverable > 0;
}

/** Whether the party's own appeal is open, so that nothing more is taken for now. */
export function isAppealed({ input: { ownAppeal } }: Pick<SectionContext, "input">): boolean {
  return ownAppeal?.state === "open";
}

/** The parts in words, those that come to nothing left out; `planned` says how the planned part is taken. */
export function accountInWords(
  context: SectionContext,
  { planned }: { readonly planned: (amount: string) => string },
): readonly string[] {
  const { input, view, words } = context;
  const parts = accountParts(planOf(input, view).balance);
  if (!parts) return [];
  const told: readonly (readonly [number, (amount: string) => string])[] = [
    [parts.taken, words.account.taken],
    [parts.waived, words.account.waived],
    [parts.planned, planned],
    [parts.rest, isAppealed(context) ? words.account.suspended : words.account.rest],
    [parts.notRecoverable, words.account.notRecoverable],
  ];
  return told.filter(([minor]) => minor > 0).map(([minor, say]) => say(inSentence(minor, view)));
}
