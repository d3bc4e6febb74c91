/// <reference lib="webworker" />
import type { JsonObject } from "../../../document/pointer.ts";
import { type TableAnalysis, analysisOf } from "./fixes-of.ts";

/** What the worker is asked, and what it answers under the same number. */
export type AnalysisQuestion = {
  readonly number: number;
  /** As text: what a query gave is watched by whoever shows it, and cannot be sent as it is. */
  readonly document: string;
  readonly table: string;
};
export type AnalysisAnswer = { readonly number: number; readonly analysis: TableAnalysis | undefined };

// Beside the window, so that a large table never holds up whoever types into it.
addEventListener("message", ({ data }: MessageEvent<AnalysisQuestion>) => {
  const document = JSON.parse(data.document) as JsonObject;
  const answer: AnalysisAnswer = { number: data.number, analysis: analysisOf(document, data.table) };
  postMessage(answer);
});
