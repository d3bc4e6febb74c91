import { quote, suggest } from "@evenhand/domain";
import { type SheetProblem, sheetProblem } from "../problem.ts";
import { nameKey, splitBrackets } from "./fold.ts";
import { LEFT_OUT } from "./mapping.ts";
import { NAMES_OF_PEOPLE, NEVER_READ } from "./synonyms.ts";
import type { NamedTarget, Target } from "./target.ts";

/** Why a column is known never to be read, so that nobody needs to say anything of it; `undefined` for any other. */
export function neverRead(header: string): SheetProblem | undefined {
  const key = nameKey(splitBrackets(header).name);
  if (NAMES_OF_PEOPLE.some((name) => nameKey(name) === key))
    return note(header, {
      en: "people are known by their staff numbers, and names are not kept",
      zh: "人员以工号识别，不保存姓名",
    });
  if (NEVER_READ.some((name) => nameKey(name) === key))
    return note(header, { en: "no case states such a thing", zh: "此项不属于案件事实" });
  return undefined;
}

function note(header: string, why: { readonly en: string; readonly zh: string }): SheetProblem {
  return sheetProblem(
    {
      code: "unknown-column",
      en: `the column ${quote(header)} is not read: ${why.en}`,
      zh: `列${quote(header)}未读取：${why.zh}`,
    },
    { column: header },
  );
}

/**
 * A column that could decide a case, and of which nobody knows what it holds. It is never passed over in silence: whoever
 * sends the sheet says which fact it is, or that it is left out.
 */
export function notRecognised(header: string, targets: readonly NamedTarget[]): SheetProblem {
  const near = nearestTargets(header, targets);
  const [first] = near;
  const leave = quote(`${header}=${LEFT_OUT}`);
  const say = first && quote(`${header}=${first.name}`);
  return sheetProblem(
    {
      code: "unknown-column",
      en: `the column ${quote(header)} is not recognised`,
      zh: `未能识别列${quote(header)}`,
      help: {
        en:
          (say === undefined
            ? "say which fact it holds"
            : `nearest are ${listOf(near, "en")}; say which it is, as ${say}`) +
          `, or leave it out with ${leave}`,
        zh:
          (say === undefined
            ? "请指明该列对应的事实"
            : `相近的事实有${listOf(near, "zh")}，请指明对应关系，如${say}`) + `；确不需要读取的，写${leave}`,
      },
    },
    { column: header },
  );
}

/** A column whose word would find a fact that another column holds already. */
export function heldElsewhere(
  header: string,
  { target, letters }: { readonly target: Target; readonly letters: string },
): SheetProblem {
  const leave = quote(`${header}=${LEFT_OUT}`);
  return sheetProblem(
    {
      code: "unknown-column",
      en: `the column ${quote(header)} is not recognised: what it seems to hold, \`${target.name}\`, stands in column ${letters}`,
      zh: `未能识别列${quote(header)}：它可能是\`${target.name}\`，但${letters}列已对应该事实`,
      help: {
        en: `say which fact it is, or leave it out with ${leave}`,
        zh: `请指明该列对应的事实；确不需要读取的，写${leave}`,
      },
    },
    { column: header },
  );
}

function listOf(targets: readonly Target[], language: "en" | "zh"): string {
  return targets
    .map(({ name, label }) =>
      language === "zh" ? `\`${name}\`（${label.zh}）` : `\`${name}\` (${label.en})`,
    )
    .join(language === "zh" ? "、" : ", ");
}

const MOST_NEAR = 3;
/** From so much in common on two names are near: `责任到人` and `经调查责任落实到本人` are. */
const NEAR = 0.34;

/** What a header may have been meant for, the nearest first: by slips of the keyboard, or by the letters in common. */
export function nearestTargets(header: string, targets: readonly NamedTarget[]): readonly Target[] {
  const { name } = splitBrackets(header);
  const slip = suggest(
    name,
    targets.flatMap(({ names }) => names),
  );
  return targets
    .map(({ target, names }) => ({
      target,
      nearness:
        slip !== undefined && names.includes(slip)
          ? 2
          : Math.max(0, ...names.map((one) => inCommon(nameKey(name), nameKey(one)))),
    }))
    .filter(({ nearness }) => nearness >= NEAR)
    .toSorted((one, other) => other.nearness - one.nearness)
    .slice(0, MOST_NEAR)
    .map(({ target }) => target);
}

/** From 0 to 1: what part of the shorter name stands in the other, a little less where that is much longer. */
function inCommon(one: string, other: string): number {
  const [left, right] = [partsOf(one), partsOf(other)];
  const both = [...left].filter((part) => right.has(part)).length;
  const [shorter, longer] = [Math.min(left.size, right.size), Math.max(left.size, right.size)];
  // One character in common is chance, where names have more.
  if (shorter === 0 || both < Math.min(2, shorter)) return 0;
  return (both / shorter) * 0.7 + (both / longer) * 0.3;
}

/** Single characters of Chinese, which mean something by themselves; of letters, neighbours. */
function partsOf(text: string): ReadonlySet<string> {
  const parts = new Set<string>();
  for (const [run] of text.matchAll(/\p{Script=Han}|[^\p{Script=Han}]+/gu)) {
    if (/\p{Script=Han}/u.test(run)) {
      if (!COMMON.has(run)) parts.add(run);
    } else for (let at = 0; at + 3 <= run.length; at += 1) parts.add(run.slice(at, at + 3));
  }
  return parts;
}

/** Characters that say nothing of what a name means. */
const COMMON = new Set("的是否有与及和本该在");
