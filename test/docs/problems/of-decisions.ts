import { type ApiApp, createApp } from "@evenhand/api";
import type { ProblemDocument, Rulebook } from "@evenhand/service";
import { somebody } from "../../policies/scene.ts";
import { type KeptService, knowing } from "../kept-service.ts";
import { type ProblemExample, done, kept, keptService, refusedBy } from "./example.ts";
import { soundDecision } from "./sound.ts";

const HANDLER = somebody("E3001", ["handler"]);
const KEY = { kind: "key", id: "key-documentation", scopes: ["decide"] } as const;
const PATH = "/v1/decisions";

async function record(app: ApiApp, body: object): Promise<string> {
  return String((await done(app, { path: PATH, body }))["id"]);
}

/** Recording decisions, and what comes after them. */
export const OF_DECISIONS = {
  "missing-idempotency-key": kept(({ as }) => ({
    app: as(KEY),
    path: PATH,
    body: soundDecision("C-11", ["P11"]),
  })),
  "idempotency-key-reused": kept(async ({ as }) => {
    const [app, headers] = [as(KEY), { "Idempotency-Key": "k-1" }];
    await done(app, { path: PATH, body: soundDecision("C-12", ["P12"]), headers });
    return { app, path: PATH, body: soundDecision("C-13", ["P12"]), headers };
  }),
  "similar-id": kept(async ({ as }) => {
    const app = as(HANDLER);
    await record(app, soundDecision("C-10", ["P10"]));
    return { app, path: PATH, body: soundDecision("C-10b", ["p10"]) };
  }),
  "already-decided": kept(async ({ as }) => {
    const [app, body] = [as(HANDLER), soundDecision("C-14", ["P14"])];
    await record(app, body);
    return { app, path: PATH, body };
  }),
  "gate-missing": kept(({ as }) => ({ app: as(HANDLER), path: PATH, body: underGuard("G-1") })),
  "beyond-guards": kept(({ as }) => ({
    app: as(HANDLER),
    path: PATH,
    body: { ...underGuard("G-2"), reason: "on purpose", departures: [{ party: "P16", bonusMinor: 20_000 }] },
  })),
  "nothing-departs": kept(({ as }) => ({
    app: as(HANDLER),
    path: PATH,
    body: {
      ...soundDecision("C-17", ["P17"]),
      reason: "as proposed",
      departures: [{ party: "P17", bonusMinor: 120_000 }],
    },
  })),
  "appeal-too-late": kept(async (service) => {
    const id = await record(service.as(HANDLER), soundDecision("C-18", ["P18"]));
    const inAugust = Date.UTC(2026, 7, 1);
    const surroundings = knowing(service.surroundings, HANDLER);
    const context = { ...service.context, now: () => inAugust };
    return { app: createApp({ ...surroundings, service: () => context }), ...appeal(id, "P18") };
  }),
  "already-appealed": kept(async ({ as }) => {
    const app = as(HANDLER);
    const sent = appeal(await record(app, soundDecision("C-19", ["P19"])), "P19");
    await done(app, sent);
    return { app, ...sent };
  }),
  "evaluators-disagree": kept((service) => ({
    app: createApp({ ...knowing(service.surroundings, HANDLER), service: () => withFaultyRules(service) }),
    path: PATH,
    body: soundDecision("C-20", ["P20"]),
  })),
  "still-running": stillRunning,
} as const satisfies Readonly<Record<string, ProblemExample>>;

function appeal(decision: string, party: string) {
  return { path: `${PATH}/${decision}/appeals`, body: { party, statement: "I was not on shift" } };
}

/** A loss of 20,000 yen that `P16` bears, under a guard that leaves 5,000 of it. */
function underGuard(reference: string): object {
  return {
    policy: "under-guard",
    case: {
      reference,
      facts: { receivedOn: "2026-07-06", decidedOn: "2026-07-10", loss: 20_000 },
      parties: [
        {
          id: "P16",
          kind: "person",
          facts: { atFault: true, monthlyBonus: 50_000, monthlyWage: 300_000, averageDailyWage: 10_000 },
        },
      ],
    },
  };
}

/** No request brings this about: a fault is planted in one of the two evaluators, which lets no deduction fire. */
function withFaultyRules({ context }: KeptService): KeptService["context"] {
  const faulty = (rules: Rulebook): Rulebook => ({
    ...rules,
    select: (...asked) => {
      const found = rules.select(...asked);
      if ("refusal" in found) return found;
      const { loaded } = found.version;
      const { penalty } = loaded.stages;
      const party = { ...penalty.party, compiled: { ...penalty.party.compiled, fire: () => [] } };
      const stages = { ...loaded.stages, penalty: { ...penalty, party } };
      return { ...found, version: { ...found.version, loaded: { ...loaded, stages } } };
    },
  });
  return { ...context, rulebook: async () => faulty(await context.rulebook()) };
}

/** The first request is kept waiting for the database, which somebody else is writing to. */
async function stillRunning(language: "en" | "zh"): Promise<ProblemDocument> {
  const { as, context } = await keptService();
  const app = as(KEY);
  const reference = `C-21-${language}`;
  const body = soundDecision(reference, ["P21"]);
  const sent = { path: PATH, body, headers: { "Idempotency-Key": reference } };
  const { promise: untilThen, resolve: letGo } = Promise.withResolvers<void>();
  const writing = context.store.write(() => untilThen);
  const first = done(app, sent);
  const refused = await refusedBy(app, sent, language);
  letGo();
  await Promise.all([writing, first]);
  return refused;
}
