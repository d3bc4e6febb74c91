import { createHash } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import { SHEET_LIMITS } from "@evenhand/sheets";
import type { ApiContext } from "./env.ts";
import { readUpload } from "./read-body.ts";

export const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const SHEET_TYPES = ["text/csv", XLSX_TYPE] as const;

/** A table that somebody sent, and its SHA-256 as hexadecimal digits. */
export type Upload = {
  readonly bytes: Uint8Array;
  readonly fileHash: string;
  readonly ending: "csv" | "xlsx";
};

/**
 * The table in the body of a request: the file itself, as CSV or XLSX.
 *
 * @throws Refused as `unsupported-media-type`, `too-large` or `incomplete-body`
 */
export async function readTable(c: ApiContext): Promise<Upload> {
  const bytes = await readUpload(c, { maxBytes: SHEET_LIMITS.bytes, types: SHEET_TYPES });
  const isCsv = c.req.header("Content-Type")?.trim().toLowerCase().startsWith("text/csv") === true;
  return {
    bytes,
    fileHash: createHash("sha256").update(bytes).digest("hex"),
    ending: isCsv ? "csv" : "xlsx",
  };
}

/** Lets other requests have their turn. */
export function pause(): Promise<void> {
  return nextTurn();
}
