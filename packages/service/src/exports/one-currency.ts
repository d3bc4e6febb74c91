import { quote } from "@evenhand/domain";
import type { SentProblem } from "../problems/problem-document.ts";
import { type RefusedAsk, refusedAsk } from "../refused.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";

/**
 * The currency of a table, which has one: the one that is asked for, or the only one there is. Refused where there are
 * several and none is asked for.
 */
export function oneCurrency(
  rules: Rulebook,
  { found, asked }: { readonly found: readonly string[]; readonly asked: string | undefined },
): { readonly currency: string } | RefusedAsk {
  const all = [...new Set(found)].toSorted();
  const [only, other] = all;
  if (asked !== undefined && (all.length === 0 || all.includes(asked))) return { currency: asked };
  if (asked !== undefined) return refusedAsk(notAmong(asked, all));
  if (other !== undefined) return refusedAsk(several(all));
  return { currency: only ?? houseRules(rules).currency };
}

/** Currency and time zone of a company that has not decided anything yet: those of its first policy. */
export function houseRules(rules: Rulebook): { readonly currency: string; readonly timeZone: string } {
  for (const { id } of rules.policies()) {
    const found = rules.version(id);
    if (!("refusal" in found)) return found.version.policy;
  }
  return { currency: "CNY", timeZone: "Asia/Shanghai" };
}

function several(all: readonly string[]): SentProblem {
  const listed = all.map((one) => `\`${one}\``);
  return {
    code: "invalid-parameter",
    at: "/currency",
    message: {
      en: `there are amounts in ${listed.join(", ")}, and a table holds one currency`,
      zh: `金额涉及${listed.join("、")}，一张表只能使用一种货币`,
    },
    help: { en: "name one of them with `currency`", zh: "请用`currency`指定其中一种" },
  };
}

function notAmong(asked: string, all: readonly string[]): SentProblem {
  const listed = all.map((one) => `\`${one}\``);
  return {
    code: "invalid-parameter",
    at: "/currency",
    message: {
      en: `there are no amounts in ${quote(asked)}, only in ${listed.join(", ")}`,
      zh: `没有${quote(asked)}的金额，只有${listed.join("、")}`,
    },
  };
}
