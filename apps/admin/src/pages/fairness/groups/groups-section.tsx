import type { Crossed, Disparities, HeldSame } from "@evenhand/analysis";
import { type Vocabulary, labelOf } from "@evenhand/policy";
import { For, type JSX, Show } from "solid-js";
import { formatCount, formatList, formatShare } from "../../../format/format.ts";
import { useWords } from "../../../words/words.tsx";
import type { CasesOf } from "../cases/cases-address.ts";
import { HeatMap } from "../heat-map.tsx";
import { Question } from "../question.tsx";
import { AttributeGroups } from "./attribute-groups.tsx";
import type { Measure } from "./disparity-rows.ts";

/** Do groups fare differently? Fact by fact, group by group beside those that each is compared with. */
export function GroupsSection(props: {
  readonly disparities: Disparities;
  readonly crossed: Crossed | null;
  readonly measure: Measure;
  readonly currency: string;
  readonly vocabulary: Vocabulary;
  /** The address of the cases of a group, or of a cell of two groups. */
  readonly casesOf: (of: CasesOf) => string;
}): JSX.Element {
  const { t, language } = useWords();
  const heldSame = useHeldSame(() => props.vocabulary);
  return (
    <Question id="groups" asks={t("fairness.groups.asks")}>
      <For each={props.disparities.attributes} fallback={<p>{t("fairness.groups.noAttribute")}</p>}>
        {(disparity) => (
          <AttributeGroups
            disparity={disparity}
            measure={props.measure}
            currency={props.currency}
            casesOf={(value) => props.casesOf({ group: disparity.attribute.fact, value })}
          />
        )}
      </For>
      <Show when={props.disparities.attributes.length > 0}>
        <p class="soft">{t("fairness.groups.same", { same: heldSame(props.disparities.same) })}</p>
        <Show when={props.disparities.comparisons > 0}>
          <p class="soft">
            {t("fairness.groups.adjusted", {
              count: formatCount(props.disparities.comparisons, language()),
              level: formatShare(props.disparities.level, 1, language()),
            })}
          </p>
        </Show>
      </Show>
      <Show when={props.crossed}>
        {(crossed) => (
          <HeatMap
            crossed={crossed()}
            measure={props.measure}
            currency={props.currency}
            casesOf={(row, column) =>
              props.casesOf({
                group: crossed().rows.attribute.fact,
                value: row,
                and: crossed().columns.attribute.fact,
                andValue: column,
              })
            }
          />
        )}
      </Show>
    </Question>
  );
}

/** What comparable cases have the same, as a list in a sentence. */
function useHeldSame(vocabulary: () => Vocabulary): (same: HeldSame) => string {
  const { t, language } = useWords();
  return ({ category, lossBand, facts }) =>
    formatList(
      [
        t("fairness.groups.held.version"),
        ...(category ? [t("fairness.groups.held.category")] : []),
        ...(lossBand ? [t("fairness.groups.held.lossBand")] : []),
        ...facts.map((fact) => labelOf(fact, vocabulary())),
      ],
      { language: language(), type: "conjunction" },
    );
}
