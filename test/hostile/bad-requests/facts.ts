import { caseOf, finesWith } from "../requests.ts";
import type { BadRequest } from "./bad-request.ts";

const REFUSED = 422;

/** Wrong facts: missing, unknown, mistyped, impossible. */
export const FACTS: readonly BadRequest[] = [
  {
    title: "a case from before the first version",
    body: finesWith((r) => (r.case.facts["receivedOn"] = "2025-06-30")),
    status: REFUSED,
    problems: [["before-first-version", "/case/facts/receivedOn"]],
  },
  {
    title: "a case from before the first version, by the local day of a moment",
    policy: "property-complaints",
    body: caseOf({ matter: "renovation-noise", nature: "upheld", receivedAt: "2009-12-31T15:59:59Z" }),
    status: REFUSED,
    problems: [["before-first-version", "/case/facts/receivedAt"]],
  },
  {
    title: "missing, unknown and mistyped facts at once",
    body: finesWith((r) => {
      r.case.facts = { receivedOn: "2026-07-06", lossAmuont: 1, customerCaused: "no", decidedOn: 20_260_710 };
      if (r.case.parties[0])
        r.case.parties[0].facts = { basePoints: 4, lossAmount: 1, faults: "wrong-loading" };
    }),
    status: REFUSED,
    problems: [
      ["unknown-fact", "/case/facts/lossAmuont"],
      ["unknown-fact", "/case/parties/0/facts/lossAmount"],
      ["missing-fact", "/case/facts/complaintKind"],
      ["missing-fact", "/case/facts/lossAmount"],
      ["missing-fact", "/case/parties/0/facts/unitBasePoints"],
      ["wrong-type", "/case/facts/customerCaused"],
      ["wrong-type", "/case/parties/0/facts/faults"],
      ["not-a-date", "/case/facts/decidedOn"],
    ],
  },
  {
    title: "null for a required fact",
    body: finesWith((r) => (r.case.facts["lossAmount"] = null)),
    status: REFUSED,
    problems: [["missing-fact", "/case/facts/lossAmount"]],
  },
  {
    title: "negative fen",
    body: finesWith((r) => (r.case.facts["lossAmount"] = -1)),
    status: REFUSED,
    problems: [["out-of-range", "/case/facts/lossAmount"]],
  },
  {
    title: "half a fen",
    body: finesWith((r) => (r.case.facts["lossAmount"] = 0.5)),
    status: REFUSED,
    problems: [["wrong-type", "/case/facts/lossAmount"]],
  },
  {
    title: "an amount as text",
    body: finesWith((r) => (r.case.facts["lossAmount"] = "1200000")),
    status: REFUSED,
    problems: [["wrong-type", "/case/facts/lossAmount"]],
  },
  {
    title: "a fen beyond the largest amount",
    body: finesWith((r) => (r.case.facts["lossAmount"] = 1_000_000_000_001)),
    status: REFUSED,
    problems: [["out-of-range", "/case/facts/lossAmount"]],
  },
  {
    title: "an amount of 2^53",
    body: finesWith((r) => (r.case.facts["lossAmount"] = 2 ** 53)),
    status: REFUSED,
    problems: [["out-of-range", "/case/facts/lossAmount"]],
  },
  {
    title: "an amount as 1e15",
    body: finesWith().replace("1200000", "1e15"),
    status: REFUSED,
    problems: [["out-of-range", "/case/facts/lossAmount"]],
  },
  ...[
    "2026-02-30",
    "0000-00-00",
    "2026-13-01",
    "2026-00-10",
    "1899-12-31",
    "2026-7-6",
    "2026-07-06T00:00:00Z",
    "tomorrow",
    "",
    " 2026-07-06",
    "+010000-01-01",
    "２０２６-07-06",
  ].map((receivedOn): BadRequest => ({
    title: `a day \`${receivedOn}\``,
    body: finesWith((r) => (r.case.facts["receivedOn"] = receivedOn)),
    status: REFUSED,
    problems: [["not-a-date", "/case/facts/receivedOn"]],
  })),
  ...[
    "2026-02-30T00:00:00Z",
    "2026-07-06T24:00:00Z",
    "2026-07-06T09:00:00",
    "2026-07-06",
    "2016-12-31T23:59:60Z",
  ].map((receivedAt): BadRequest => ({
    title: `a moment \`${receivedAt}\``,
    policy: "first-contact",
    body: caseOf({ receivedAt }),
    status: REFUSED,
    problems: [["not-a-date", "/case/facts/receivedAt"]],
  })),
  {
    title: "a deadline in calendar days after the year 9999",
    body: finesWith((r) => (r.case.facts["receivedOn"] = "9999-12-25")),
    status: REFUSED,
    problems: [["out-of-range", "/case/facts/receivedOn"]],
  },
  {
    title: "a deadline in working days after the year 9999",
    policy: "dealer-complaints",
    body: caseOf({ kind: "quality", receivedOn: "9999-12-31" }),
    status: REFUSED,
    problems: [["out-of-range", "/case/facts/receivedOn"]],
  },
  {
    title: "a deadline in hours after the year 9999",
    policy: "property-complaints",
    body: caseOf({ matter: "renovation-noise", nature: "upheld", receivedAt: "9999-12-31T23:59:59.999Z" }),
    status: REFUSED,
    problems: [["out-of-range", "/case/facts/receivedAt"]],
  },
  {
    title: "base points of zero",
    body: finesWith((r) => Object.assign(r.case.parties[0]?.facts ?? {}, { basePoints: 0 })),
    status: REFUSED,
    problems: [["out-of-range", "/case/parties/0/facts/basePoints"]],
  },
  {
    title: "base points above their unit's",
    body: finesWith((r) => Object.assign(r.case.parties[0]?.facts ?? {}, { basePoints: 41 })),
    status: REFUSED,
    problems: [["out-of-range", "/case/parties/0/facts/basePoints"]],
  },
  {
    title: "a unit without base points",
    body: finesWith((r) => Object.assign(r.case.parties[0]?.facts ?? {}, { unitBasePoints: 0 })),
    status: REFUSED,
    problems: [
      ["out-of-range", "/case/parties/0/facts/basePoints"],
      ["out-of-range", "/case/parties/0/facts/unitBasePoints"],
    ],
  },
  {
    title: "base points that come to more than their unit's",
    body: finesWith((r) => r.case.parties.forEach((party) => (party.facts["basePoints"] = 21))),
    status: REFUSED,
    problems: [["shares-exceed-whole", "/case/parties/1/facts/basePoints"]],
  },
  {
    title: "two units in one case",
    body: finesWith((r) => Object.assign(r.case.parties[1]?.facts ?? {}, { unit: "painting" })),
    status: REFUSED,
    problems: [["conflicting-facts", "/case/parties/1/facts/unit"]],
  },
  {
    title: "a share over 1",
    policy: "manufacturer-complaints",
    body: caseOf({ cause: "human", market: "domestic", acceptedOn: "2026-07-06", lossAmount: 1 }, [
      { id: "a", facts: { share: 1.000001 } },
    ]),
    status: REFUSED,
    problems: [["out-of-range", "/case/parties/0/facts/share"]],
  },
  {
    title: "a share of seven places",
    policy: "manufacturer-complaints",
    body: caseOf({ cause: "human", market: "domestic", acceptedOn: "2026-07-06", lossAmount: 1 }, [
      { id: "a", facts: { share: 0.1234567 } },
    ]),
    status: REFUSED,
    problems: [["wrong-type", "/case/parties/0/facts/share"]],
  },
  {
    title: "shares that come to more than 1",
    policy: "manufacturer-complaints",
    body: caseOf(
      { cause: "quality", market: "domestic", acceptedOn: "2026-07-06", lossAmount: 1, upheld: true },
      [
        { id: "a", kind: "department", facts: { share: 0.5 } },
        { id: "b", kind: "department", facts: { share: 0.500001 } },
      ],
    ),
    status: REFUSED,
    problems: [["shares-exceed-whole", "/case/parties/1/facts/share"]],
  },
  {
    title: "`accusedBy` naming no party of the case",
    policy: "order-incident",
    body: caseOf({}, [{ id: "sales", kind: "department", facts: { accusedBy: "nobody" } }]),
    status: REFUSED,
    problems: [["unknown-party", "/case/parties/0/facts/accusedBy"]],
  },
  {
    title: "a fault that is not on the list",
    body: finesWith((r) =>
      Object.assign(r.case.parties[0]?.facts ?? {}, { faults: ["wrong-loading", "wrong-loadin"] }),
    ),
    status: REFUSED,
    problems: [["unknown-value", "/case/parties/0/facts/faults"]],
  },
  {
    title: "a fact of every object as a value",
    body: finesWith((r) => Object.assign(r.case.parties[0]?.facts ?? {}, { seriousness: "constructor" })),
    status: REFUSED,
    problems: [["unknown-value", "/case/parties/0/facts/seriousness"]],
  },
  {
    title: "facts that every object has",
    body: finesWith((r) => Object.assign(r.case.facts, { toString: 1, hasOwnProperty: 1 })),
    status: REFUSED,
    problems: [
      ["unknown-fact", "/case/facts/hasOwnProperty"],
      ["unknown-fact", "/case/facts/toString"],
    ],
  },
  {
    title: "a fact that only the engine states",
    body: finesWith((r) => Object.assign(r.case.facts, { disposition: "not-upheld" })),
    status: REFUSED,
    problems: [["unknown-fact", "/case/facts/disposition"]],
  },
  {
    title: "a path in a fact's name",
    body: finesWith((r) => Object.assign(r.case.facts, { "a/b~c": 1 })),
    status: REFUSED,
    problems: [["unknown-fact", "/case/facts/a~1b~0c"]],
  },
];
