import { OpenAPIHono } from "@hono/zod-openapi";
import { jobRunner } from "@evenhand/service";
import { StoreUnavailable } from "@evenhand/store";
import type { MiddlewareHandler } from "hono";
import { libraryAsker, signInLimits } from "./auth/ask-library.ts";
import { originCheck } from "./auth/own-origin.ts";
import { admission } from "./http/admission.ts";
import { describeHeaders } from "./http/described-headers.ts";
import { describeSecurity } from "./http/described-permission.ts";
import type { ApiApp, ApiContext, ApiEnv, Surroundings } from "./http/env.ts";
import { everyRequest } from "./http/every-request.ts";
import { faultOf } from "./http/fault.ts";
import { refuseOtherMethods } from "./http/methods.ts";
import { Refused, nothingHere, problemResponse, refused } from "./http/problem.ts";
import { createMetrics } from "./metrics/metrics.ts";
import { adminApp } from "./routes/admin-app.ts";
import { appealRoutes } from "./routes/appeals.ts";
import { assetRoutes } from "./routes/assets.ts";
import { auditRoutes } from "./routes/audit.ts";
import { caseRoutes } from "./routes/cases.ts";
import { checkRoutes } from "./routes/checks.ts";
import { recentCaseRoutes } from "./routes/recent-cases.ts";
import { comparatorRoutes } from "./routes/comparators.ts";
import { decisionRoutes } from "./routes/decisions.ts";
import { docsRoutes } from "./routes/docs.ts";
import { draftRoutes } from "./routes/drafts.ts";
import { erasureRoutes } from "./routes/erasure.ts";
import { evaluateRoutes } from "./routes/evaluate.ts";
import { evidenceRoutes } from "./routes/evidence.ts";
import { exportRoutes } from "./routes/exports.ts";
import { fairnessRoutes } from "./routes/fairness.ts";
import { healthRoutes } from "./routes/health.ts";
import { groundRoutes } from "./routes/ground.ts";
import { identityProviderRoutes } from "./routes/identity-provider.ts";
import { importRoutes } from "./routes/imports.ts";
import { keyRoutes } from "./routes/keys.ts";
import { metricRoutes } from "./routes/metrics.ts";
import { openApiRoutes } from "./routes/openapi.ts";
import { payrollRoutes } from "./routes/payroll.ts";
import { policyRoutes } from "./routes/policies.ts";
import { problemRoutes } from "./routes/problems.ts";
import { publishRoutes } from "./routes/publish.ts";
import { readingRoutes } from "./routes/reading.ts";
import { replayRoutes } from "./routes/replays.ts";
import { requirementRoutes } from "./routes/requirements.ts";
import { reviewRoutes } from "./routes/reviews.ts";
import { sampleRoutes } from "./routes/sample.ts";
import { schemaRoutes } from "./routes/schemas.ts";
import { secondFactorRoutes } from "./routes/second-factor.ts";
import { sessionRoutes } from "./routes/session.ts";
import { settingsRoutes } from "./routes/settings.ts";
import { simulationRoutes } from "./routes/simulations.ts";
import { userRoutes } from "./routes/users.ts";
import { versionRoutes } from "./routes/versions.ts";
import { welcomeRoutes } from "./routes/welcome.ts";
import { IN_THIS_THREAD } from "./workers/outside.ts";

/** The whole service over HTTP, given everything it needs from outside. */
export function createApp(surroundings: Surroundings): ApiApp {
  const app = new OpenAPIHono<ApiEnv>();
  const { metrics = createMetrics() } = surroundings;
  for (const around of [
    metrics.countRequests,
    everyRequest(surroundings),
    originCheck(surroundings),
    admission(surroundings),
  ])
    app.use(onceARequest(around));
  describeHeaders(app);
  describeSecurity(app);
  evaluateRoutes(app, surroundings);
  policyRoutes(app, surroundings);
  versionRoutes(app, surroundings);
  requirementRoutes(app, surroundings);
  readingRoutes(app, surroundings);
  draftRoutes(app, surroundings);
  reviewRoutes(app, surroundings);
  publishRoutes(app, surroundings);
  recordRoutes(app, surroundings);
  proofRoutes(app, surroundings);
  peopleRoutes(app, surroundings);
  groundRoutes(app, surroundings);
  sampleRoutes(app, surroundings);
  schemaRoutes(app);
  problemRoutes(app);
  openApiRoutes(app, surroundings);
  docsRoutes(app);
  const { page } = adminApp(app, surroundings);
  healthRoutes(app, surroundings);
  metricRoutes(app, surroundings, metrics);
  refuseOtherMethods(app);
  app.notFound((c) => page(c) ?? problemResponse(c, nothingHere()));
  app.onError((error, c) => problemOfError(error, c, surroundings));
  return app;
}

/** The router gives what stands around every path twice for the path that is written `/*`. */
function onceARequest(middleware: MiddlewareHandler<ApiEnv>): MiddlewareHandler<ApiEnv> {
  const seen = new WeakSet<object>();
  return async (c, next) => {
    if (seen.has(c)) return next();
    seen.add(c);
    return middleware(c, next);
  };
}

/** What happened, what was decided, and what comes of it month by month. */
function recordRoutes(app: ApiApp, surroundings: Surroundings): void {
  caseRoutes(app, surroundings);
  recentCaseRoutes(app, surroundings);
  importRoutes(app, surroundings);
  decisionRoutes(app, surroundings);
  comparatorRoutes(app, surroundings);
  appealRoutes(app, surroundings);
  payrollRoutes(app, surroundings);
  exportRoutes(app, surroundings);
  assetRoutes(app);
}

/** What shows that all of it is as it was, and what is shown or taken of who people are. */
function proofRoutes(app: ApiApp, surroundings: Surroundings): void {
  evidenceRoutes(app, surroundings);
  const { wakeWorkers = jobRunner(() => surroundings.service(), IN_THIS_THREAD).wake } = surroundings;
  replayRoutes(app, surroundings, wakeWorkers);
  simulationRoutes(app, surroundings, wakeWorkers);
  checkRoutes(app, surroundings, wakeWorkers);
  fairnessRoutes(app, surroundings, wakeWorkers);
  erasureRoutes(app, surroundings);
}

/** Who people are, what they and other systems may do, and who did what. */
function peopleRoutes(app: ApiApp, surroundings: Surroundings): void {
  const limits = signInLimits();
  const ask = libraryAsker(surroundings, limits);
  sessionRoutes(app, surroundings, ask);
  secondFactorRoutes(app, surroundings, ask);
  identityProviderRoutes(app, surroundings, ask);
  welcomeRoutes(app, surroundings, limits);
  userRoutes(app, surroundings);
  keyRoutes(app, surroundings);
  settingsRoutes(app, surroundings);
  auditRoutes(app, surroundings);
}

function problemOfError(error: Error, c: ApiContext, { log }: Surroundings): Response {
  if (error instanceof Refused) return problemResponse(c, error);
  const requestId = c.get("requestId");
  if (error instanceof StoreUnavailable) {
    log.error({ requestId, trouble: error.trouble, fault: faultOf(error) }, "the store is unavailable");
    const problem = { code: "store-unavailable", message: error.text, help: TRY_AGAIN } as const;
    return problemResponse(c, refused(problem, { "Retry-After": RETRY_AFTER_SECONDS }));
  }
  log.error({ requestId, fault: faultOf(error) }, "a request failed");
  return problemResponse(c, refused({ code: "internal-error", message: OUR_FAULT, help: TELL_US }));
}

const RETRY_AFTER_SECONDS = "5";
const TRY_AGAIN = {
  en: "nothing was kept; send the request again in a few seconds",
  zh: "未保存任何内容，请于数秒后重试",
};

const OUR_FAULT = {
  en: "the request could not be answered because of an error in the service; nothing was decided",
  zh: "服务内部出错，未能处理该请求，也未作出任何决定",
};
const TELL_US = { en: "tell us the id in `instance`", zh: "请将`instance`中的编号告知我们" };
