import type { Language, Parameter } from "@evenhand/domain";
import { PARAMETER_PREFIX, parameterType, pointer } from "@evenhand/domain";
import { citation } from "../reading/citation.ts";
import { figure } from "../reading/figures.ts";
import { insideSentence } from "../reading/vocabulary.ts";
import { PARAMETER_WORDS } from "./common-words.ts";
import { fieldChanges } from "./field-changes.ts";
import { comingsAndGoings } from "./list-changes.ts";
import type { Kept } from "./match.ts";
import { matchByKey } from "./match.ts";
import type { PolicyChange } from "./policy-change.ts";
import { reachText } from "./reach-text.ts";
import { readersOf } from "./readers-of.ts";
import { isSame } from "./same.ts";
import type { Side, Sides } from "./sides.ts";
import { inBoth, named } from "./sides.ts";
import { differenceText } from "./signed-difference.ts";

/** What differs in the figures of the policy. A changed value lists everything that reads it. */
export function parameterChanges(sides: Sides): readonly PolicyChange[] {
  const matched = matchByKey(sides.before.policy.parameters, sides.after.policy.parameters);
  const changes = comingsAndGoings(
    matched,
    {
      subject: "parameter",
      at: ({ id }) => pointer("parameters", id),
      added: ({ item }, language) => {
        const [name, value] = [named(item.label[language], language), valueIn(item, sides.after, language)];
        return (
          (language === "zh" ? `新增参数${name}：${value}` : `New parameter ${name}: ${value}`) +
          citation(item.references, sides.after[language])
        );
      },
      removed: ({ item }, language) => {
        const [name, value] = [named(item.label[language], language), valueIn(item, sides.before, language)];
        return language === "zh"
          ? `删去参数${name}（原为${value}）`
          : `Parameter ${name} removed, was ${value}`;
      },
      reachesOf: (id, { policy }) => readersOf(PARAMETER_PREFIX + id, policy),
    },
    sides,
  );
  return [...changes, ...matched.kept.flatMap((kept) => keptChanges(kept, sides))];
}

function keptChanges({ id, before, after }: Kept<Parameter>, sides: Sides): readonly PolicyChange[] {
  const at = pointer("parameters", id);
  const reaches = readersOf(PARAMETER_PREFIX + id, sides.after.policy);
  const { label } = after.item;
  const owner = {
    subject: "parameter",
    id,
    title: { en: `Parameter “${label.en}”`, zh: `参数“${label.zh}”` },
    at: { before: at, after: at },
    sides,
  } as const;
  const others = fieldChanges(
    owner,
    { before: before.item, after: after.item },
    {
      words: PARAMETER_WORDS,
      skip: new Set(["value"]),
      reachesOf: (field) => (field === "unit" ? reaches : []),
    },
  );
  if (isSame(before.item.value, after.item.value)) return others;
  const value: PolicyChange = {
    kind: "changed",
    subject: "parameter",
    id,
    field: "value",
    at: { before: `${at}/value`, after: `${at}/value` },
    before: before.item.value,
    after: after.item.value,
    reaches,
    text: inBoth(
      (language) =>
        valueText({ before: before.item, after: after.item }, sides, language) +
        reachText(reaches, sides.after, language),
    ),
    said: {
      what: owner.title,
      before: inBoth((language) => valueIn(before.item, sides.before, language)),
      after: inBoth((language) => valueIn(after.item, sides.after, language)),
    },
  };
  return [value, ...others];
}

/** The one sentence that every reviewer reads, so it is the figure itself that is its subject. */
function valueText(
  parameters: { readonly before: Parameter; readonly after: Parameter },
  sides: Sides,
  language: Language,
): string {
  const [was, is] = [
    valueIn(parameters.before, sides.before, language),
    valueIn(parameters.after, sides.after, language),
  ];
  const label = insideSentence(parameters.after.label[language]);
  const said =
    differenceOf(parameters, sides, language) + citation(parameters.after.references, sides.after[language]);
  if (language === "zh") return `${label}由${was}改为${is}${said}`;
  return `${label.charAt(0).toUpperCase()}${label.slice(1)} changed from ${was} to ${is}${said}`;
}

function differenceOf(
  { before, after }: { readonly before: Parameter; readonly after: Parameter },
  sides: Sides,
  language: Language,
): string {
  if (before.unit !== after.unit) return "";
  const figures = { before: before.value, after: after.value, type: parameterType(after.unit) };
  return differenceText({ ...figures, sides }, language);
}

function valueIn({ value, unit }: Parameter, { policy }: Side, language: Language): string {
  return figure(value, parameterType(unit), { language, currency: policy.currency });
}
