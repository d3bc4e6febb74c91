import { type Accessor, createEffect, createSignal, onCleanup, untrack } from "solid-js";
import type { Diagnostic } from "../../../api/answers.ts";
import { type JsonObject, stepsOf } from "../../../document/pointer.ts";
import type { DraftSession } from "../draft-session.ts";
import { ANALYSIS_PAUSE_MS, analyse } from "./analyse.ts";
import type { Fix } from "./fix.ts";

/** How the problems of a draft can be mended, as far as that is known; it is worked out beside the window. */
export function useFixes(given: {
  readonly session: DraftSession;
  readonly diagnostics: Accessor<readonly Diagnostic[]>;
}): Accessor<(diagnostic: Diagnostic) => readonly Fix[]> {
  const [known, setKnown] = createSignal<ReadonlyMap<string, readonly Fix[]>>(new Map());
  const { document } = given.session;
  const look = async (looked: JsonObject, tables: readonly string[]): Promise<void> => {
    const analyses = await Promise.all(tables.map((table) => analyse(looked, table)));
    const findings = analyses.flatMap((analysis) => analysis?.findings ?? []);
    // What is not of this edit is followed by what is.
    const isNews = findings.length > 0 || untrack(known).size > 0;
    if (isNews && looked === untrack(document))
      setKnown(new Map(findings.map(({ diagnostic, fixes }) => [keyOf(diagnostic), fixes])));
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));
  createEffect(() => {
    const [now, tables] = [document(), tablesIn(given.diagnostics())];
    clearTimeout(timer);
    timer = setTimeout(() => void look(now, tables), ANALYSIS_PAUSE_MS);
  });
  return () => (diagnostic) => known().get(keyOf(diagnostic)) ?? asMeant(diagnostic);
}

function asMeant({ at, meant }: Diagnostic): readonly Fix[] {
  return meant === undefined ? [] : [{ kind: "instead", at, value: meant }];
}

/** The tables that have rows too few or too many. */
function tablesIn(diagnostics: readonly Diagnostic[]): readonly string[] {
  const found = diagnostics.filter(({ code }) => code === "table-gap" || code === "table-overlap");
  return [...new Set(found.flatMap(({ at }) => stepsOf(at)[1] ?? []))];
}

/** By what a problem says it is the same one when all problems are told anew. */
export function keyOf({ code, at, message }: Diagnostic): string {
  return `${code} ${at} ${message.en}`;
}
