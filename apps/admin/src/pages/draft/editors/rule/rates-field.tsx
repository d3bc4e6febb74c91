import { wordOf } from "@evenhand/policy";
import { For, type JSX } from "solid-js";
import { type Json, fieldsOf, pointerTo } from "../../../../document/pointer.ts";
import { useWords } from "../../../../words/words.tsx";
import type { Desk } from "./desk.ts";
import { ValuePicker } from "./value-picker.tsx";

/** For each grade of the policy the rate that it costs. */
export function RatesField(props: {
  readonly desk: Desk;
  readonly at: string;
  readonly value: Json | undefined;
  readonly label: string;
}): JSX.Element {
  const { t } = useWords();
  const rates = () => fieldsOf(props.value);
  const grades = (): readonly string[] => [
    ...new Set([...props.desk.vocabulary().policy.grades, ...Object.keys(rates())]),
  ];
  return (
    <For each={grades()}>
      {(grade) => {
        const name = (): string => wordOf(grade, props.desk.vocabulary());
        const at = (): string => props.at + pointerTo(grade);
        return (
          <div class="rate-of-grade">
            <span class="soft">{name()}</span>
            <ValuePicker
              desk={props.desk}
              label={`${props.label} · ${name()}`}
              at={at()}
              type="rate"
              value={rates()[grade]}
              onPick={(value) =>
                props.desk.write(
                  t("rules.edited.place", { rule: props.desk.name(), field: `${props.label} · ${name()}` }),
                  at(),
                  value,
                )
              }
            />
          </div>
        );
      }}
    </For>
  );
}
