import {
  type ExampleAt,
  type ExampleResult,
  type LoadedVersion,
  askOfExample,
  exampleFailures,
} from "@evenhand/engine";
import type { ServiceContext } from "../../context.ts";
import { decideByBoth } from "../../decisions/decide-by-both.ts";

/**
 * Runs the examples of a policy by both evaluators, which must agree, and compares what comes out with what each expects.
 * Nothing else is served meanwhile for longer than one example takes.
 *
 * @example
 * await runExamples(context, loaded)
 * // [{ id: "two-drivers", failures: [{ at: "/examples/0/expect/disposition", expected: "upheld", got: "referred", … }] }]
 */
export async function runExamples(
  context: Pick<ServiceContext, "alarm">,
  loaded: LoadedVersion,
): Promise<readonly ExampleResult[]> {
  const results: ExampleResult[] = [];
  for (const [index, example] of loaded.version.policy.examples.entries()) {
    results.push(await runExample(context, loaded, { example, index }));
    await new Promise((resume) => {
      setTimeout(resume);
    });
  }
  return results;
}

async function runExample(
  context: Pick<ServiceContext, "alarm">,
  loaded: LoadedVersion,
  one: ExampleAt,
): Promise<ExampleResult> {
  const ask = askOfExample(one.example);
  const decided = "refusal" in ask ? ask : await decideByBoth(context, loaded, ask.request, ask.context);
  return { id: one.example.id, failures: exampleFailures(one, decided) };
}
