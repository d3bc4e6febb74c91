import { createHash } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import {
  type CaseView,
  type ImportAsk,
  type ImportPage,
  readCase,
  readCases,
  readImport,
  recordDecision,
  startImport,
} from "@evenhand/service";
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

/** Decides about a case of complaint fines as it is kept, and gives the id of the decision. */
export async function decideAbout({ context }: Scene, reference: string): Promise<string> {
  const listed = JSON.parse(
    (await readCases(context, { actor: HANDLER, asked: { reference, limit: 1 } })).body,
  ) as { readonly cases: readonly { readonly id: string }[] };
  const id = listed.cases[0]?.id ?? "";
  const { case: kept } = JSON.parse(given(await readCase(context, { actor: HANDLER, id })).body) as CaseView;
  const body = JSON.stringify({ policy: "complaint-fines", case: kept });
  const request = { method: "POST", path: "/v1/decisions", body };
  const answer = given(await recordDecision(context, { actor: HANDLER, key: `decide-${id}`, request }));
  return (JSON.parse(answer.body) as { readonly id: string }).id;
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
