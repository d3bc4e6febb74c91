import type { ServiceContext } from "@evenhand/service";
import { type StoreFigures, storeFigures } from "@evenhand/store";
import { Gauge, Registry } from "prom-client";
import type { Metrics } from "./metrics.ts";

/**
 * What waits in the database just now. Where that cannot be read, only that it cannot: a figure from before would look
 * like one of now.
 */
export async function storeMetrics(
  { store, now }: ServiceContext,
  { storeFailed }: Pick<Metrics, "storeFailed">,
): Promise<Registry> {
  const registry = new Registry();
  try {
    const figures = await store.read(storeFigures);
    gauge(registry, "evenhand_store_up", "Whether the database can be read").set(1);
    setFigures(registry, figures, now());
  } catch (error) {
    storeFailed(error);
    gauge(registry, "evenhand_store_up", "Whether the database can be read").set(0);
  }
  return registry;
}

function setFigures(registry: Registry, figures: StoreFigures, now: number): void {
  const { pendingSince } = figures;
  const waitingMs = pendingSince === null ? 0 : Math.max(0, now - pendingSince);
  gauge(registry, "evenhand_log_leaves", "Events that have a place in the log").set(figures.logSize);
  gauge(registry, "evenhand_pending_leaves", "Events without a place in the log").set(figures.pendingLeaves);
  gauge(registry, "evenhand_pending_leaf_age_seconds", "How long the first of them has waited").set(
    waitingMs / 1000,
  );
  gauge(registry, "evenhand_running_imports", "Imports that have not ended").set(figures.runningImports);
  const jobs = gauge(registry, "evenhand_open_jobs", "Jobs that have not ended", "kind", "state");
  for (const { kind, state, count } of figures.openJobs) jobs.set({ kind, state }, count);
}

function gauge<Label extends string = never>(
  registry: Registry,
  name: string,
  help: string,
  ...labelNames: readonly Label[]
): Gauge<Label> {
  return new Gauge({ name, help, labelNames: [...labelNames], registers: [registry] });
}
