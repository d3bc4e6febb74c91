import { type EvaluateRequest, canonicalJson } from "@evenhand/domain";
import { type JsonObject, fieldsOf, itemsOf, pointerTo } from "../../document/pointer.ts";

/**
 * Where cases stand among the examples of a document, as a JSON pointer to that of the first; undefined unless all of them
 * are examples. What ought to come out may have been settled since: the request makes an example the same one.
 *
 * @example keptExample(document, [request]) // "/examples/3"
 */
export function keptExample(document: JsonObject, requests: readonly EvaluateRequest[]): string | undefined {
  const kept = itemsOf(document["examples"]).map((example) => textOf(fieldsOf(example)["request"] ?? null));
  const places = requests.map((request) => kept.indexOf(textOf(request)));
  const [first = -1] = places;
  return places.includes(-1) || first === -1 ? undefined : pointerTo("examples", first);
}

/** A value that is not given is none in JSON. */
function textOf(value: unknown): string {
  return canonicalJson(JSON.parse(JSON.stringify(value)));
}
