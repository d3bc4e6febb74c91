import type { Diagnostic, Language } from "@evenhand/domain";
import type { ExampleResult } from "@evenhand/engine";
import type { PolicyReading } from "@evenhand/policy";
import { useQuery } from "@tanstack/solid-query";
import {
  type Accessor,
  type JSX,
  createContext,
  createEffect,
  createMemo,
  createSignal,
  on,
  onCleanup,
  useContext,
} from "solid-js";
import { createStore, reconcile, unwrap } from "solid-js/store";
import type { Draft } from "../api/answers.ts";
import type { JsonObject } from "../document/pointer.ts";
import type { LiveGround, LiveOrder, LiveReport } from "./protocol.ts";
import { calendarsQuery, guardsQuery } from "./queries.ts";

/** What is known of a draft as it stands on the screen, saved or not. */
export type Live = {
  /** Everything found in it. Until the first answer, what the service found when it was last saved. */
  readonly diagnostics: Accessor<readonly Diagnostic[]>;
  readonly hasErrors: Accessor<boolean>;
  /** How it reads; while it has errors, how it read before them. Nothing before the first answer. */
  readonly reading: (language: Language) => PolicyReading | undefined;
  /** How its examples come out; nothing while it has errors, and before they were first run. */
  readonly examples: Accessor<readonly ExampleResult[] | undefined>;
  /** Whether what is told is about the document as it is shown now. */
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
  const told = createTold(of.draft);
  const worker = createWorker({ report: told.take, broke: told.broke });
  const ground = useGround();
  const hasErrors = createMemo(() => told.diagnostics().some(({ severity }) => severity === "error"));
  const policy = createMemo(() => of.draft().policy);
  createEffect(() => {
    const given = ground.data();
    if (given) worker.order({ kind: "ground", policy: policy(), ground: given });
  });
  createEffect(
    on(of.document, (document) =>
      worker.order({ kind: "document", edit: told.expect(), text: JSON.stringify(document) }),
    ),
  );
  return {
    diagnostics: told.diagnostics,
    hasErrors,
    reading: told.reading,
    examples: told.examples,
    isCurrent: told.isCurrent,
    trouble: () => told.trouble() ?? ground.error(),
    retry: () => {
      told.broke(undefined);
      ground.retry();
      worker.restart();
    },
  };
}

function useGround() {
  const queries = [useQuery(guardsQuery), useQuery(calendarsQuery)] as const;
  const [guards, calendars] = queries;
  return {
    data: (): LiveGround | undefined =>
      // What a query gives is watched for changes, and such objects reach no worker.
      guards.data && calendars.data && { guards: unwrap(guards.data), calendars: unwrap(calendars.data) },
    error: (): unknown => guards.error ?? calendars.error ?? undefined,
    retry: (): void => {
      for (const query of queries) if (query.isError) void query.refetch();
    },
  };
}

/** What was told last, and about which edit. What is told about another edit than the newest is left aside. */
function createTold(draft: Accessor<Draft>) {
  const [expected, setExpected] = createSignal(0);
  const [known, setKnown] = createSignal(0);
  const [found, setFound] = createSignal<readonly Diagnostic[]>();
  const [readings, setReadings] = createStore<Partial<Record<Language, PolicyReading>>>({});
  const [examples, setExamples] = createSignal<readonly ExampleResult[]>();
  const [trouble, setTrouble] = createSignal<unknown>();
  return {
    trouble,
    broke: (error: unknown): void => void setTrouble(() => error),
    diagnostics: (): readonly Diagnostic[] => found() ?? draft().diagnostics,
    reading: (language: Language) => readings[language],
    examples,
    isCurrent: () => known() === expected(),
    /** The number of an edit about which something will be told. */
    expect: (): number => setExpected((before) => before + 1),
    take: (report: LiveReport): void => {
      if (report.edit !== expected()) return;
      if (report.kind === "failed") {
        setTrouble(new Error(report.reason));
        return;
      }
      if (report.kind === "examples") {
        setExamples(report.results);
        return;
      }
      setTrouble(undefined);
      setKnown(report.edit);
      setFound(report.diagnostics);
      if (report.readings) setReadings(reconcile({ ...report.readings }, { key: "id", merge: true }));
      else setExamples(undefined);
    },
  };
}

/** The worker, which remembers what it was told last of each kind, so that it can begin anew. */
function createWorker(given: {
  readonly report: (report: LiveReport) => void;
  readonly broke: (error: unknown) => void;
}) {
  const orders = new Map<LiveOrder["kind"], LiveOrder>();
  const start = (): Worker => {
    const worker = new Worker(new URL("live.worker.ts", import.meta.url), { type: "module" });
    worker.addEventListener("message", ({ data }: MessageEvent<LiveReport>) => given.report(data));
    worker.addEventListener("error", ({ message }) => given.broke(new Error(message)));
    worker.addEventListener("messageerror", () => given.broke(new Error("an answer could not be read")));
    return worker;
  };
  let worker = start();
  onCleanup(() => worker.terminate());
  return {
    order: (order: LiveOrder): void => {
      orders.set(order.kind, order);
      worker.postMessage(order);
    },
    restart: (): void => {
      worker.terminate();
      worker = start();
      for (const order of orders.values()) worker.postMessage(order);
    },
  };
}
