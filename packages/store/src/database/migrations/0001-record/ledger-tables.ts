import { amount, monthForm, oneOf, type TableDefinition } from "../../schema/table-definition.ts";

/** Whether an entry touches what a month holds for a person. */
const TOUCHES_A_MONTH =
  "(kind in ('scheduled', 'deducted') or coalesce(source, '') in ('scheduled', 'deducted'))";

/** Who owes what, month by month. */
export const ledgerTables: readonly TableDefinition[] = [
  {
    name: "accounts",
    columns: [
      "account text",
      "person text",
      "state text",
      "starts_in text",
      "terms text",
      "currency text",
      "sequence integer",
    ],
    key: ["account", "person"],
    unique: [["person", "sequence"]],
    checks: { state_known: oneOf("state", ["open", "suspended", "settled"]) },
    references: { account: "decisions (id)", person: "people (person)" },
    rows: "kept",
  },
  {
    name: "ledger_months",
    columns: ["person text", "month text", "taken_minor integer", "cap_minor integer"],
    key: ["person", "month"],
    checks: {
      // INVARIANT: no month holds more than its cap, whatever planned it.
      cap: "taken_minor between 0 and cap_minor",
      cap_amount: amount("cap_minor", 0),
      month_form: monthForm("month"),
    },
    references: { person: "people (person)" },
    indexes: [["month"]],
    rows: "kept",
  },
  {
    name: "ledger_entries",
    columns: [
      "id number",
      "person text",
      "account text",
      "kind text",
      "source text null",
      "month text null",
      "amount_minor integer",
      "paid_back_in text null",
      "at integer",
      "audit_event_id integer",
    ],
    checks: {
      kind_known: oneOf("kind", [
        "assessed",
        "scheduled",
        "deducted",
        "carried",
        "reversed",
        "waived",
        "settled",
      ]),
      amount: amount("amount_minor", 1),
      // `is not distinct from` would say it, had SQLite not its own word for it.
      source_fits: `case kind
        when 'carried' then coalesce(source, '') in ('scheduled', 'deducted')
        when 'reversed' then coalesce(source, '') in ('outstanding', 'scheduled', 'deducted')
        else source is null end`,
      month_fits: `(month is not null) = ${TOUCHES_A_MONTH}`,
      month_form: monthForm("month"),
      paid_back_fits: "paid_back_in is null or coalesce(source, '') = 'deducted'",
      paid_back_form: monthForm("paid_back_in"),
    },
    references: {
      "account, person": "accounts (account, person)",
      audit_event_id: "audit_events (id)",
    },
    indexes: [["person", "id"], ["account", "id"], ["month", "kind"], ["audit_event_id"]],
    rows: "append-only",
  },
  {
    name: "bonuses",
    columns: [
      "id number",
      "person text",
      "month text",
      "bonus_minor integer",
      "source text",
      "at integer",
      "audit_event_id integer",
    ],
    checks: {
      amount: amount("bonus_minor", 0),
      source_known: oneOf("source", ["case", "payroll"]),
      month_form: monthForm("month"),
    },
    references: { person: "people (person)", audit_event_id: "audit_events (id)" },
    indexes: [["person", "month", "id"], ["month", "id"], ["audit_event_id"]],
    rows: "append-only",
  },
  {
    name: "payroll_months",
    columns: [
      "month text",
      "closed_at integer",
      "closed_by text",
      "people integer",
      "deducted_minor integer",
      "audit_event_id integer",
    ],
    key: ["month"],
    checks: {
      deducted_amount: amount("deducted_minor", 0),
      month_form: monthForm("month"),
    },
    references: { audit_event_id: "audit_events (id)" },
    rows: "append-only",
  },
];
