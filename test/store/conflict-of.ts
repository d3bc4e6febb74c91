import { Conflict } from "@evenhand/store";

/** The constraint that refuses what a promise was to do. */
export async function conflictOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Conflict) return error.constraint;
    throw error;
  }
  return "nothing refused it";
}
