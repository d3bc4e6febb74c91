import type { EvaluateRequest, PolicyExample } from "@evenhand/domain";
import { type LoadedVersion, requirements } from "@evenhand/engine";
import type { RecentCase } from "@evenhand/service";
import type { JsonObject } from "../../../document/pointer.ts";
import { openDocument, openGround } from "../../../live/open-document.ts";
import type { LiveGround } from "../../../live/protocol.ts";
import { type ExampleRun, runExample } from "../../../live/run-example.ts";

/** A draft made ready to decide cases under in this window; `undefined` while it has errors. */
export function loadedDraft(
  document: JsonObject,
  given: { readonly policy: string; readonly ground: LiveGround },
): LoadedVersion | undefined {
  const ground = openGround(copyOf(given.ground));
  return openDocument(JSON.stringify(document), { policy: given.policy, ground }).loaded;
}

/** A small case that can be decided under the draft as it stands, with made-up values. */
export function madeUpRequest({ version }: LoadedVersion): EvaluateRequest {
  return requirements(version).example;
}

/** What a past case comes to under the draft, decided at the moment it came in. */
export function runCase(loaded: LoadedVersion, one: RecentCase): ExampleRun {
  return runRequest(loaded, { request: { case: one.case }, evaluatedAt: one.createdAt });
}

/** What a request comes to under the draft at a moment, RFC 3339. */
export function runRequest(
  loaded: LoadedVersion,
  { request, evaluatedAt }: { readonly request: EvaluateRequest; readonly evaluatedAt: string },
): ExampleRun {
  const example: PolicyExample = {
    id: "example",
    title: { en: "example", zh: "示例" },
    request: copyOf(request),
    evaluatedAt,
    expect: {},
    reasons: [],
  };
  return runExample(loaded, { example, index: 0 });
}

/** The first of some past cases in which a rule stands. */
export function caseUnder(
  loaded: LoadedVersion,
  { rule, cases }: { readonly rule: string; readonly cases: readonly RecentCase[] },
): RecentCase | undefined {
  return cases.find((one) => runCase(loaded, one).standing.includes(rule));
}

/** What came from the service is watched for changes by proxies, which the engine cannot take in. */
function copyOf<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}
