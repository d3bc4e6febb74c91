import type { Party } from "@evenhand/domain";
import { caseOf, finesWith } from "./requests.ts";

/** A request that looks wrong and is not: it must be decided. */
export type OddRequest = {
  readonly title: string;
  readonly policy: string;
  readonly body: string;
  readonly disposition: string;
};

const MANY = 200;

export const ODD_REQUESTS: readonly OddRequest[] = [
  {
    title: "`memberOf`, `head`, `instructedBy` and `decidedBy` may name anyone",
    policy: "fair-attribution",
    body: caseOf({ cause: "staff", reason: "loss", cost: 100, decidedBy: "somebody" }, [
      {
        id: "P1",
        memberOf: "elsewhere",
        facts: { followedInstruction: true, instructedBy: "somebody-else" },
      },
    ]),
    disposition: "upheld",
  },
  {
    title: "200 persons who instructed one another in a circle",
    policy: "fair-attribution",
    body: caseOf(
      { cause: "staff", reason: "loss", cost: 999_999 },
      circle((id, next) => ({ id, facts: { followedInstruction: true, instructedBy: next } })),
    ),
    disposition: "upheld",
  },
  {
    title: "200 owners of the plan, each of whom followed another's instruction",
    policy: "fair-attribution",
    body: caseOf(
      { cause: "plan", reason: "loss", cost: 999_999 },
      circle((id, next) => ({
        id,
        facts: { ownsPlan: true, followedInstruction: true, instructedBy: next },
      })),
    ),
    disposition: "upheld",
  },
  {
    title: "the largest amounts there are",
    policy: "complaint-fines",
    body: finesWith((r) => {
      r.case.facts["lossAmount"] = 1_000_000_000_000;
      for (const party of r.case.parties) party.facts["monthlyBonus"] = 1_000_000_000_000;
      r["scheduled"] = Array.from({ length: 1_000 }, () => ({
        party: "P1",
        month: "2026-07",
        amountMinor: 1_000_000_000_000,
      }));
    }),
    disposition: "upheld",
  },
  {
    title: "a bonus of one fen, which would take longer than anybody lives",
    policy: "complaint-fines",
    body: finesWith((r) => r.case.parties.forEach((party) => (party.facts["monthlyBonus"] = 3))),
    disposition: "upheld",
  },
  {
    title: "the last day on which a deadline still falls into the year 9999",
    policy: "complaint-fines",
    body: finesWith((r) => (r.case.facts["receivedOn"] = "9999-12-24")),
    disposition: "upheld",
  },
  {
    title: "the last day there is, for a decision",
    policy: "fair-attribution",
    body: caseOf({ cause: "staff", reason: "loss", cost: 999_999, decidedOn: "9999-12-31" }, [
      {
        id: "P1",
        facts: {
          causedError: true,
          objected: true,
          trainedOnTask: true,
          inDuties: true,
          monthlyBonus: 100,
          monthlyWage: 1_000_000,
          minimumWage: 100_000,
        },
      },
    ]),
    disposition: "upheld",
  },
  {
    title: "the first day there is, under a version that is named",
    policy: "complaint-fines",
    body: finesWith((r) => {
      Object.assign(r.case.facts, { receivedOn: "1900-01-01", decidedOn: "1900-01-01" });
      r["policyVersion"] = 2;
    }),
    disposition: "upheld",
  },
  {
    title: "no parties at all",
    policy: "complaint-fines",
    body: finesWith((r) => (r.case.parties = [])),
    disposition: "upheld",
  },
  {
    title: "ids like those of objects, and in any script",
    policy: "complaint-fines",
    body: finesWith((r) =>
      ["__proto__", "员工<script>"].forEach((id, index) =>
        Object.assign(r.case.parties[index] ?? {}, { id }),
      ),
    ),
    disposition: "upheld",
  },
];

/** As many parties as there may be, each with the next one of them, the last with the first. */
function circle(
  party: (id: string, next: string) => Partial<Party> & { readonly id: string },
): readonly (Partial<Party> & { readonly id: string })[] {
  return Array.from({ length: MANY }, (_, index) => party(`P${index}`, `P${(index + 1) % MANY}`));
}
