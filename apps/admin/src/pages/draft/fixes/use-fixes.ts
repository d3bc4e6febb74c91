import { type Accessor, createEffect, createSignal, onCleanup } from "solid-js";
import type { Diagnostic } from "../../../api/answers.ts";
import { stepsOf } from "../../../document/pointer.ts";
import type { DraftSession } from "../draft-session.ts";
import { createAnalyst } from "./create-analyst.ts";
import type { Fix } from "./fix.ts";

/** How the problems of a draft can be mended, as far as that is known; it is worked out beside the window. */
export function useFixes(given: {
  readonly session: DraftSession;
  readonly diagnostics: Accessor<readonly Diagnostic[]>;
}): Accessor<(diagnostic: Diagnostic) => readonly Fix[]> {
  const analyse = createAnalyst();
  const [known, setKnown] = createSignal<ReadonlyMap<string, readonly Fix[]>>(new Map());
  let isShown = true;
  onCleanup(() => (isShown = false));
  createEffect(() => {
    const document = given.session.document();
    void Promise.all(tablesIn(given.diagnostics()).map((table) => analyse(document, table))).then(
      (analyses) => {
        const findings = analyses.flatMap((analysis) => analysis?.findings ?? []);
        if (isShown) setKnown(new Map(findings.map(({ diagnostic, fixes }) => [keyOf(diagnostic), fixes])));
      },
    );
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

function keyOf({ code, at, message }: Diagnostic): string {
  return `${code} ${at} ${message.en}`;
}
