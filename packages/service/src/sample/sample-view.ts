import { type AuditEventRow, type Db, importOfFile, standingSample } from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { giveUpLostImports } from "../imports/read-imports.ts";
import type { CaseCounts, ImportReport } from "../imports/import-report.ts";

/**
 * How the sample company stands: not there, its cases on their way, all there, or there with some of its cases missing
 * because taking them in ended too early.
 */
export type SampleView = {
  readonly state: "none" | "loading" | "loaded" | "incomplete";
  /** The sample policy and the draft that was left open of it; null where there is none. */
  readonly policy: string | null;
  readonly draft: string | null;
  /** RFC 3339, UTC. */
  readonly loadedAt: string | null;
  /** Rows of cases, one for each party. */
  readonly rows: { readonly done: number; readonly total: number };
  readonly cases: number;
};

/** What the event of loading tells. */
export type SampleTold = {
  readonly draft: string;
  /** The day of loading in days since 1970-01-01, from which everything else is counted. */
  readonly day: number;
  /** SHA-256 of the table of its cases. */
  readonly fileHash: string;
  readonly rows: number;
};

const NONE: SampleView = {
  state: "none",
  policy: null,
  draft: null,
  loadedAt: null,
  rows: { done: 0, total: 0 },
  cases: 0,
};

/** How the sample company stands. */
export async function readSample(context: Pick<ServiceContext, "store" | "now">): Promise<SampleView> {
  await giveUpLostImports(context);
  return context.store.read(async (db) => {
    const loaded = await standingSample(db);
    return loaded ? viewOf(db, loaded) : NONE;
  });
}

async function viewOf(db: Db, loaded: AuditEventRow): Promise<SampleView> {
  const { draft, fileHash, rows } = sampleTold(loaded);
  const taken = await importOfFile(db, { policyId: loaded.object_id, fileHash });
  return {
    state: taken ? STATES[taken.state] : "incomplete",
    policy: loaded.object_id,
    draft,
    loadedAt: new Date(loaded.at).toISOString(),
    rows: { done: taken?.rows_done ?? 0, total: taken?.rows_total ?? rows },
    cases: taken ? countOf((JSON.parse(taken.report) as ImportReport).cases) : 0,
  };
}

const STATES = { running: "loading", done: "loaded", failed: "incomplete" } as const;

function countOf({ added, revised, known }: CaseCounts): number {
  return added + revised + known;
}

/** What an event that loaded a sample company tells of it. INVARIANT: only `loadSample` writes such events. */
export function sampleTold({ body }: AuditEventRow): SampleTold {
  return (JSON.parse(body) as { readonly after: SampleTold }).after;
}
