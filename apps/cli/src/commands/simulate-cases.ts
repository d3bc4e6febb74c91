import { canonicalJson } from "@evenhand/domain";
import {
  type ChangeView,
  changesTable,
  problemDocument,
  rulebookOfStore,
  simulateAtOnce,
} from "@evenhand/service";
import { writeCsv } from "@evenhand/sheets";
import type { ScopeAsked } from "../builder.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { withStoreToRead } from "../store-to-read.ts";
import type { Surroundings } from "../surroundings.ts";
import { problemText } from "../text/problem-text.ts";
import { progressTo } from "../text/progress.ts";
import { SIMULATION_SAYS } from "../text/simulation-texts.ts";

export type SimulateCommand = {
  readonly policy: string;
  readonly candidate: { readonly version: number } | { readonly draft: string };
  readonly baseline?: number;
  readonly from?: string;
  readonly to?: string;
  readonly scope: readonly ScopeAsked[];
  readonly group?: readonly string[];
  readonly json: boolean;
  readonly csv: boolean;
  readonly database?: string;
};

/** Says in a sentence what changes, or gives the result whole, or the cases that change as a table. */
export async function simulateCases(
  { policy, candidate, baseline, from, to, scope, group, json, csv, database }: SimulateCommand,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { language, now, out, err } = surroundings;
  const body = {
    policy,
    candidate,
    ...(baseline === undefined ? {} : { baseline }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { until: to }),
    scope,
    groups: group ?? [],
  };
  return withStoreToRead(surroundings, database, async (store) => {
    const simulated = await simulateAtOnce({ store, rulebook: rulebookOfStore(store), now }, body);
    if ("refusal" in simulated) {
      err(problemText(problemDocument(simulated.refusal.problems, { language })));
      return EXIT.invalid;
    }
    const changes: ChangeView[] = [];
    const progress = progressTo(surroundings, SIMULATION_SAYS.progress[language]);
    for await (const step of simulated.steps) {
      if (csv && step.change) changes.push(step.change);
      progress(step);
    }
    const kept = simulated.kept();
    const { headline, limits, counts, currency, groups } = kept.simulation;
    const told = `${[headline, ...limits].map((text) => text[language]).join("\n")}\n`;
    if (csv)
      await out(
        new TextDecoder().decode(writeCsv(changesTable(changes, { language, currency, groups }), language)),
      );
    else await out(json ? `${canonicalJson(kept)}\n` : told);
    if (csv) err(told);
    return counts.changed > 0 ? EXIT.differs : EXIT.decided;
  });
}
