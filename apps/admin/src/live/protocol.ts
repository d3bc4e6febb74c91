import type { CalendarDocument, Diagnostic, Guard, Language } from "@evenhand/domain";
import type { PolicyReading } from "@evenhand/policy";
import type { Effect, Past } from "./effect/effect.ts";
import type { ExampleRun } from "./run-example.ts";

/** What policies stand on, as it is in use. */
export type LiveGround = {
  readonly guards: readonly Guard[];
  readonly calendars: readonly CalendarDocument[];
};

/**
 * What the worker is told. `edit` counts up, and every report names the one that it is about. Documents go as JSON text,
 * which is what they are looked over as.
 */
export type LiveOrder =
  | { readonly kind: "ground"; readonly policy: string; readonly ground: LiveGround }
  | { readonly kind: "past"; readonly past: Past }
  | { readonly kind: "document"; readonly edit: number; readonly text: string };

/** What the worker found out about one edit. Of documents with errors only that is told, and where. */
export type LiveReport = { readonly edit: number } & (
  | ({ readonly kind: "looked-over" } & LookedOver)
  | { readonly kind: "examples"; readonly results: readonly ExampleRun[] }
  /** So many cases of the sample were decided under both; told now and then. */
  | { readonly kind: "progress"; readonly done: number; readonly total: number }
  | { readonly kind: "effect"; readonly effect: Effect }
  /** Something of ours broke; nothing more is said about this edit. */
  | { readonly kind: "failed"; readonly reason: string }
);

/** What is wrong with a document, and how it reads where nothing of that is an error. */
export type LookedOver = {
  readonly diagnostics: readonly Diagnostic[];
  readonly readings?: Readonly<Record<Language, PolicyReading>>;
};
