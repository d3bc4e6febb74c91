import { alternatives } from "@evenhand/domain";
import type { ApiApp, ApiContext } from "./env.ts";
import { problemResponse, refused } from "./problem.ts";

/**
 * Answers, on every path that some route has, the methods that no route of it takes: `OPTIONS` with what it takes, all
 * others with a problem. To be called once, when all routes are there.
 */
export function refuseOtherMethods(app: ApiApp): void {
  const taken = Map.groupBy(
    app.routes.filter(({ method }) => method !== "ALL"),
    ({ path }) => path,
  );
  for (const [path, routes] of taken) {
    const methods = new Set(routes.map(({ method }) => method));
    if (methods.has("GET")) methods.add("HEAD");
    const all = [...methods, "OPTIONS"];
    const allow = all.join(", ");
    app.all(path, (c: ApiContext) => {
      if (c.req.method === "OPTIONS") return c.body(null, 204, { Allow: allow });
      return problemResponse(
        c,
        refused(
          {
            code: "method-not-allowed",
            message: { en: `this address takes ${allow} only`, zh: `此地址只接受${alternatives(all).zh}` },
          },
          { Allow: allow },
        ),
      );
    });
  }
}
