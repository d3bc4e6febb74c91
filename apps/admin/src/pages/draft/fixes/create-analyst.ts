import { onCleanup } from "solid-js";
import type { JsonObject } from "../../../document/pointer.ts";
import type { AnalysisAnswer, AnalysisQuestion } from "./analysis-worker.ts";
import type { TableAnalysis } from "./fixes-of.ts";

/** Looks at a table of a document as a whole; nothing comes of it for one that is not well formed. */
export type Analyst = (document: JsonObject, table: string) => Promise<TableAnalysis | undefined>;

/** An analyst in a worker of its own, for as long as what asks it is shown. */
export function createAnalyst(): Analyst {
  const waiting = new Map<number, (analysis: TableAnalysis | undefined) => void>();
  let worker: Worker | undefined;
  let asked = 0;
  const answered = (number: number, analysis: TableAnalysis | undefined): void => {
    waiting.get(number)?.(analysis);
    waiting.delete(number);
  };
  const start = (): Worker => {
    const started = new Worker(new URL("./analysis-worker.ts", import.meta.url), { type: "module" });
    started.addEventListener("message", ({ data }: MessageEvent<AnalysisAnswer>) =>
      answered(data.number, data.analysis),
    );
    // What cannot be analysed is told by the validator; the worker goes on with the next question.
    started.addEventListener("error", () => {
      for (const number of waiting.keys()) answered(number, undefined);
    });
    return started;
  };
  onCleanup(() => worker?.terminate());
  return (document, table) => {
    worker ??= start();
    asked += 1;
    const question: AnalysisQuestion = { number: asked, document: JSON.stringify(document), table };
    const answer = new Promise<TableAnalysis | undefined>((resolve) => waiting.set(question.number, resolve));
    worker.postMessage(question);
    return answer;
  };
}
