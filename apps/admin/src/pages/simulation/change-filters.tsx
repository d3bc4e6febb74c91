import type { SimulationResult } from "@evenhand/analysis";
import { For, type JSX, Show } from "solid-js";
import { formatCount } from "../../format/format.ts";
import { Button } from "../../parts/button.tsx";
import { SelectField } from "../../parts/select-field.tsx";
import { useWords } from "../../words/words.tsx";
import {
  type AskedChanges,
  type ChangeOrder,
  DIRECTIONS,
  KINDS,
  LABELS,
  ORDERS,
  orderIn,
} from "./asked-changes.ts";
import type { ChangesInAddress } from "./use-asked-changes.ts";
import { useBarNames } from "./bar-names.ts";

type Given = {
  readonly result: SimulationResult;
  readonly address: ChangesInAddress;
  /** In which order the list stands. */
  readonly order: ChangeOrder;
  /** While more is found it stands in the order of the days. */
  readonly isUnderWay: boolean;
  /** How many fit; undefined until that is known. */
  readonly total: number | undefined;
};

/** By what the list of cases is narrowed, in which order it stands, and how many fit. What charts narrow it by stands there as well, to be taken away. */
export function ChangeFilters(props: Given): JSX.Element {
  const { t, language } = useWords();
  const asked = () => props.address.asked();
  const isFiltered = (): boolean => Object.keys(asked()).length > 0;
  const any = { value: "", label: t("simulation.changes.any") };
  // Another amount is always taken otherwise: there the months alone are no kind.
  const kindNamed = (kind: (typeof KINDS)[number]): string =>
    kind === "schedule" ? t("simulation.changes.scheduleOnly") : t(`effect.kinds.${kind}`);
  const ask = (change: AskedChanges): void => props.address.ask(change);
  const found = (): string =>
    t(isFiltered() ? "simulation.changes.found" : "simulation.changes.all", {
      count: formatCount(props.total ?? 0, language()),
    });
  return (
    <div class="change-filters" role="group" aria-label={t("simulation.changes.filters")}>
      <SelectField
        label={t("simulation.changes.direction")}
        value={asked().direction ?? ""}
        options={[
          any,
          ...DIRECTIONS.map((value) => ({
            value,
            label: t(`simulation.changes.directions.${value}`),
          })),
        ]}
        onChange={(direction) => ask({ direction })}
      />
      <SelectField
        label={t("simulation.changes.kind")}
        value={asked().kind ?? ""}
        options={[any, ...KINDS.map((value) => ({ value, label: kindNamed(value) }))]}
        onChange={(kind) => ask({ kind })}
      />
      <SelectField
        label={t("simulation.changes.by")}
        value={asked().by ?? ""}
        options={[
          any,
          ...LABELS.map((value) => ({
            value,
            label: t(`simulation.changes.labels.${value}`),
          })),
        ]}
        onChange={(by) => ask({ by })}
      />
      <OrderField {...props} />
      <div class="chosen-filters">
        <span role="status">
          <Show when={props.total !== undefined}>{found()}</Show>
        </span>
        <Show when={props.result.counts.higherApproval > 0 && asked().approval === undefined}>
          <button type="button" class="as-link" onClick={() => ask({ approval: "higher" })}>
            {t("simulation.changes.higherApprovals", {
              count: formatCount(props.result.counts.higherApproval, language()),
            })}
          </button>
        </Show>
        <Chips {...props} />
        <Show when={isFiltered()}>
          <Button kind="quiet" onClick={() => props.address.clear()}>
            {t("simulation.changes.clear")}
          </Button>
        </Show>
      </div>
    </div>
  );
}

function OrderField(props: Pick<Given, "address" | "order" | "isUnderWay">): JSX.Element {
  const { t } = useWords();
  return (
    <SelectField
      label={t("simulation.changes.order")}
      value={props.order}
      isFixed={props.isUnderWay}
      hint={props.isUnderWay ? t("simulation.changes.orderLater") : undefined}
      options={ORDERS.map((value) => ({ value, label: t(`simulation.changes.orders.${value}`) }))}
      onChange={(order) => props.address.putIn(orderIn(order))}
    />
  );
}

/** What is chosen in the charts. */
function Chips(props: Given): JSX.Element {
  const { t, local } = useWords();
  const names = useBarNames(() => props.result.currency);
  const classNamed = (id: string | undefined): string => {
    const found = props.result.classes.find((one) => one.id === id);
    return found ? local(found.label) : (id ?? "");
  };
  const groupNamed = ({ group: fact, value }: AskedChanges): string => {
    const group = props.result.groups.find((one) => one.fact === fact);
    const found = group?.values.find((one) => (one.value ?? "") === (value ?? ""));
    return `${group ? local(group.label) : fact}: ${found ? local(found.label) : (value ?? "")}`;
  };
  const ruleNamed = (id: string): string => {
    const found = props.result.rules.find(({ rule }) => rule === id);
    return found ? local(found.label) : id;
  };
  const minor = (text: string | undefined): number | null => (text === undefined ? null : Number(text));
  const chips = (): readonly { readonly label: string; readonly without: AskedChanges | NoneOf }[] => {
    const { least, most, group, cause, from, to, approval } = props.address.asked();
    return [
      ...(least === undefined && most === undefined
        ? []
        : [
            {
              label: names.between(minor(least), minor(most)),
              without: { least: undefined, most: undefined },
            },
          ]),
      ...(group === undefined
        ? []
        : [{ label: groupNamed(props.address.asked()), without: { group: undefined, value: undefined } }]),
      ...(cause === undefined ? [] : [{ label: ruleNamed(cause), without: { cause: undefined } }]),
      ...(from === undefined
        ? []
        : [
            {
              label: `${classNamed(from)} → ${classNamed(to)}`,
              without: { from: undefined, to: undefined },
            },
          ]),
      ...(approval === undefined
        ? []
        : [{ label: t("simulation.changes.approval"), without: { approval: undefined } }]),
    ];
  };
  return (
    <For each={chips()}>
      {({ label, without }) => (
        <button
          type="button"
          class="chip"
          aria-label={t("simulation.changes.remove", { filter: label })}
          onClick={() => props.address.ask(without)}
        >
          {label} <span aria-hidden="true">×</span>
        </button>
      )}
    </For>
  );
}

type NoneOf = { readonly [Name in keyof AskedChanges]: undefined };
