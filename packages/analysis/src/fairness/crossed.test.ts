import { describe, expect, it } from "vitest";
import { crossed } from "./crossed.ts";
import type { FairnessDecision } from "./decision.ts";
import type { GroupAttribute } from "./group-tally.ts";
import { sampleDecision, sampleParty } from "./sample-decision.ts";

const SITE: GroupAttribute = {
  fact: "site",
  scope: "case",
  label: { en: "site", zh: "厂区" },
  values: { south: { en: "South", zh: "南厂" } },
};
const RANK: GroupAttribute = { fact: "rank", scope: "party", label: { en: "rank", zh: "职级" } };

function decisions(
  count: number,
  { site, rank, fineMinor }: { readonly site: string; readonly rank: string; readonly fineMinor: number },
): readonly FairnessDecision[] {
  return Array.from({ length: count }, (_, index) =>
    sampleDecision({
      facts: { site },
      parties: [
        sampleParty(index % 2 === 0 ? fineMinor : 0, { party: `${site}${rank}${index}`, facts: { rank } }),
      ],
    }),
  );
}

function cells(given: readonly FairnessDecision[]) {
  const question = crossed({ rows: SITE, columns: RANK, currency: "CNY" });
  for (const decision of given) question.see(decision);
  return question.answer();
}

describe("figures by two facts at once", () => {
  it("say how often those in a cell are penalised and what they pay, and nothing of fewer than ten people", () => {
    const answer = cells([
      ...decisions(20, { site: "south", rank: "staff", fineMinor: 5_000 }),
      ...decisions(10, { site: "south", rank: "lead", fineMinor: 7_000 }),
      ...decisions(9, { site: "north", rank: "staff", fineMinor: 9_000 }),
    ]);
    expect(answer.cells).toMatchObject([
      { row: "north", column: "staff", shown: "n < 10" },
      { row: "south", column: "lead", n: 10, rate: { estimate: 0.5 }, paid: { notComputable: {} } },
      { row: "south", column: "staff", n: 20, people: 20, rate: { estimate: 0.5 }, paid: { median: 5_000 } },
    ]);
    expect(JSON.stringify(answer.cells[0])).toBe('{"row":"north","column":"staff","shown":"n < 10"}');
    expect(answer.rows.groups).toEqual([
      { group: "north", label: { en: "north", zh: "north" } },
      { group: "south", label: { en: "South", zh: "南厂" } },
    ]);
  });

  it("count persons in upheld cases alone, and are none where there are none", () => {
    const [one] = decisions(1, { site: "south", rank: "staff", fineMinor: 5_000 });
    const dismissed = Array.from({ length: 30 }, (_, index) => ({
      ...(one ?? sampleDecision()),
      id: `D${index}`,
      disposition: "not-upheld" as const,
    }));
    expect(cells(dismissed).cells).toEqual([]);
  });
});
