import type { Diagnostic, Language } from "@evenhand/domain";
import type { PolicyReading } from "@evenhand/policy";
import {
  type Accessor,
  type JSX,
  createContext,
  createEffect,
  createMemo,
  on,
  onCleanup,
  useContext,
} from "solid-js";
import type { Draft } from "../api/answers.ts";
import type { JsonObject } from "../document/pointer.ts";
import { createWorker } from "./create-worker.ts";
import type { Effect } from "./effect/effect.ts";
import { useGround, usePast } from "./given.ts";
import type { ExampleRun } from "./run-example.ts";
import { type Progress, createTold } from "./told.ts";

/** How what the draft does to past cases stands. */
export type EffectStanding =
  /** The draft began from no version, so that there is nothing to hold it against. */
  | { readonly kind: "no-base" }
  | { readonly kind: "loading" }
  | { readonly kind: "not-loaded"; readonly error: unknown }
  | { readonly kind: "no-cases" }
  /** The draft has errors, so that no case can be decided under it. */
  | { readonly kind: "errors" }
  /** `effect` is of an edit before, where there is one. */
  | { readonly kind: "computing"; readonly progress: Progress | undefined }
  | { readonly kind: "known" };

/** What is known of a draft as it stands on the screen, saved or not. */
export type Live = {
  /** Everything found in it. Until the first answer, what the service found when it was last saved. */
  readonly diagnostics: Accessor<readonly Diagnostic[]>;
  readonly hasErrors: Accessor<boolean>;
  /** How it reads; while it has errors, how it read before them. Nothing before the first answer. */
  readonly reading: (language: Language) => PolicyReading | undefined;
  /** How its examples come out; nothing while it has errors, and before they were first run. */
  readonly examples: Accessor<readonly ExampleRun[] | undefined>;
  /** Whether the examples came out so at this very edit, and not at one before. */
  readonly areExamplesCurrent: Accessor<boolean>;
  /** What it does to past cases, as far as that is known; `effectStanding` tells whether it is of this very edit. */
  readonly effect: Accessor<Effect | undefined>;
  readonly effectStanding: Accessor<EffectStanding>;
  /** Whether diagnostics and readings are of the document as it is shown now. */
  readonly isCurrent: Accessor<boolean>;
  /** Why nothing is told, where something broke. */
  readonly trouble: Accessor<unknown>;
  /** Begins anew after trouble. */
  readonly retry: () => void;
};

const Context = createContext<Live>();

/** Gives everything below it what is known at once about one draft. */
export function LiveProvider(props: {
  readonly draft: Draft;
  readonly document: JsonObject;
  readonly children: JSX.Element;
}): JSX.Element {
  const live = createLive({ draft: () => props.draft, document: () => props.document });
  return <Context.Provider value={live}>{props.children}</Context.Provider>;
}

/** What is known at once about the draft of this workspace. */
export function useLive(): Live {
  const live = useContext(Context);
  if (!live) throw new Error("there is no `LiveProvider` above");
  return live;
}

function createLive(of: { readonly draft: Accessor<Draft>; readonly document: Accessor<JsonObject> }): Live {
  const told = createTold();
  const worker = createWorker({ report: told.take, broke: told.broke });
  const [ground, past] = [useGround(), usePast(of.draft)];
  const policy = createMemo(() => of.draft().policy);
  createEffect(() => {
    const given = ground.data();
    if (given) worker.order({ kind: "ground", policy: policy(), ground: given });
  });
  createEffect(() => {
    const given = past.data();
    if (given) worker.order({ kind: "past", past: given });
  });
  const later = oncePainted();
  createEffect(
    on(of.document, (document) => {
      const edit = told.expect();
      later(() => worker.order({ kind: "document", edit, text: JSON.stringify(document) }));
    }),
  );
  const diagnostics = (): readonly Diagnostic[] => told.diagnostics() ?? of.draft().diagnostics;
  const hasErrors = createMemo(() => diagnostics().some(({ severity }) => severity === "error"));
  const standing = (): EffectStanding => {
    if (of.draft().baseVersion === null) return { kind: "no-base" };
    const error = past.error();
    if (error !== undefined) return { kind: "not-loaded", error };
    const cases = past.data()?.sample.cases;
    if (cases === undefined) return { kind: "loading" };
    if (cases.length === 0) return { kind: "no-cases" };
    if (hasErrors()) return { kind: "errors" };
    return told.isEffectCurrent() ? { kind: "known" } : { kind: "computing", progress: told.progress() };
  };
  const effectStanding = createMemo(standing);
  return {
    diagnostics,
    hasErrors,
    reading: told.reading,
    examples: told.examples,
    areExamplesCurrent: told.areExamplesCurrent,
    effect: told.effect,
    effectStanding,
    isCurrent: told.isCurrent,
    trouble: () => told.trouble() ?? ground.error(),
    retry: () => {
      told.broke(undefined);
      ground.retry();
      past.retry();
      worker.restart();
    },
  };
}

/** So long an edit has the window to itself, to be painted; writing out a large document takes a frame. */
const PAINTING_MS = 30;

/** Does the last of what is asked for in a row, a moment later. */
function oncePainted(): (work: () => void) => void {
  let planned: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(planned));
  return (work) => {
    clearTimeout(planned);
    planned = setTimeout(work, PAINTING_MS);
  };
}
