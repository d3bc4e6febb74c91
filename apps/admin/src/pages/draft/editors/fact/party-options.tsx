import { PARTY_KINDS } from "@evenhand/domain";
import type { JSX } from "solid-js";
import { textAt } from "../../../../document/pointer.ts";
import { SelectField } from "../../../../parts/select-field.tsx";
import { useWords } from "../../../../words/words.tsx";
import type { FactDesk } from "./fact-desk.ts";
import { Tick } from "./tick.tsx";

/** Whom a fact may name. */
export function PartyOptions(props: FactDesk): JSX.Element {
  const { t } = useWords();
  return (
    <fieldset>
      <legend>{t("facts.whom")}</legend>
      <Tick
        at={`${props.at}/mustBeParty`}
        label={t("facts.fields.mustBeParty")}
        isTicked={props.fact["mustBeParty"] === true}
        onChange={(isParty) => props.onSet("mustBeParty", isParty ? true : undefined)}
      />
      <SelectField
        at={`${props.at}/namesKind`}
        label={t("facts.fields.namesKind")}
        value={textAt(props.fact, "/namesKind", "person")}
        options={PARTY_KINDS.map((kind) => ({ value: kind, label: t(`partyKinds.${kind}`) }))}
        onChange={(kind) => props.onSet("namesKind", kind === "person" ? undefined : kind)}
      />
    </fieldset>
  );
}
