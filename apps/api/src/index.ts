export { createApp } from "./app.ts";
export type { ProviderConfig } from "./auth/library-options.ts";
export { readConfig } from "./config.ts";
export type { ApiApp, RulesState, Surroundings } from "./http/env.ts";
export { declaredRoutes } from "./http/route.ts";
export { type Metrics, createMetrics } from "./metrics/metrics.ts";
export { type Background, type BackgroundTask, startBackground } from "./start/background.ts";
export { surroundingsOver } from "./start/surroundings-over.ts";
export { PATIENCE, type ListeningServer, type Patience, listen } from "./server/listen.ts";
