import { Conflict } from "@evenhand/store";

/** Of two who bring the same new case at the same time, the later one finds the constraint, and then the case. */
export async function again<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      const isCase = error instanceof Conflict && error.constraint.startsWith("cases_");
      if (!isCase || tries === MOST_TRIES) throw error;
    }
  }
}

const MOST_TRIES = 5;
