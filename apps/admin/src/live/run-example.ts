import type { Outcome } from "@evenhand/domain";
import {
  type ExampleAt,
  type ExampleResult,
  type LoadedVersion,
  askOfExample,
  decide,
  exampleFailures,
} from "@evenhand/engine";

/** How one example comes out: what of it is not as the example says, and what was decided. */
export type ExampleRun = ExampleResult & {
  /** Nothing where its case cannot be decided. */
  readonly outcome?: Outcome;
  /** The rules that stand in it, rows of tables as `<table>#<row>`, each once. */
  readonly standing: readonly string[];
};

/** Decides an example of a policy and tells what came out beside what it expects. */
export function runExample(loaded: LoadedVersion, one: ExampleAt): ExampleRun {
  const { id } = one.example;
  const ask = askOfExample(one.example);
  const decided = "refusal" in ask ? ask : decide(loaded, ask.request, ask.context);
  const failures = exampleFailures(one, decided);
  if ("refusal" in decided) return { id, failures, standing: [] };
  const { outcome, explanation } = decided.response;
  const standing = explanation.flatMap(({ kind, rule, fired, stands }) =>
    kind === "rule" && rule !== undefined && fired === true && stands !== false ? [rule] : [],
  );
  return { id, failures, outcome, standing: [...new Set(standing)] };
}
