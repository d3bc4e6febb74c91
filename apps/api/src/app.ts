import { OpenAPIHono } from "@hono/zod-openapi";
import { describeHeaders } from "./http/described-headers.ts";
import type { ApiApp, ApiEnv, Surroundings } from "./http/env.ts";
import { everyRequest } from "./http/every-request.ts";
import { faultOf } from "./http/fault.ts";
import { refuseOtherMethods } from "./http/methods.ts";
import { Refused, problemResponse, refused } from "./http/problem.ts";
import { docsRoutes } from "./routes/docs.ts";
import { evaluateRoutes } from "./routes/evaluate.ts";
import { healthRoutes } from "./routes/health.ts";
import { openApiRoutes } from "./routes/openapi.ts";
import { policyRoutes } from "./routes/policies.ts";
import { problemRoutes } from "./routes/problems.ts";
import { readingRoutes } from "./routes/reading.ts";
import { requirementRoutes } from "./routes/requirements.ts";
import { schemaRoutes } from "./routes/schemas.ts";
import { versionRoutes } from "./routes/versions.ts";

/** The whole service over HTTP, given everything it needs from outside. */
export function createApp(surroundings: Surroundings): ApiApp {
  const app = new OpenAPIHono<ApiEnv>();
  app.use(everyRequest(surroundings));
  describeHeaders(app);
  evaluateRoutes(app, surroundings);
  policyRoutes(app, surroundings);
  versionRoutes(app, surroundings);
  requirementRoutes(app, surroundings);
  readingRoutes(app, surroundings);
  schemaRoutes(app);
  problemRoutes(app);
  openApiRoutes(app, surroundings);
  docsRoutes(app);
  healthRoutes(app, surroundings);
  refuseOtherMethods(app);
  app.notFound((c) =>
    problemResponse(
      c,
      refused({ code: "not-found", message: { en: "nothing is here", zh: "此处没有内容" } }),
    ),
  );
  app.onError((error, c) => {
    if (error instanceof Refused) return problemResponse(c, error);
    surroundings.log.error({ requestId: c.get("requestId"), fault: faultOf(error) }, "a request failed");
    return problemResponse(c, refused({ code: "internal-error", message: OUR_FAULT, help: TELL_US }));
  });
  return app;
}

const OUR_FAULT = {
  en: "the request could not be answered because of an error in the service; nothing was decided",
  zh: "服务内部出错，未能处理该请求，也未作出任何决定",
};
const TELL_US = { en: "tell us the id in `instance`", zh: "请将`instance`中的编号告知我们" };
