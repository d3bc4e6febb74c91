import type { ApiProblem } from "../../../api/problem.ts";

/** The problems that lie at a place of the request or in it. */
export function problemsAt(problems: readonly ApiProblem[], place: string): readonly ApiProblem[] {
  return problems.filter(({ pointer }) => pointer === place || pointer.startsWith(`${place}/`));
}
