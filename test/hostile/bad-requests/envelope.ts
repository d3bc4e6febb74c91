import { caseOf, finesWith } from "../requests.ts";
import type { BadRequest } from "./bad-request.ts";

const REFUSED = 422;
const NOT_FOUND = 404;

/** The wrong envelope: what is around the facts. */
export const ENVELOPE: readonly BadRequest[] = [
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
  {
    title: "an id in which something turns the letters round",
    body: finesWith((r) => Object.assign(r.case.parties[0] ?? {}, { id: "P1\u202e" })),
    status: REFUSED,
    problems: [["wrong-shape", "/case/parties/0/id"]],
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
    title: "201 parties",
    body: caseOf(
      {},
      Array.from({ length: 201 }, (_, index) => ({ id: `P${index}` })),
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
