import { labelOf } from "@evenhand/policy";
import { For, type JSX, Match, Switch } from "solid-js";
import { type Json, fieldsOf, textAt } from "../../../../document/pointer.ts";
import { useWords } from "../../../../words/words.tsx";
import { namesOfEntry } from "./choice.ts";
import type { Desk } from "./desk.ts";
import { Picker } from "./picker.tsx";
import { referenceIn } from "./typed-value.ts";
import { WordPicker } from "./word-picker.tsx";

const TARGETS = ["company", "party", "owners", "bearer"] as const;
type Target = (typeof TARGETS)[number];

/** Where a share moves: to the company, to whom a fact names, to all owners alike, or to a fixed bearer. */
export function TargetField(props: {
  readonly desk: Desk;
  readonly at: string;
  readonly value: Json | undefined;
  readonly label: string;
}): JSX.Element {
  const { t } = useWords();
  const target = (): Target => TARGETS.find((one) => fieldsOf(props.value)[one] !== undefined) ?? "company";
  const write = (value: Json | undefined): void =>
    props.desk.write(
      t("rules.edited.place", { rule: props.desk.name(), field: props.label }),
      props.at,
      value,
    );
  const choose = (chosen: Target): void =>
    write(
      { company: undefined, party: { party: { fact: "" } }, owners: { owners: "" }, bearer: { bearer: "" } }[
        chosen
      ],
    );
  return (
    <>
      <select
        aria-label={props.label}
        data-at={props.at}
        onChange={(event) => choose(TARGETS.find((one) => one === event.currentTarget.value) ?? "company")}
      >
        <For each={TARGETS}>
          {(one) => (
            <option value={one} selected={one === target()}>
              {t(`rules.targets.${one}`)}
            </option>
          )}
        </For>
      </select>
      <Switch>
        <Match when={target() === "party"}>
          <FactOf
            {...props}
            type="party"
            named={referenceIn(fieldsOf(props.value)["party"]) ?? ""}
            at={`${props.at}/party`}
            onPick={(fact) => write({ party: { fact } })}
          />
        </Match>
        <Match when={target() === "owners"}>
          <FactOf
            {...props}
            type="boolean"
            named={textAt(props.value ?? null, "/owners")}
            at={`${props.at}/owners`}
            onPick={(owners) => write({ owners })}
          />
        </Match>
        <Match when={target() === "bearer"}>
          <WordPicker
            desk={props.desk}
            label={t("rules.targets.bearer")}
            at={`${props.at}/bearer`}
            value={fieldsOf(props.value)["bearer"]}
          />
        </Match>
      </Switch>
    </>
  );
}

/** A fact of a party, of one type, by its name. */
function FactOf(props: {
  readonly desk: Desk;
  readonly at: string;
  readonly label: string;
  readonly type: "party" | "boolean";
  readonly named: string;
  readonly onPick: (fact: Json) => void;
}): JSX.Element {
  const { t } = useWords();
  const entries = () =>
    [...props.desk.vocabulary().catalogue.values()].filter(
      ({ type, scope }) => type === props.type && (scope === "party" || props.type === "party"),
    );
  return (
    <Picker
      label={`${props.label} · ${t("rules.fact")}`}
      at={props.at}
      shown={props.named === "" ? "" : labelOf(props.named, props.desk.vocabulary())}
      placeholder={t("rules.chooseFact")}
      choices={entries().map((entry) => ({
        value: entry.name,
        label: labelOf(entry.name, props.desk.vocabulary()),
        names: namesOfEntry(entry),
      }))}
      onPick={(fact) => props.onPick(fact)}
    />
  );
}
