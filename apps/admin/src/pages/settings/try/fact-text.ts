import type { FactType, ParameterUnit } from "@evenhand/domain";
import type { Json } from "../../../document/pointer.ts";
import { readFigure, writtenFigure } from "../../draft/editors/figure.ts";

/** Facts that are typed as a figure, with the unit in which they are written. */
const UNITS: Readonly<Partial<Record<FactType, ParameterUnit>>> = {
  money: "money",
  rate: "rate",
  integer: "count",
  decimal: "count",
};

type Kind = { readonly type: FactType; readonly currency: string };

/** A fact as it is typed; nothing of one that is not stated. */
export function writtenFact(value: Json | undefined, { type, currency }: Kind): string {
  if (value === undefined || value === null) return "";
  const unit = UNITS[type];
  if (unit && typeof value === "number") return writtenFigure(value, { unit, currency });
  return typeof value === "string" ? value : JSON.stringify(value);
}

/**
 * The value that was typed for a fact; nothing typed is nothing stated. What is no such value is given as it was typed,
 * so that the service says what is wrong with it.
 */
export function readFact(text: string, { type, currency }: Kind): Json | undefined {
  if (text.trim() === "") return undefined;
  const unit = UNITS[type];
  return (unit && readFigure(text, { unit, currency })) ?? text;
}
