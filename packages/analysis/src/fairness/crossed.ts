import type { LocalizedText } from "@evenhand/domain";
import { isComputed, type NotComputable, notComputable } from "../statistics/not-computable.ts";
import { type Quartiles, quartilesOf } from "../statistics/quartiles.ts";
import { type Rate, rateOf } from "../statistics/wilson.ts";
import { compareText } from "./compare-text.ts";
import { isPenalised } from "./decision.ts";
import { type GroupAttribute, groupOf, labelOf, LEAST_PEOPLE, peopleCounted } from "./group-tally.ts";
import type { FairnessQuestion } from "./question.ts";

/** Those of whom two facts state these two values; of fewer than ten people nothing is said but that they are few. */
export type CrossedCell = { readonly row: string; readonly column: string } & (
  | { readonly shown: "n < 10" }
  | {
      readonly shown: "figures";
      /** How many times its people stand in an upheld case, and how many people that are. */
      readonly n: number;
      readonly people: number;
      /** Of those n, how often they are penalised. */
      readonly rate: Rate;
      /** What they pay who pay anything, minor units. */
      readonly paid: Quartiles | NotComputable;
    }
);

type Side = {
  readonly attribute: GroupAttribute;
  readonly groups: readonly { readonly group: string; readonly label: LocalizedText }[];
};

/** How people fare by two facts at once, over all cases, whatever they were about. Empty cells are left out. */
export type Crossed = {
  readonly rows: Side;
  readonly columns: Side;
  readonly cells: readonly CrossedCell[];
};

export type CrossedOptions = {
  readonly rows: GroupAttribute;
  readonly columns: GroupAttribute;
  /** ISO 4217: amounts in another currency are left out. */
  readonly currency: string;
  readonly level?: number;
};

/**
 * How do people fare by two facts at once, such as department and rank? Crude figures to look further by, with no test and
 * so no finding: persons in upheld cases, how often they are penalised and what they pay.
 *
 * @example crossed({ rows: department, columns: rank, currency: "CNY" }).answer().cells[0] // { row: "plant-one", column: "staff", … }
 */
export function crossed({ rows, columns, currency, level }: CrossedOptions): FairnessQuestion<Crossed> {
  const tallies = new Map<string, Tally>();
  return {
    see: (decision) => {
      for (const party of peopleCounted(decision)) {
        const [row, column] = [groupOf(rows, decision, party), groupOf(columns, decision, party)];
        if (row === undefined || column === undefined) continue;
        const tally = tallyOf(tallies, row, column);
        tally.people.add(party.party);
        tally.of++;
        if (isPenalised(party)) tally.penalised++;
        const { totalMinor } = party.decided;
        if (totalMinor > 0 && decision.currency === currency) tally.amounts.push(totalMinor);
      }
    },
    answer: () => {
      const found = [...tallies.values()].toSorted(
        (a, b) => compareText(a.row, b.row) || compareText(a.column, b.column),
      );
      return {
        rows: sideOf(
          rows,
          found.map(({ row }) => row),
        ),
        columns: sideOf(
          columns,
          found.map(({ column }) => column),
        ),
        cells: found.map((tally) => cellOf(tally, level)),
      };
    },
  };
}

type Tally = {
  readonly row: string;
  readonly column: string;
  readonly people: Set<string>;
  readonly amounts: number[];
  of: number;
  penalised: number;
};

function tallyOf(tallies: Map<string, Tally>, row: string, column: string): Tally {
  const key = JSON.stringify([row, column]);
  const known = tallies.get(key) ?? { row, column, people: new Set(), amounts: [], of: 0, penalised: 0 };
  tallies.set(key, known);
  return known;
}

function sideOf(attribute: GroupAttribute, groups: readonly string[]): Side {
  const sorted = [...new Set(groups)].toSorted(compareText);
  return { attribute, groups: sorted.map((group) => ({ group, label: labelOf(attribute, group) })) };
}

function cellOf({ row, column, people, amounts, of, penalised }: Tally, level?: number): CrossedCell {
  const rate = rateOf({ count: penalised, of }, level);
  if (people.size < LEAST_PEOPLE || !isComputed(rate)) return { row, column, shown: "n < 10" };
  const paid = amounts.length < LEAST_PEOPLE ? FEW_AMOUNTS : quartilesOf(amounts);
  return { row, column, shown: "figures", n: of, people: people.size, rate, paid };
}

const FEW_AMOUNTS = notComputable(
  "fewer than ten of them pay an amount, so no typical one is shown",
  "其中缴付金额的不足十笔，不展示典型金额",
);
