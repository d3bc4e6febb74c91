import { PROBLEM_CODES, type ProblemCode } from "@evenhand/service";
import { type StoreTrouble, StoreUnavailable } from "@evenhand/store";
import type { MiddlewareHandler } from "hono";
import { Counter, Registry } from "prom-client";
import type { ApiEnv } from "../http/env.ts";
import { requestCounter } from "./count-requests.ts";
import { processRegistry } from "./process-metrics.ts";

/**
 * What one service counts of what it does, since it began.
 *
 * INVARIANT: a label is a pattern, a code, a kind or a name of ours, never anything that was sent or that names somebody.
 */
export type Metrics = {
  /** Stands around every request, before everything else. */
  readonly countRequests: MiddlewareHandler<ApiEnv>;
  readonly problemSent: (code: ProblemCode) => void;
  /** Something is wrong that an operator must look at, such as evaluators that disagree. */
  readonly alarmRaised: () => void;
  /** These actions got their places in the log. */
  readonly eventsPlaced: (actions: readonly string[]) => void;
  /** What runs by itself failed. */
  readonly backgroundFailed: (task: string) => void;
  /** The store could not be used, whoever wanted to. */
  readonly storeFailed: (error: unknown) => void;
  /** Everything in the text format of Prometheus, with what else is known just now. */
  readonly text: (more: readonly Registry[]) => Promise<string>;
};

/** The media type of `text`. */
export const METRICS_MEDIA_TYPE = new Registry().contentType;

/** Counters of one service, all at zero. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const problems = problemCounter(registry);
  const failures = storeFailureCounter(registry);
  const alarms = counter(
    registry,
    "evenhand_alarms_total",
    "Alarms raised, evaluators that disagree among them",
  );
  const events = counter(
    registry,
    "evenhand_events_total",
    "Events given a place in the log, by action",
    "action",
  );
  const background = counter(
    registry,
    "evenhand_background_failures_total",
    "Background tasks that failed",
    "task",
  );
  // A series that begins with its first event shows no increase there, so the one that everybody watches begins at zero.
  events.inc({ action: "decision.recorded" }, 0);
  const metrics: Omit<Metrics, "countRequests"> = {
    problemSent: (code) => problems.inc({ code }),
    alarmRaised: () => alarms.inc(),
    eventsPlaced: (actions) => actions.forEach((action) => events.inc({ action })),
    backgroundFailed: (task) => background.inc({ task }),
    storeFailed: (error) => {
      if (error instanceof StoreUnavailable) failures.inc({ trouble: error.trouble });
    },
    text: (more) => Registry.merge([registry, processRegistry(), ...more]).metrics(),
  };
  return { ...metrics, countRequests: requestCounter(registry, metrics) };
}

function counter<Label extends string = never>(
  registry: Registry,
  name: string,
  help: string,
  ...labelNames: readonly Label[]
): Counter<Label> {
  return new Counter({ name, help, labelNames: [...labelNames], registers: [registry] });
}

function problemCounter(registry: Registry): Counter<"code"> {
  const problems = counter(
    registry,
    "evenhand_problems_total",
    "Problem documents answered, by code",
    "code",
  );
  for (const code of Object.keys(PROBLEM_CODES)) problems.inc({ code }, 0);
  return problems;
}

const TROUBLES: Readonly<Record<StoreTrouble, true>> = {
  full: true,
  unreachable: true,
  busy: true,
  failing: true,
  "read-only": true,
  damaged: true,
  closed: true,
};

function storeFailureCounter(registry: Registry): Counter<"trouble"> {
  const name = "evenhand_store_failures_total";
  const failures = counter(
    registry,
    name,
    "Times that the database could not be used, by trouble",
    "trouble",
  );
  for (const trouble of Object.keys(TROUBLES)) failures.inc({ trouble }, 0);
  return failures;
}
