import { type LocalizedText, quote } from "@evenhand/domain";
import { groupReading } from "./group-facts.ts";
import { MOST_GROUP_FACTS, type SimulationAsk } from "./past-case.ts";

/** Why nothing can be simulated as it was asked; `at` is a pointer into the ask. */
export type UnfitToSimulate = {
  readonly code: "other-policy" | "other-currency" | "too-many-groups" | "unknown-group";
  readonly at: string;
  readonly message: LocalizedText;
};

/**
 * What keeps two versions from being simulated against each other, for whoever asks to be told before anything is begun;
 * undefined where nothing does.
 */
export function unfitToSimulate(ask: SimulationAsk): UnfitToSimulate | undefined {
  const [before, after] = [ask.baseline.version.policy, ask.candidate.version.policy];
  if (before.id !== after.id)
    return {
      code: "other-policy",
      at: "/baseline",
      message: {
        en: `the baseline is a version of ${quote(before.id)}, the candidate one of ${quote(after.id)}; choose two versions of one policy`,
        zh: `基准版本属于${quote(before.id)}，拟议版本属于${quote(after.id)}；请选择同一制度的两个版本`,
      },
    };
  if (before.currency !== after.currency)
    return {
      code: "other-currency",
      at: "/candidate",
      message: {
        en: `the baseline counts in ${before.currency}, the candidate in ${after.currency}, and amounts in two currencies have no difference; choose versions of one currency`,
        zh: `基准版本以${before.currency}计，拟议版本以${after.currency}计，币种不同无法比较；请选择币种相同的版本`,
      },
    };
  if (ask.groups.length > MOST_GROUP_FACTS)
    return {
      code: "too-many-groups",
      at: "/groups",
      message: {
        en: `results are grouped by at most ${MOST_GROUP_FACTS} facts, not by ${ask.groups.length}`,
        zh: `最多按${MOST_GROUP_FACTS}项事实分组，现为${ask.groups.length}项`,
      },
    };
  const unknown = ask.groups.findIndex(
    (name, index) => ask.groups.indexOf(name) !== index || !groupReading(ask, name),
  );
  if (unknown < 0) return undefined;
  const name = quote(ask.groups[unknown] ?? "");
  return {
    code: "unknown-group",
    at: `/groups/${unknown}`,
    message: {
      en: `results cannot be grouped by ${name}: name facts of the policy that have one value out of few, each once`,
      zh: `不能按${name}分组：请填写制度中取值有限的单值事实，且不要重复`,
    },
  };
}
