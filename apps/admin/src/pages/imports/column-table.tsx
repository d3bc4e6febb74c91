import type { FactRequirement } from "@evenhand/engine";
import { useQuery } from "@tanstack/solid-query";
import { For, type JSX, Show } from "solid-js";
import { Tag } from "../../parts/tag.tsx";
import { useWords } from "../../words/words.tsx";
import { type ColumnMap, requirementsQuery } from "./import-queries.ts";
import type { SheetColumn } from "./sheet-columns.ts";

/** What stands for leaving a column out. */
const LEFT_OUT = "-";
/** What a case has besides facts. */
const ENVELOPE = ["reference", "party.id", "party.kind", "party.memberOf"] as const;

/** What each column is taken for, and may be said to hold instead. */
export function ColumnTable(props: {
  readonly policy: string;
  readonly columns: readonly SheetColumn[];
  readonly map: ColumnMap;
  readonly onMap: (map: ColumnMap) => void;
}): JSX.Element {
  const { t } = useWords();
  const requirements = useQuery(() => requirementsQuery(props.policy));
  const choose = (header: string, target: string): void => {
    const { [header]: _, ...others } = props.map;
    props.onMap(target === "" ? others : { ...others, [header]: target });
  };
  return (
    <div class="card overflow">
      <table class="table">
        <thead>
          <tr>
            <th>{t("imports.column")}</th>
            <th>{t("imports.holds")}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.columns}>
            {(column) => (
              <tr>
                <td>
                  <Show when={column.letters}>
                    <span class="soft">{column.letters} </span>
                  </Show>
                  {column.header}{" "}
                  <Show when={column.isOpen && props.map[column.header] === undefined}>
                    <Tag tone="warn">{t("imports.toSettle")}</Tag>
                  </Show>
                </td>
                <td>
                  <TargetChoice
                    column={column}
                    facts={requirements.data?.facts ?? []}
                    chosen={props.map[column.header] ?? ""}
                    onChoose={(target) => choose(column.header, target)}
                  />
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}

function TargetChoice(props: {
  readonly column: SheetColumn;
  readonly facts: readonly FactRequirement[];
  readonly chosen: string;
  readonly onChoose: (target: string) => void;
}): JSX.Element {
  const { t, local } = useWords();
  const ofScope = (scope: FactRequirement["scope"]) => props.facts.filter((fact) => fact.scope === scope);
  const nameOf = (target: string): string => {
    const envelope = ENVELOPE.find((one) => one === target);
    if (envelope) return t(`importTarget.${keyOf(envelope)}`);
    const found = props.facts.find(({ scope, name }) => `${scope}.${name}` === target);
    return found ? local(found.label) : target;
  };
  return (
    <select
      class="input"
      aria-label={t("imports.holdsOf", { column: props.column.header })}
      value={props.chosen}
      onChange={(event) => props.onChoose(event.currentTarget.value)}
    >
      <option value="">
        {props.column.holds
          ? t("imports.byHeader", { fact: nameOf(props.column.holds) })
          : t(props.column.isOpen ? "imports.chooseFact" : "imports.notRead")}
      </option>
      <option value={LEFT_OUT}>{t("imports.leaveOut")}</option>
      <optgroup label={t("imports.ofTheCase")}>
        <option value="reference">{nameOf("reference")}</option>
        <For each={ofScope("case")}>
          {(fact) => <option value={`case.${fact.name}`}>{local(fact.label)}</option>}
        </For>
      </optgroup>
      <optgroup label={t("imports.ofTheParty")}>
        <For each={ENVELOPE.slice(1)}>{(one) => <option value={one}>{nameOf(one)}</option>}</For>
        <For each={ofScope("party")}>
          {(fact) => <option value={`party.${fact.name}`}>{local(fact.label)}</option>}
        </For>
      </optgroup>
    </select>
  );
}

/** A dot would divide the key of a text. */
function keyOf(target: (typeof ENVELOPE)[number]): "reference" | "partyId" | "partyKind" | "partyMemberOf" {
  switch (target) {
    case "reference":
      return "reference";
    case "party.id":
      return "partyId";
    case "party.kind":
      return "partyKind";
    case "party.memberOf":
      return "partyMemberOf";
  }
}
