import { Registry, collectDefaultMetrics } from "prom-client";

let registry: Registry | undefined;

/**
 * Memory, processor, garbage collection and lag of the event loop. They are of the process, whatever services run in it,
 * and are watched from the first time that somebody asks.
 */
export function processRegistry(): Registry {
  if (registry === undefined) {
    registry = new Registry();
    collectDefaultMetrics({ register: registry });
  }
  return registry;
}
