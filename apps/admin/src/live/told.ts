import type { Diagnostic, Language } from "@evenhand/domain";
import type { PolicyReading } from "@evenhand/policy";
import { type Accessor, batch, createSignal } from "solid-js";
import { createStore, reconcile } from "solid-js/store";
import type { Effect } from "./effect/effect.ts";
import type { LiveReport } from "./protocol.ts";
import type { ExampleRun } from "./run-example.ts";

/** How far the sample was gone through for the newest edit. */
export type Progress = { readonly done: number; readonly total: number };

/** What the worker told last, and about which edit. */
export type Told = {
  readonly trouble: Accessor<unknown>;
  readonly broke: (error: unknown) => void;
  readonly diagnostics: Accessor<readonly Diagnostic[] | undefined>;
  readonly reading: (language: Language) => PolicyReading | undefined;
  readonly examples: Accessor<readonly ExampleRun[] | undefined>;
  readonly effect: Accessor<Effect | undefined>;
  readonly progress: Accessor<Progress | undefined>;
  readonly isCurrent: Accessor<boolean>;
  readonly areExamplesCurrent: Accessor<boolean>;
  readonly isEffectCurrent: Accessor<boolean>;
  /** The number of an edit about which something will be told. */
  readonly expect: () => number;
  /** Takes what is told of the newest edit; of any other one it is left aside. */
  readonly take: (report: LiveReport) => void;
};

export function createTold(): Told {
  const [expected, setExpected] = createSignal(0);
  const [known, setKnown] = createSignal(0);
  const [diagnostics, setDiagnostics] = createSignal<readonly Diagnostic[]>();
  const [readings, setReadings] = createStore<Partial<Record<Language, PolicyReading>>>({});
  const [examples, setExamples] = createSignal<{
    readonly edit: number;
    readonly results: readonly ExampleRun[];
  }>();
  const [effect, setEffect] = createSignal<{ readonly edit: number; readonly effect: Effect }>();
  const [progress, setProgress] = createSignal<Progress>();
  const [trouble, setTrouble] = createSignal<unknown>();
  const take = (report: LiveReport): void => {
    switch (report.kind) {
      case "looked-over":
        setTrouble(undefined);
        setKnown(report.edit);
        setDiagnostics(report.diagnostics);
        setProgress(undefined);
        if (report.readings) setReadings(reconcile({ ...report.readings }, { key: "id", merge: true }));
        else setExamples(undefined);
        break;
      case "examples":
        setExamples({ edit: report.edit, results: report.results });
        break;
      case "progress":
        setProgress({ done: report.done, total: report.total });
        break;
      case "effect":
        setProgress(undefined);
        setEffect({ edit: report.edit, effect: report.effect });
        break;
      case "failed":
        setTrouble(new Error(report.reason));
    }
  };
  return {
    trouble,
    broke: (error) => void setTrouble(() => error),
    diagnostics,
    reading: (language) => readings[language],
    examples: () => examples()?.results,
    effect: () => effect()?.effect,
    progress,
    isCurrent: () => known() === expected(),
    areExamplesCurrent: () => examples()?.edit === expected(),
    isEffectCurrent: () => effect()?.edit === expected(),
    expect: () => setExpected((before) => before + 1),
    take: (report) => {
      if (report.edit === expected()) batch(() => take(report));
    },
  };
}
