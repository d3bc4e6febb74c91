/** What an announcement says in one language. */
export type AnnouncementWords = {
  readonly title: string;
  readonly month: string;
  readonly colon: string;
  readonly issuedOn: string;
  readonly lead: (count: number) => string;
  readonly none: string;
  readonly policy: (title: string) => string;
  readonly columns: Readonly<Record<"number" | "staff" | "unit" | "grounds" | "decision" | "grade", string>>;
  readonly amountColumn: (currency: string | undefined) => string;
  readonly grounds: (grounds: readonly string[]) => string;
  readonly sanctions: (sanctions: readonly string[]) => string;
  readonly reminder: string;
  readonly commendation: string;
  readonly total: string;
  readonly objection: (to: string | undefined) => string;
  readonly seal: string;
};
