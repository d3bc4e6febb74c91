import type { SheetProblem } from "../problem.ts";
import type { SheetRow } from "./sheet.ts";
import { headerTooLong } from "./sheet-problems.ts";

/** What keeps a header from being read, where anything does. */
export function headerProblem(header: SheetRow): SheetProblem | undefined {
  const tooLong = header.cells.findIndex((cell) => cell?.kind === "too-long");
  return tooLong === -1 ? undefined : headerTooLong(header.number, tooLong);
}
