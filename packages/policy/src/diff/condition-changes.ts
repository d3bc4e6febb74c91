import type { Language, RootCondition } from "@evenhand/domain";
import { pointer } from "@evenhand/domain";
import { wordOf } from "../reading/vocabulary.ts";
import type { FieldWords } from "./field-changes.ts";
import { fieldChange } from "./field-changes.ts";
import { comingsAndGoings } from "./list-changes.ts";
import type { Kept } from "./match.ts";
import { matchByKey } from "./match.ts";
import type { PolicyChange } from "./policy-change.ts";
import { readersOfCondition } from "./readers-of.ts";
import { sayCondition } from "./say-value.ts";
import type { Side, Sides } from "./sides.ts";
import { inBoth, named } from "./sides.ts";

const MEANING: FieldWords = { name: { en: "meaning", zh: "含义" }, say: sayCondition };

/** What differs in the named conditions. */
export function conditionChanges(sides: Sides): readonly PolicyChange[] {
  const matched = matchByKey(sides.before.policy.conditions ?? {}, sides.after.policy.conditions ?? {});
  const changes = comingsAndGoings(
    matched,
    {
      subject: "condition",
      at: ({ id }) => pointer("conditions", id),
      added: ({ id, item }, language) => {
        const [name, meaning] = [
          nameOf(id, sides.after, language),
          sayCondition(item, sides.after[language]),
        ];
        return language === "zh" ? `新增条件${name}：${meaning}` : `New condition ${name}: ${meaning}`;
      },
      removed: ({ id, item }, language) => {
        const [name, meaning] = [
          nameOf(id, sides.before, language),
          sayCondition(item, sides.before[language]),
        ];
        return language === "zh"
          ? `删去条件${name}（原为${meaning}）`
          : `Condition ${name} removed, was ${meaning}`;
      },
      reachesOf: (id, { policy }) => readersOfCondition(id, policy),
    },
    sides,
  );
  return [...changes, ...matched.kept.flatMap((kept) => keptChanges(kept, sides))];
}

function keptChanges({ id, before, after }: Kept<RootCondition>, sides: Sides): readonly PolicyChange[] {
  const at = pointer("conditions", id);
  const title = inBoth((language) =>
    language === "zh" ? `条件${nameOf(id, sides.after, "zh")}` : `Condition ${nameOf(id, sides.after, "en")}`,
  );
  const changes = fieldChange(
    { subject: "condition", id, title, at: { before: at, after: at }, sides },
    {
      field: "",
      path: [],
      before: before.item,
      after: after.item,
      words: MEANING,
      reaches: readersOfCondition(id, sides.after.policy),
    },
  );
  return changes.map(({ field: _, ...change }) => change);
}

/** A named condition is known to people by the word of the policy that is called like it, where there is one. */
function nameOf(id: string, side: Side, language: Language): string {
  return named(wordOf(id, side[language]), language);
}
