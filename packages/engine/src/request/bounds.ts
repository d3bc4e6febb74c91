import { type EvaluateRequest, type Problem, type RefusalCode, pointer } from "@evenhand/domain";
import type { LoadedVersion } from "../load-version.ts";
import { problem, quoteId } from "../problems.ts";

/**
 * How much one evaluation may ask: every rule is explained for every party, so the work and the answer grow with both.
 * The ten policies of `rules/` stay below it with as many parties as a request may hold.
 */
const MOST_COMPARISONS = 40_000;

/** What keeps a case from being evaluated under this policy at all: too many parties, or one called like a bearer of it. */
export function boundsProblems(
  loaded: LoadedVersion,
  { case: { parties } }: EvaluateRequest,
): readonly Problem<RefusalCode>[] {
  const named = parties.flatMap(({ id }, index) =>
    loaded.bearerWords.has(id) && id !== "company" ? [bearerName(id, index)] : [],
  );
  if (loaded.comparisons * (parties.length + 1) <= MOST_COMPARISONS) return named;
  const most = Math.max(0, Math.floor(MOST_COMPARISONS / loaded.comparisons) - 1);
  return [
    ...named,
    problem({
      code: "too-many",
      at: "/case/parties",
      en: `${parties.length} parties are more than the ${most} that this policy can be evaluated for at once`,
      zh: `共${parties.length}个当事方，超过本制度一次可核算的${most}个`,
    }),
  ];
}

function bearerName(id: string, index: number): Problem<RefusalCode> {
  return problem({
    code: "conflicting-facts",
    at: pointer("case", "parties", index, "id"),
    en: `${quoteId(id)} is this policy's word for a bearer of the loss, so no party can be called so`,
    zh: `${quoteId(id)}是本制度对承担者的称谓，不能用作当事方编号`,
    help: { en: "give this party an id of its own", zh: "请为该当事方另取编号" },
  });
}
