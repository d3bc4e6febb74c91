import { DUE_UNITS, type DueUnit } from "@evenhand/domain";
import {
  type Json,
  type JsonObject,
  fieldsOf,
  itemsOf,
  pointerTo,
  textAt,
} from "../../../../document/pointer.ts";
import { type FigureAt, figureNamed } from "../../../../document/document-names.ts";

/** One deadline that a policy sets, by a rule or by a row of a table. */
export type Deadline = {
  /** The rule or table to go to. */
  readonly part: string;
  /** Which of the deadlines it is. */
  readonly pointer: string;
  /** Where its parameters stand that all rows of a table have in common. */
  readonly params: string;
  readonly step: string;
  /** The fact from which it is counted. */
  readonly from: string;
  readonly unit: DueUnit | undefined;
  /** How long it is, where that is known without a case. */
  readonly length: number | undefined;
  /** The figure that says how long it is, where it is a figure of its own. */
  readonly figure: FigureAt | undefined;
  /** Where the length stands where it is no figure of its own. */
  readonly lengthAt: string;
  readonly timeOfDay: string;
  readonly partOf: string;
  readonly references: Json | undefined;
};

/** Every deadline of a document, rules first, then the rows of tables. */
export function deadlinesOf(document: JsonObject): readonly Deadline[] {
  const rules = itemsOf(document["rules"]).flatMap((rule, index) => {
    const part = pointerTo("rules", index);
    if (textAt(rule, "/rule/event/type") !== "due") return [];
    const params = fieldsOf(fieldsOf(fieldsOf(fieldsOf(rule)["rule"])["event"])["params"]);
    const at = `${part}/rule/event/params`;
    const place = { part, pointer: part, params: at, lengthAt: `${at}/within` };
    return [deadline(document, params, { ...place, references: fieldsOf(rule)["references"] })];
  });
  const tables = Object.entries(fieldsOf(document["tables"])).flatMap(([id, table]) =>
    textAt(table, "/event/type") === "due"
      ? rowDeadlines(document, pointerTo("tables", id), fieldsOf(table))
      : [],
  );
  return [...rules, ...tables];
}

function rowDeadlines(document: JsonObject, part: string, table: JsonObject): readonly Deadline[] {
  const common = fieldsOf(fieldsOf(table["event"])["params"]);
  const outputs = itemsOf(table["outputs"]);
  return itemsOf(table["rows"]).map((row, index) => {
    const then = itemsOf(fieldsOf(row)["then"]);
    const own = Object.fromEntries(
      outputs.flatMap((name, at) => (typeof name === "string" ? [[name, then[at] ?? null] as const] : [])),
    );
    const pointer = `${part}/rows/${index}`;
    return deadline(
      document,
      { ...common, ...own },
      {
        part,
        pointer,
        params: `${part}/event/params`,
        lengthAt: outputs.includes("within")
          ? `${pointer}/then/${outputs.indexOf("within")}`
          : `${part}/event/params/within`,
        references: fieldsOf(row)["references"] ?? table["references"],
      },
    );
  });
}

function deadline(
  document: JsonObject,
  params: JsonObject,
  place: Pick<Deadline, "part" | "pointer" | "params" | "lengthAt" | "references">,
): Deadline {
  const within = params["within"];
  const figure = figureNamed(document, within);
  const length = typeof within === "number" ? within : figure?.value;
  return {
    ...place,
    step: textAt(params, "/step"),
    from: textAt(params, "/from"),
    unit: DUE_UNITS.find((unit) => unit === params["unit"]),
    length: typeof length === "number" ? length : undefined,
    figure,
    timeOfDay: textAt(params, "/at"),
    partOf: textAt(params, "/partOf"),
  };
}
