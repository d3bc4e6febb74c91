import { parseInstant } from "@evenhand/domain";
import { isObject } from "../json/shape.ts";
import type { MovedCause } from "./replay.ts";

/** What a record must have for anything to be computed from it, and what each part must be. */
const PARTS: Readonly<Record<string, (value: unknown) => boolean>> = {
  "/format": (value) => value === 1,
  "/evaluatedAt": (value) => isText(value) && parseInstant(value) !== undefined,
  "/decidedOn": isText,
  "/policy/id": isText,
  "/policy/version": Number.isSafeInteger,
  "/policy/hash": isText,
  "/calendar/id": isText,
  "/calendar/hash": isText,
  "/guards": listOf(isObject),
  "/caseId": isText,
  "/case/reference": isText,
  "/case/facts": isObject,
  "/case/parties": listOf(isObject),
  "/evaluators/agreed": (value) => value === true,
  "/ledger/before/scheduled": listOf(isObject),
  "/ledger/before/findings": listOf(isObject),
  "/ledger/before/closedThrough": (value) => value === null || isText(value),
  "/ledger/after": listOf(isAccount),
  "/proposal/parties": listOf(isObject),
  "/outcome/parties": listOf(isObject),
  "/departures": listOf(isObject),
  "/explanation": listOf(isObject),
  "/terms": listOf(isObject),
};

/** The parts of a stored record that are missing or of another form, so that it is no record of a decision. */
export function misshapenParts(record: unknown): readonly MovedCause[] {
  return Object.entries(PARTS).flatMap(([at, holds]) => {
    const found = partAt(record, at);
    return holds(found) ? [] : [{ cause: "record", at, recorded: found ?? null, now: null } as const];
  });
}

function partAt(record: unknown, at: string): unknown {
  return at
    .split("/")
    .slice(1)
    .reduce<unknown>((part, name) => (isObject(part) ? part[name] : undefined), record);
}

function isAccount(value: unknown): boolean {
  return isObject(value) && isObject(value["balance"]);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function listOf(holds: (item: unknown) => boolean): (value: unknown) => boolean {
  return (value) => Array.isArray(value) && value.every(holds);
}
