import { type ApiApp, createApp } from "@evenhand/api";
import { somebody } from "../../policies/scene.ts";
import { type KeptService, knowing } from "../kept-service.ts";
import { type ProblemExample, done, kept } from "./example.ts";
import { soundDecision } from "./sound.ts";

const HANDLER = somebody("E3001", ["handler"]);

async function record(app: ApiApp, reference: string, person: string): Promise<string> {
  return String((await done(app, { path: "/v1/decisions", body: soundDecision(reference, [person]) }))["id"]);
}

function close(month: string) {
  return { path: `/v1/payroll/${month}/close`, body: { bonuses: [] } };
}

/** The app in August, for a handler. */
function inAugust({ surroundings }: KeptService): ApiApp {
  const now = (): number => Date.UTC(2026, 7, 10, 1);
  const service: typeof surroundings.service = () => ({ ...surroundings.service(), now });
  return createApp(knowing({ ...surroundings, service }, HANDLER));
}

/** Payroll months, and what somebody owes. */
export const OF_PAYROLL = {
  "person-left": kept(async ({ as }) => {
    const app = as(HANDLER);
    await record(app, "C-31", "P31");
    await done(app, { path: "/v1/people/P31/leave", body: { lastMonth: "2026-07", bonusMinor: 150_000 } });
    return { app, path: "/v1/decisions", body: soundDecision("C-32", ["P31"]) };
  }),
  "month-closed": kept(async ({ as }) => {
    const app = as(HANDLER);
    await done(app, close("2026-06"));
    return { app, ...close("2026-06") };
  }),
  "month-not-begun": kept(({ as }) => ({ app: as(HANDLER), ...close("2062-07") })),
  "month-out-of-order": kept(async (service) => {
    await record(service.as(HANDLER), "C-33", "P33");
    return { app: inAugust(service), ...close("2026-08") };
  }),
  "month-open": kept(async ({ as }) => {
    const app = as(HANDLER);
    await record(app, "C-34", "P34");
    const body = { person: "P34", bonusMinor: 100_000, reason: "hours corrected" };
    return { app, path: "/v1/payroll/2026-07/restatements", body };
  }),
  "missing-bonus": kept(async ({ as }) => {
    const app = as(HANDLER);
    // Of all whose bonus is missing, the first by number is told first.
    await record(app, "C-35", "E35");
    return { app, ...close("2026-07") };
  }),
  "more-than-is-owed": kept(async ({ as }) => {
    const app = as(HANDLER);
    const id = await record(app, "C-36", "P36");
    const body = { party: "P36", amountMinor: 150_000, reason: "hardship" };
    return { app, path: `/v1/decisions/${id}/waivers`, body };
  }),
} as const satisfies Readonly<Record<string, ProblemExample>>;
