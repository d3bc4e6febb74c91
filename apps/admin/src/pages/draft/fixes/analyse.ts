import type { JsonObject } from "../../../document/pointer.ts";
import type { AnalysisAnswer, AnalysisQuestion } from "./analysis-worker.ts";
import type { TableAnalysis } from "./fixes-of.ts";

type Answer = TableAnalysis | undefined;
type Question = {
  readonly document: JsonObject;
  readonly table: string;
  readonly answer: (given: Answer) => void;
};

/** How long nothing is edited before a table is worth being looked at as a whole. */
export const ANALYSIS_PAUSE_MS = 250;

/** What was asked already, so that everything on the screen that asks the same shares one answer. */
const asked = new WeakMap<JsonObject, Map<string, Promise<Answer>>>();
/** By table: a newer question takes the place of one that has not begun. */
const waiting = new Map<string, Question>();
let atWork: Question | undefined;
let worker: Worker | undefined;

/**
 * Looks at a table of a document as a whole, beside the window. Nothing comes of it for a table that is not well formed,
 * and none where a newer document is asked about before this one's turn.
 */
export function analyse(document: JsonObject, table: string): Promise<Answer> {
  const known = asked.get(document) ?? new Map<string, Promise<Answer>>();
  asked.set(document, known);
  const answered =
    known.get(table) ??
    new Promise<Answer>((answer) => {
      const overtaken = waiting.get(table);
      if (overtaken) giveUp(overtaken);
      waiting.set(table, { document, table, answer });
      askNext();
    });
  known.set(table, answered);
  return answered;
}

function askNext(): void {
  const [next] = waiting.values();
  if (atWork || !next) return;
  waiting.delete(next.table);
  atWork = next;
  worker ??= started();
  const question: AnalysisQuestion = { document: JSON.stringify(next.document), table: next.table };
  worker.postMessage(question);
}

function started(): Worker {
  const fresh = new Worker(new URL("./analysis-worker.ts", import.meta.url), { type: "module" });
  const done = (given: Answer): void => {
    const { answer } = atWork ?? {};
    atWork = undefined;
    answer?.(given);
    askNext();
  };
  // What cannot be analysed is told by the validator; the next question begins with a worker of its own.
  const failed = (): void => {
    fresh.terminate();
    worker = undefined;
    if (atWork) giveUp(atWork);
    done(undefined);
  };
  fresh.addEventListener("message", ({ data }: MessageEvent<AnalysisAnswer>) => done(data.analysis));
  fresh.addEventListener("error", failed);
  fresh.addEventListener("messageerror", failed);
  return fresh;
}

/** Nothing comes of a question, though something may when it is asked again. */
function giveUp({ document, table, answer }: Question): void {
  asked.get(document)?.delete(table);
  answer(undefined);
}
