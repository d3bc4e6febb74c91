import { caseOf, finesWith } from "./requests.ts";

/** One bad request: what is sent, and everything that must be found wrong with it, in order. */
export type BadRequest = {
  readonly title: string;
  /** As it stands in the path; default `complaint-fines`. */
  readonly policy?: string;
  readonly body: string;
  readonly status: number;
  /** Code and JSON pointer of every problem. The first gives the answer its code. */
  readonly problems: readonly (readonly [code: string, pointer: string])[];
};

const REFUSED = 422;
const BAD = 400;
const NOT_FOUND = 404;

/** The wrong envelope: what is around the facts. */
const ENVELOPE: readonly BadRequest[] = [
  {
    title: "an unknown version",
    body: finesWith((r) => (r["policyVersion"] = 9)),
    status: NOT_FOUND,
    problems: [["unknown-version", "/policyVersion"]],
  },
  {
    title: "version 0",
    body: finesWith((r) => (r["policyVersion"] = 0)),
    status: REFUSED,
    problems: [["wrong-shape", "/policyVersion"]],
  },
  {
    title: "a version as text",
    body: finesWith((r) => (r["policyVersion"] = "2")),
    status: REFUSED,
    problems: [["wrong-shape", "/policyVersion"]],
  },
  { title: "a list for a request", body: "[]", status: REFUSED, problems: [["wrong-shape", ""]] },
  { title: "null for a request", body: "null", status: REFUSED, problems: [["wrong-shape", ""]] },
  { title: "an empty object", body: "{}", status: REFUSED, problems: [["missing-field", "/case"]] },
  {
    title: "null for the case",
    body: '{"case":null}',
    status: REFUSED,
    problems: [["wrong-shape", "/case"]],
  },
  {
    title: "everything of the case missing",
    body: '{"case":{}}',
    status: REFUSED,
    problems: [
      ["missing-field", "/case/facts"],
      ["missing-field", "/case/parties"],
      ["missing-field", "/case/reference"],
    ],
  },
  {
    title: "fields misspelt, at every level",
    body: finesWith((r) => {
      r["polcyVersion"] = 2;
      r.case["refrence"] = "x";
      if (r.case.parties[1]) r.case.parties[1]["knd"] = "person";
    }),
    status: REFUSED,
    problems: [
      ["unknown-field", "/case/parties/1/knd"],
      ["unknown-field", "/case/refrence"],
      ["unknown-field", "/polcyVersion"],
    ],
  },
  {
    title: "facts in a list",
    body: finesWith((r) => Object.assign(r.case, { facts: [] })),
    status: REFUSED,
    problems: [["wrong-shape", "/case/facts"]],
  },
  {
    title: "parties in an object",
    body: finesWith((r) => Object.assign(r.case, { parties: {} })),
    status: REFUSED,
    problems: [["wrong-shape", "/case/parties"]],
  },
  {
    title: "an empty reference",
    body: finesWith((r) => (r.case["reference"] = "")),
    status: REFUSED,
    problems: [["wrong-shape", "/case/reference"]],
  },
  {
    title: "a reference of 201 characters",
    body: finesWith((r) => (r.case["reference"] = "x".repeat(201))),
    status: REFUSED,
    problems: [["wrong-shape", "/case/reference"]],
  },
  {
    title: "a party twice",
    body: finesWith((r) => (r.case.parties[1] = { ...r.case.parties[0], facts: {} })),
    status: REFUSED,
    problems: [["duplicate-party", "/case/parties/1/id"]],
  },
  {
    title: "a party of no kind",
    body: finesWith((r) => Object.assign(r.case.parties[0] ?? {}, { kind: "robot" })),
    status: REFUSED,
    problems: [["unknown-value", "/case/parties/0/kind"]],
  },
  {
    title: "a person called company",
    body: finesWith((r) => Object.assign(r.case.parties[0] ?? {}, { id: "company" })),
    status: REFUSED,
    problems: [["conflicting-facts", "/case/parties/0/id"]],
  },
  {
    title: "a piece of evidence twice",
    body: finesWith(
      (r) =>
        (r.case["evidence"] = [
          { id: "E1", kind: "photo" },
          { id: "E1", kind: "photo" },
        ]),
    ),
    status: REFUSED,
    problems: [["duplicate-evidence", "/case/evidence/1/id"]],
  },
  {
    title: "501 parties",
    body: caseOf(
      {},
      Array.from({ length: 501 }, (_, index) => ({ id: `P${index}` })),
    ),
    status: REFUSED,
    problems: [["too-many", "/case/parties"]],
  },
  {
    title: "planned deductions that are none",
    body: finesWith((r) => {
      r["scheduled"] = [
        { party: "P1", month: "2026-13", amountMinor: 1 },
        { party: "P1", month: "2026-07", amountMinor: -1 },
        { party: "P1", month: "2026-07", amountMinor: 0.5 },
        { party: "", month: "2026-07", amountMinor: 1e13 },
      ];
    }),
    status: REFUSED,
    problems: [
      ["wrong-shape", "/scheduled/3/party"],
      ["not-a-date", "/scheduled/0/month"],
      ["out-of-range", "/scheduled/1/amountMinor"],
      ["out-of-range", "/scheduled/2/amountMinor"],
      ["out-of-range", "/scheduled/3/amountMinor"],
    ],
  },
];

/** Wrong facts: missing, unknown, mistyped, impossible. */
const FACTS: readonly BadRequest[] = [
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

/** Text that is no JSON of ours, whatever it would say. */
const TEXTS: readonly BadRequest[] = [
  { title: "nothing", body: "", status: BAD, problems: [["not-json", ""]] },
  { title: "a byte order mark", body: `\uFEFF${finesWith()}`, status: BAD, problems: [["not-json", ""]] },
  {
    title: "half a request",
    body: finesWith().slice(0, 100),
    status: BAD,
    problems: [["not-json", "/case/facts"]],
  },
  { title: "two requests", body: `${finesWith()} ${finesWith()}`, status: BAD, problems: [["not-json", ""]] },
  { title: "JavaScript", body: "{case:NaN}", status: BAD, problems: [["not-json", ""]] },
  { title: "a lone surrogate", body: '{"case":"\\ud800"}', status: BAD, problems: [["not-json", "/case"]] },
  {
    title: "the same name twice",
    body: '{"case":{"facts":{"lossAmount":1,"lossAmount":2}}}',
    status: BAD,
    problems: [["duplicate-key", "/case/facts/lossAmount"]],
  },
  {
    title: "the same name twice, once in escapes",
    body: '{"case":1,"\\u0063ase":2}',
    status: BAD,
    problems: [["duplicate-key", "/case"]],
  },
  {
    title: "`__proto__`",
    body: '{"case":{"__proto__":{"facts":{}}}}',
    status: BAD,
    problems: [["dangerous-key", "/case/__proto__"]],
  },
  {
    title: "`__proto__` in escapes",
    body: '{"\\u005f\\u005fproto\\u005f\\u005f":{}}',
    status: BAD,
    problems: [["dangerous-key", "/__proto__"]],
  },
  {
    title: "`constructor` and `prototype`",
    body: '{"constructor":{"prototype":{}}}',
    status: BAD,
    problems: [
      ["dangerous-key", "/constructor"],
      ["dangerous-key", "/constructor/prototype"],
    ],
  },
  {
    title: "1e400",
    body: finesWith().replace("1200000", "1e400"),
    status: BAD,
    problems: [["inexact-number", "/case/facts/lossAmount"]],
  },
  {
    title: "a fen too many for a number",
    body: finesWith().replace("1200000", "9007199254740993"),
    status: BAD,
    problems: [["inexact-number", "/case/facts/lossAmount"]],
  },
  {
    title: "thirty-three levels",
    body: `${"[".repeat(33)}${"]".repeat(33)}`,
    status: BAD,
    problems: [["too-deep", "/0".repeat(32)]],
  },
  {
    title: "9 KB that are 5,000 levels deep",
    body: '{"case":'.repeat(1_100),
    status: BAD,
    problems: [["too-deep", "/case".repeat(32)]],
  },
  {
    title: "10,001 values",
    body: `[${"0,".repeat(9_999)}0]`,
    status: BAD,
    problems: [["too-many-nodes", "/9999"]],
  },
  {
    title: "a byte more than 64 KiB",
    body: finesWith().padEnd(65_537),
    status: 413,
    problems: [["too-large", ""]],
  },
  { title: "2 MB of brackets", body: "[".repeat(2_000_000), status: 413, problems: [["too-large", ""]] },
];

/** Policies that there are not, by names that mean something elsewhere. */
const POLICIES: readonly BadRequest[] = [
  "complaint-fine",
  "__proto__",
  "constructor",
  "hasOwnProperty",
  "..%2f",
  "..%2F..%2Fetc%2Fpasswd",
  "%00",
  "%E0%A4%A",
  "calendars",
  "guards",
  "complaint-fines%2fv2",
  "%E6%8A%95%E8%AF%89",
  "x".repeat(2_000),
].map((policy) => ({
  title: `a policy \`${policy.slice(0, 40)}\``,
  policy,
  body: finesWith(),
  status: NOT_FOUND,
  problems: [["unknown-policy", ""]],
}));

export const BAD_REQUESTS: readonly BadRequest[] = [...ENVELOPE, ...FACTS, ...TEXTS, ...POLICIES];
