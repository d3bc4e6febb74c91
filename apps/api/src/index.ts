export { createApp } from "./app.ts";
export type { RulesState, Surroundings } from "./http/env.ts";
export { PATIENCE, type ListeningServer, type Patience, listen } from "./server/listen.ts";
