import { type EvaluateRequest, type PolicyExample, type Refusal, parseInstant } from "@evenhand/domain";
import { type DecideContext, decide } from "../decide.ts";
import type { LoadedVersion } from "../load-version.ts";
import { readRequest } from "../request/read-request.ts";
import { type ExampleAt, type ExampleResult, exampleFailures } from "./example-failures.ts";

/** The case's own dates suffice for an example that names no moment, so that any will do, and always the same one. */
const ANY_MOMENT = Date.UTC(2026, 0, 1);

/** What is decided for an example: its case, under the version at hand whichever it names, at the moment it names. */
export function askOfExample({
  request,
  evaluatedAt,
}: PolicyExample):
  | { readonly request: EvaluateRequest; readonly context: DecideContext }
  | { readonly refusal: Refusal } {
  const { policyVersion: _policyVersion, ...asked } = request;
  const read = readRequest(asked);
  if ("refusal" in read) return read;
  // INVARIANT: validation refuses a moment that cannot be read.
  return { request: read.request, context: { evaluatedAt: parseInstant(evaluatedAt ?? "") ?? ANY_MOMENT } };
}

/**
 * Decides an example of a policy by the compiled rules and compares what comes out with what it expects.
 *
 * @example tryExample(loaded, { example, index: 0 }) // { id: "two-drivers", failures: [] }
 */
export function tryExample(loaded: LoadedVersion, one: ExampleAt): ExampleResult {
  const ask = askOfExample(one.example);
  const decided = "refusal" in ask ? ask : decide(loaded, ask.request, ask.context);
  return { id: one.example.id, failures: exampleFailures(one, decided) };
}
