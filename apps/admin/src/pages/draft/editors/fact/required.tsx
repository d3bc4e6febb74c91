import { PARTY_KINDS } from "@evenhand/domain";
import { For, type JSX, Show } from "solid-js";
import { type Json, isList, itemsOf } from "../../../../document/pointer.ts";
import { SelectField } from "../../../../parts/select-field.tsx";
import { useWords } from "../../../../words/words.tsx";
import type { FactDesk } from "./fact-desk.ts";

type When = "never" | "always" | "ofKinds";

/** Whether a case, or each party, must state the fact; of parties it may be asked of some kinds alone. */
export function Required(props: FactDesk): JSX.Element {
  const { t } = useWords();
  const required = (): Json | undefined => props.fact["required"];
  const when = (): When => {
    if (isList(required())) return "ofKinds";
    return required() === true ? "always" : "never";
  };
  const choices = (): readonly When[] =>
    props.scope === "party" || when() === "ofKinds" ? ["never", "always", "ofKinds"] : ["never", "always"];
  const choose = (chosen: string): void => {
    if (chosen === "ofKinds") props.onSet("required", ["person"]);
    else props.onSet("required", chosen === "always" ? true : undefined);
  };
  return (
    <div class="required">
      <SelectField
        at={`${props.at}/required`}
        label={t("facts.fields.required")}
        value={when()}
        options={choices().map((one) => ({ value: one, label: t(`facts.required.${one}`) }))}
        onChange={choose}
      />
      <Show when={when() === "ofKinds"}>
        <Kinds {...props} />
      </Show>
    </div>
  );
}

function Kinds(props: FactDesk): JSX.Element {
  const { t } = useWords();
  const stated = (): readonly Json[] => itemsOf(props.fact["required"]);
  const turn = (kind: Json): void =>
    props.onSet(
      "required",
      stated().includes(kind) ? stated().filter((one) => one !== kind) : [...stated(), kind],
    );
  return (
    <div class="kinds" role="group" aria-label={t("facts.kinds")}>
      <For each={PARTY_KINDS}>
        {(kind) => (
          <label>
            <input type="checkbox" checked={stated().includes(kind)} onChange={() => turn(kind)} />{" "}
            {t(`partyKinds.${kind}`)}
          </label>
        )}
      </For>
    </div>
  );
}
