import { type Language, type Verdict, quote } from "@evenhand/domain";
import { type ReplayAsked, type ReplayedDecision, replay } from "@evenhand/service";
import { type Store, decisionsById } from "@evenhand/store";
import { CannotGoOn } from "../cannot-go-on.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { withStoreToRead } from "../store-to-read.ts";
import type { Surroundings } from "../surroundings.ts";
import { EVIDENCE_SAYS, VERDICT_WORDS } from "../text/evidence-texts.ts";

export type ReplayCommand = {
  readonly decisions: readonly string[];
  readonly all: boolean;
  /** Moments of recording, epoch milliseconds: from, included, until, not. */
  readonly from?: number;
  readonly until?: number;
  readonly policy?: string;
  readonly evaluator: "both" | "compiled";
  readonly json: boolean;
  readonly database?: string;
};

/**
 * Decides recorded decisions again. Each that is not identical is printed as it is found, a summary at the end; how far
 * it is goes to the error stream.
 */
export async function replayDecisions(command: ReplayCommand, surroundings: Surroundings): Promise<ExitCode> {
  const asked = askedBy(command);
  return withStoreToRead(surroundings, command.database, async (store) => {
    await refuseUnknown(store, command.decisions);
    const counts: Record<Verdict, number> = { identical: 0, different: 0, cannot: 0 };
    const progress = progressTo(surroundings);
    for await (const { done, total, replayed } of replay({ store }, asked)) {
      counts[replayed.verdict] += 1;
      const text = command.json ? `${JSON.stringify(replayed)}\n` : textOf(replayed, surroundings.language);
      if (text !== "") await surroundings.out(text);
      progress(done, total);
    }
    const total = counts.identical + counts.different + counts.cannot;
    const summary = `${EVIDENCE_SAYS.summary[surroundings.language](counts, total)}\n`;
    if (command.json) surroundings.err(summary);
    else await surroundings.out(summary);
    return codeOf(counts);
  });
}

function codeOf({ different, cannot }: Readonly<Record<Verdict, number>>): ExitCode {
  if (different > 0) return EXIT.differs;
  return cannot > 0 ? EXIT.cannot : EXIT.decided;
}

function askedBy({ decisions, all, from, until, policy, evaluator }: ReplayCommand): ReplayAsked {
  const isRange = from !== undefined || until !== undefined || policy !== undefined;
  if (decisions.length > 0 && (isRange || all)) throw new CannotGoOn(EXIT.invalid, BOTH);
  if (decisions.length === 0 && !isRange && !all) throw new CannotGoOn(EXIT.invalid, NONE, { help: SAY_IT });
  return {
    evaluators: evaluator,
    ...(decisions.length > 0 ? { ids: [...new Set(decisions)] } : {}),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
    ...(policy === undefined ? {} : { policyId: policy }),
  };
}

async function refuseUnknown(store: Store, ids: readonly string[]): Promise<void> {
  const known = new Set((await store.read((db) => decisionsById(db, ids))).map(({ id }) => id));
  const unknown = ids.find((id) => !known.has(id));
  if (unknown !== undefined)
    throw new CannotGoOn(EXIT.invalid, {
      en: `there is no decision ${quote(unknown)}`,
      zh: `没有编号为${quote(unknown)}的决定`,
    });
}

const NONE = { en: "nothing says which decisions", zh: "未指定决定" };
const SAY_IT = {
  en: "name decisions, give `--from`, `--until` or `--policy`, or `--all`",
  zh: "请给出决定编号，或使用`--from`、`--until`、`--policy`，或使用`--all`",
};
const BOTH = {
  en: "single decisions are named or filtered, not both",
  zh: "不能既列出决定编号又设定范围",
};

/** Only those that are not identical are told. */
function textOf(
  { verdict, decision, reference, causes, missing }: ReplayedDecision,
  language: Language,
): string {
  if (verdict === "identical") return "";
  const details = [
    ...causes.map(
      ({ cause, at = "", recorded, now }) => `${cause}  ${at}  ${shown(recorded)} → ${shown(now)}`,
    ),
    ...missing.map((one) => `${one.kind}  ${one.id}  ${"hash" in one ? one.hash : ""}`.trimEnd()),
  ];
  const head = `${VERDICT_WORDS[verdict][language]}  ${decision}  ${quote(reference)}`;
  return `${[head, ...details.map((line) => `    ${line}`)].join("\n")}\n`;
}

function shown(value: unknown): string {
  return quote(typeof value === "string" ? value : JSON.stringify(value ?? null));
}

const BETWEEN_MS = 1_000;

/** A line each second, and one at the end of many. */
function progressTo({ err, now, language }: Surroundings): (done: number, total: number) => void {
  let last = now();
  return (done, total) => {
    const isEnd = done === total && total > 1;
    if (!isEnd && now() - last < BETWEEN_MS) return;
    last = now();
    err(`${EVIDENCE_SAYS.progress[language](done, total)}\n`);
  };
}
