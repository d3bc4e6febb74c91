import { sql } from "kysely";
import type { Db } from "../database/store.ts";

/** Which decisions are counted: those in force of these policies that were recorded in the span, epoch milliseconds. */
export type StatisticsSpan = {
  readonly policyIds: readonly string[];
  readonly from: number;
  /** Not included. */
  readonly until: number;
};

/** What was decided, in minor units of `currency`, and of how many. */
export type StatisticsFigures = {
  readonly currency: string;
  readonly decisions: number;
  /** Persons whom the decisions name. */
  readonly people: number;
  /** Those of them who are charged something. */
  readonly charged: number;
  readonly fine_minor: number;
  readonly bonus_minor: number;
  readonly total_minor: number;
};

export type StatisticsRow = StatisticsFigures & {
  /** Null where the case does not tell, or where nobody is named. */
  readonly unit: string | null;
  readonly policy_id: string;
  readonly category: string | null;
  readonly disposition: string;
};

/**
 * What was decided, by unit, policy, category and disposition. A decision that names people of two units counts in both,
 * so the rows do not add up to the number of decisions; `statisticsTotals` gives that. A unit that stands under a
 * commitment is counted by what is behind it, or with `masked` as one that the case does not tell.
 */
export async function statisticsRows(
  db: Db,
  spans: readonly StatisticsSpan[],
  { masked }: { readonly masked: boolean },
): Promise<readonly StatisticsRow[]> {
  if (spans.length === 0) return [];
  const unit = masked ? MASKED_UNIT : OPENED_UNIT;
  return counted(db, spans)
    .select([unit.as("unit"), "d.policy_id", "d.category", "d.disposition"])
    .groupBy([unit, "d.policy_id", "d.category", "d.disposition"])
    .execute();
}

const MASKED_UNIT = sql<string | null>`case when p.unit like 'text-%' then null else p.unit end`;
const OPENED_UNIT = sql<string | null>`case when p.unit like 'text-%'
  then (select o.value from openings o where o.token = p.unit limit 1) else p.unit end`;

/** The same over all of it, a row for each currency. */
export async function statisticsTotals(
  db: Db,
  spans: readonly StatisticsSpan[],
): Promise<readonly StatisticsFigures[]> {
  if (spans.length === 0) return [];
  return counted(db, spans).execute();
}

function counted(db: Db, spans: readonly StatisticsSpan[]) {
  return db
    .selectFrom("decisions as d")
    .leftJoin("decisions as later", "later.supersedes", "d.id")
    .leftJoin("decision_parties as p", "p.decision_id", "d.id")
    .where("later.id", "is", null)
    .where((eb) =>
      eb.or(
        spans.map(({ policyIds, from, until }) =>
          eb.and([
            eb("d.policy_id", "in", policyIds),
            eb("d.recorded_at", ">=", from),
            eb("d.recorded_at", "<", until),
          ]),
        ),
      ),
    )
    .select(({ fn, eb }) => [
      "d.currency",
      fn.count<number>("d.id").distinct().as("decisions"),
      fn.count<number>("p.person").distinct().as("people"),
      fn
        .count<number>(eb.case().when("p.total_minor", ">", 0).then(eb.ref("p.person")).end())
        .distinct()
        .as("charged"),
      fn.coalesce(fn.sum<number>("p.fine_minor"), eb.lit(0)).as("fine_minor"),
      fn.coalesce(fn.sum<number>("p.bonus_minor"), eb.lit(0)).as("bonus_minor"),
      fn.coalesce(fn.sum<number>("p.total_minor"), eb.lit(0)).as("total_minor"),
    ])
    .groupBy("d.currency");
}
