import {
  PAYROLL_LIMITS,
  REQUEST_LIMITS,
  closePayroll,
  leaveCompany,
  readPayroll,
  readStatement,
  restatePayroll,
} from "@evenhand/service";
import { z } from "@hono/zod-openapi";
import {
  closedMonth,
  leaving,
  payrollBonuses,
  payrollMonthView,
  restated,
  restatement,
  settlement,
  statement,
} from "../contract/payroll.ts";
import { problemResponses } from "../contract/problem.ts";
import { month as monthText } from "../contract/text.ts";
import type { ApiApp, Surroundings } from "../http/env.ts";
import { IDEMPOTENCY_KEY, ONCE_CODES, answerOnce } from "../http/once.ts";
import { readPathParameter, readQuery } from "../http/parameters.ts";
import { foundOrRefused } from "../http/problem.ts";
import { MONTH } from "../http/readers.ts";
import { addRoute, pathParameter } from "../http/route.ts";
import { pause } from "../http/upload.ts";

const TAGS = ["ledger"];
const MONTH_PARAMETER = z.object({ month: monthText });
const STAFF_ID = z.object({ id: z.string().openapi({ description: "A staff number.", example: "P1" }) });
const STORE_CODES = ["not-ready", "store-unavailable"] as const;

/** `/v1/payroll` and `/v1/people/{id}`: what comes off whose bonus, month by month. */
export function payrollRoutes(app: ApiApp, surroundings: Surroundings): void {
  monthRoute(app, surroundings);
  closeRoute(app, surroundings);
  restateRoute(app, surroundings);
  leaveRoute(app, surroundings);
  statementRoute(app, surroundings);
}

function monthRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/payroll/{month}",
      operationId: "getPayroll",
      permission: "payroll:read",
      tags: TAGS,
      summary: "What a payroll month takes and gives back",
      description:
        "What a payroll system takes off and pays back, person by person and decision by decision: the figures of the " +
        "payroll table. An open month is told as it is planned now, a closed one as its closing left it.",
      request: { params: MONTH_PARAMETER },
      responses: {
        200: { description: "The month.", content: { "application/json": { schema: payrollMonthView } } },
        ...problemResponses("invalid-parameter", ...STORE_CODES),
      },
    },
    async (c) => {
      readQuery(c, {});
      const ask = { actor: c.get("actor"), month: readPathParameter(c, "month", MONTH), pause };
      const { body } = await readPayroll(surroundings.service(), ask);
      return c.body(body, 200, { "Content-Type": "application/json" });
    },
  );
}

function closeRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "post",
      path: "/v1/payroll/{month}/close",
      operationId: "closePayroll",
      permission: "payroll:close",
      tags: TAGS,
      summary: "Close a payroll month with the real bonuses",
      description:
        "Turns what was planned for the month into deductions as far as the real caps allow, and plans what is left for " +
        "later months. A month is closed once, when it has begun or later; a mistake is corrected by restating a bonus. " +
        "Whoever has an instalment in the month or owes what waits for a bonus must be in the list. A bonus that looks like " +
        "a slip is warned of.",
      request: {
        params: MONTH_PARAMETER,
        headers: IDEMPOTENCY_KEY,
        body: { required: true, content: { "application/json": { schema: payrollBonuses } } },
      },
      responses: {
        201: { description: "What was taken.", content: { "application/json": { schema: closedMonth } } },
        ...problemResponses(
          ...ONCE_CODES,
          ...STORE_CODES,
          "duplicate-party",
          "out-of-range",
          "too-many",
          "month-closed",
          "month-not-begun",
          "month-out-of-order",
          "similar-id",
          "missing-bonus",
        ),
      },
    },
    async (c) => {
      readQuery(c, {});
      const month = readPathParameter(c, "month", MONTH);
      return answerOnce(c, surroundings, PAYROLL_LIMITS, (ask) =>
        closePayroll(surroundings.service(), { ...ask, month, pause }),
      );
    },
  );
}

function restateRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "post",
      path: "/v1/payroll/{month}/restatements",
      operationId: "restateBonus",
      permission: "payroll:close",
      tags: TAGS,
      summary: "Correct somebody's bonus of a closed month",
      description:
        "What was taken above the cap is given back with the next payroll and planned again; a higher bonus takes nothing " +
        "more from the month, and brings forward what the lower one put off.",
      request: {
        params: MONTH_PARAMETER,
        headers: IDEMPOTENCY_KEY,
        body: { required: true, content: { "application/json": { schema: restatement } } },
      },
      responses: {
        200: { description: "How the person stands.", content: { "application/json": { schema: restated } } },
        ...problemResponses(
          ...ONCE_CODES,
          ...STORE_CODES,
          "unknown-party",
          "out-of-range",
          "gate-missing",
          "month-open",
        ),
      },
    },
    async (c) => {
      readQuery(c, {});
      const month = readPathParameter(c, "month", MONTH);
      return answerOnce(c, surroundings, REQUEST_LIMITS, (ask) =>
        restatePayroll(surroundings.service(), { ...ask, month }),
      );
    },
  );
}

function leaveRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "post",
      path: "/v1/people/{id}/leave",
      operationId: "leaveCompany",
      permission: "people:leave",
      tags: TAGS,
      summary: "Settle the ledger of somebody who leaves",
      description:
        "The last month takes what its real bonus leaves room for; the rest stays outstanding as not recoverable.",
      request: {
        params: STAFF_ID,
        headers: IDEMPOTENCY_KEY,
        body: { required: true, content: { "application/json": { schema: leaving } } },
      },
      responses: {
        200: { description: "The final balance.", content: { "application/json": { schema: settlement } } },
        ...problemResponses(
          ...ONCE_CODES,
          ...STORE_CODES,
          "not-found",
          "not-a-date",
          "out-of-range",
          "gate-missing",
          "person-left",
          "month-not-begun",
          "month-closed",
          "month-open",
        ),
      },
    },
    async (c) => {
      readQuery(c, {});
      const staffId = pathParameter(c, "id");
      return answerOnce(c, surroundings, REQUEST_LIMITS, (ask) =>
        leaveCompany(surroundings.service(), { ...ask, staffId }),
      );
    },
  );
}

function statementRoute(app: ApiApp, surroundings: Surroundings): void {
  addRoute(
    app,
    {
      method: "get",
      path: "/v1/people/{id}/ledger",
      operationId: "getStatement",
      permission: "ledger:read",
      own: true,
      tags: TAGS,
      summary: "What a person owes and has paid",
      request: { params: STAFF_ID },
      responses: {
        200: { description: "The statement.", content: { "application/json": { schema: statement } } },
        ...problemResponses("not-found", "invalid-parameter", ...STORE_CODES),
      },
    },
    async (c) => {
      readQuery(c, {});
      const ask = { actor: c.get("actor"), staffId: pathParameter(c, "id") };
      const { body } = foundOrRefused(await readStatement(surroundings.service(), ask));
      return c.body(body, 200, { "Content-Type": "application/json" });
    },
  );
}
