import { createHash } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import { type ImportAsk, type ImportPage, readImport, startImport } from "@evenhand/service";
import { type Scene, given, somebody } from "../policies/scene.ts";

export const HANDLER = somebody("E3001", ["handler"]);

/** What a test asks besides the file itself; by default a real import of complaint fines by a person. */
export type Asking = Partial<
  Pick<ImportAsk, "actor" | "key" | "policy" | "isDryRun" | "map" | "pause" | "progress">
>;

/** Begins an import, as a route does. */
export async function begin(
  { context }: Scene,
  bytes: Uint8Array,
  asking: Asking = {},
): ReturnType<typeof startImport> {
  return startImport(context, {
    actor: HANDLER,
    key: undefined,
    request: { method: "POST", path: "/v1/imports" },
    policy: "complaint-fines",
    isDryRun: false,
    map: {},
    fileName: "cases.csv",
    bytes,
    fileHash: createHash("sha256").update(bytes).digest("hex"),
    pause: () => nextTurn(),
    ...asking,
  });
}

/** Imports a file to its end, and gives the import with everything that does not fit. */
export async function importFile(scene: Scene, bytes: Uint8Array, asking: Asking = {}): Promise<ImportPage> {
  const begun = given(await begin(scene, bytes, asking));
  await begun.reading;
  const { id } = JSON.parse(begun.answer.body) as { readonly id: string };
  return given(await readImport(scene.context, { id, limit: 500 }));
}

/** A CSV file in UTF-8. */
export function csv(...lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(lines.join("\r\n"));
}

export const HEADER = "reference,complaintKind,receivedOn,lossAmount,party.id,basePoints,unitBasePoints";

/** Rows of cases that fit, each with a party of its own among a hundred. */
export function rowsOf(count: number, loss = "1200.00"): readonly string[] {
  return Array.from(
    { length: count },
    (_, index) => `C-${index},spec-mismatch,2026-07-06,${loss},P${index % 100},4,40`,
  );
}
