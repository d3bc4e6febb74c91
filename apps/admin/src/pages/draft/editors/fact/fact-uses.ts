import { BUILT_IN_FACTS, type Scope } from "@evenhand/domain";
import {
  type Json,
  type JsonObject,
  fieldsOf,
  isList,
  isObject,
  itemsOf,
  pointerTo,
  stepsOf,
} from "../../../../document/pointer.ts";

type Path = readonly string[];

/** Where a fact is read: the pointers to every text that names it, in the order of the document. */
export function usesOfFact(document: JsonObject, name: string): readonly string[] {
  return namesIn(document, name, []);
}

/**
 * A document in which a fact has another name: where it is declared, at its place among the others; wherever it is read;
 * and in the cases of the examples, which state it.
 */
export function withFactRenamed(
  document: JsonObject,
  at: { readonly scope: Scope; readonly name: string },
  to: string,
): JsonObject {
  // INVARIANT: an object with other texts and names in it stays one.
  return renamed(document, [], { ...at, to }) as JsonObject;
}

/** Whether something else that a rule can read is called so already, be it declared or supplied. */
export function isFactNameTaken(document: JsonObject, name: string): boolean {
  const scopes = ["facts", "derived"].flatMap((section) => Object.values(fieldsOf(document[section])));
  return Object.hasOwn(BUILT_IN_FACTS, name) || scopes.some((scope) => Object.hasOwn(fieldsOf(scope), name));
}

/** Fields that hold the name of a fact as plain text, wherever they stand. */
const NAMING: ReadonlySet<string> = new Set(["fact", "from", "owners"]);
/** Fields of a derived fact that hold anything but the names it is worked out from. */
const NOT_A_SOURCE: ReadonlySet<string> = new Set(["label", "kind", "code", "value", "operator"]);

/** Whether a text at these steps of a document is the name of a fact. */
function isName(path: Path): boolean {
  const [section, second = "", third = ""] = path;
  switch (section) {
    case "appliesBy":
    case "lossFact":
      return path.length === 1;
    case "conflict":
      return second === "decider" || second === "instructors";
    case "gates":
      return ["act", "told", "days"].includes(third);
    case "derived":
      return path.length > 3 && !path.slice(3).some((step) => NOT_A_SOURCE.has(step));
    case "examples":
    case "words":
    case "notes":
      return false;
    default:
      return NAMING.has(path.at(-1) ?? "");
  }
}

function namesIn(node: Json, name: string, path: Path): readonly string[] {
  if (typeof node === "string") return node === name && isName(path) ? [pointerTo(...path)] : [];
  const children = isObject(node) ? Object.entries(node) : [...itemsOf(node).entries()];
  return children.flatMap(([step, child]) => namesIn(child, name, [...path, String(step)]));
}

type Renaming = { readonly scope: Scope; readonly name: string; readonly to: string };

function renamed(node: Json, path: Path, renaming: Renaming): Json {
  if (typeof node === "string") return node === renaming.name && isName(path) ? renaming.to : node;
  if (isList(node)) return node.map((child, index) => renamed(child, [...path, String(index)], renaming));
  if (!isObject(node)) return node;
  const isStated = statesFacts(path, renaming.scope);
  return Object.fromEntries(
    Object.entries(node).map(([step, child]) => [
      isStated && step === renaming.name ? renaming.to : step,
      renamed(child, [...path, step], renaming),
    ]),
  );
}

/** Whether the fields of the object at these steps are facts of a scope: declared, or stated by the case of an example. */
function statesFacts(path: Path, scope: Scope): boolean {
  const place = pointerTo(...path);
  if (place === pointerTo("facts", scope)) return true;
  const inExample = /^\/examples\/\d+\/request\/case\/(.*)$/.exec(place)?.[1];
  return inExample !== undefined && (scope === "case" ? inExample === "facts" : isPartyFacts(inExample));
}

function isPartyFacts(place: string): boolean {
  const [parties, , facts, ...more] = stepsOf(`/${place}`);
  return parties === "parties" && facts === "facts" && more.length === 0;
}
