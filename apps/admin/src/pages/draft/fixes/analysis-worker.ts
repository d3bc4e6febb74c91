/// <reference lib="webworker" />
import type { JsonObject } from "../../../document/pointer.ts";
import { type TableAnalysis, analysisOf } from "./fixes-of.ts";

/** What the worker is asked, and what it answers under the same number. */
export type AnalysisQuestion = {
  readonly number: number;
  readonly document: JsonObject;
  readonly table: string;
};
export type AnalysisAnswer = { readonly number: number; readonly analysis: TableAnalysis | undefined };

// Beside the window, so that a large table never holds up whoever types into it.
addEventListener("message", ({ data }: MessageEvent<AnalysisQuestion>) => {
  const answer: AnalysisAnswer = { number: data.number, analysis: analysisOf(data.document, data.table) };
  postMessage(answer);
});
