/// <reference lib="webworker" />
import type { JsonObject } from "../../../document/pointer.ts";
import { type TableAnalysis, analysisOf } from "./fixes-of.ts";

/** What the worker is asked; it is asked one thing at a time. */
export type AnalysisQuestion = {
  /** As text: what a query gave is watched by whoever shows it, and cannot be sent as it is. */
  readonly document: string;
  readonly table: string;
};
export type AnalysisAnswer = { readonly analysis: TableAnalysis | undefined };

// Beside the window, so that a large table never holds up whoever types into it.
addEventListener("message", ({ data }: MessageEvent<AnalysisQuestion>) => {
  const document = JSON.parse(data.document) as JsonObject;
  const answer: AnalysisAnswer = { analysis: analysisOf(document, data.table) };
  postMessage(answer);
});
