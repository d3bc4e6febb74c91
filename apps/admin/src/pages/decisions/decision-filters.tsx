import { DISPOSITIONS, wordLabel } from "@evenhand/domain";
import { useQuery } from "@tanstack/solid-query";
import { type JSX, Show } from "solid-js";
import { policiesQuery } from "../../api/queries.ts";
import { useMay } from "../../api/use-may.ts";
import { Button } from "../../parts/button.tsx";
import { DayField } from "../../parts/day-field.tsx";
import { SelectField } from "../../parts/select-field.tsx";
import { useWords } from "../../words/words.tsx";
import { type FilterName, type Filters, STATUSES } from "./filters.ts";

type Filtering = {
  readonly filters: Filters;
  /** An empty text takes the filter off. */
  readonly onChange: (name: FilterName, value: string) => void;
};

/** Everything that the list can be narrowed by; what is chosen counts at once, what is typed once it is finished. */
export function DecisionFilters(props: Filtering & { readonly onClear: () => void }): JSX.Element {
  const { t, local } = useWords();
  const may = useMay();
  const any = { value: "", label: t("decisions.any") };
  const outcomes = () => [
    any,
    ...DISPOSITIONS.map((value) => ({ value, label: local(wordLabel(value, {})) })),
  ];
  const statuses = () => [
    any,
    ...STATUSES.map((value) => ({ value, label: t(`decisions.statuses.${value}`) })),
  ];
  return (
    <form
      class="card decision-filters"
      aria-label={t("decisions.filters")}
      onSubmit={(event) => event.preventDefault()}
    >
      <TypedFilter {...props} name="reference" label={t("decisions.reference")} />
      <Show when={may("decisions:read")}>
        <TypedFilter {...props} name="party" label={t("decisions.party")} />
      </Show>
      <PolicyFilters filters={props.filters} onChange={props.onChange} />
      <SelectField
        label={t("decisions.outcome")}
        value={props.filters.outcome ?? ""}
        options={outcomes()}
        onChange={(value) => props.onChange("outcome", value)}
      />
      <SelectField
        label={t("decisions.status")}
        value={props.filters.status ?? ""}
        options={statuses()}
        onChange={(value) => props.onChange("status", value)}
      />
      <DayFilter {...props} name="from" label={t("decisions.from")} />
      <DayFilter {...props} name="to" label={t("decisions.to")} />
      <label class="check">
        <input
          type="checkbox"
          checked={props.filters.departures === "yes"}
          onChange={(event) => props.onChange("departures", event.currentTarget.checked ? "yes" : "")}
        />{" "}
        {t("decisions.departuresOnly")}
      </label>
      <Show when={Object.keys(props.filters).length > 0}>
        <Button kind="quiet" onClick={() => props.onClear()}>
          {t("decisions.clear")}
        </Button>
      </Show>
    </form>
  );
}

function TypedFilter(
  props: Filtering & {
    readonly name: "reference" | "party";
    readonly label: string;
  },
): JSX.Element {
  return (
    <div class="field">
      <label for={`filter-${props.name}`}>{props.label}</label>
      <input
        id={`filter-${props.name}`}
        type="search"
        autocomplete="off"
        value={props.filters[props.name] ?? ""}
        onChange={(event) => props.onChange(props.name, event.currentTarget.value)}
      />
    </div>
  );
}

function DayFilter(props: Filtering & { readonly name: "from" | "to"; readonly label: string }): JSX.Element {
  return (
    <DayField
      label={props.label}
      value={props.filters[props.name] ?? ""}
      onDay={(day) => props.onChange(props.name, day)}
      onClear={() => props.onChange(props.name, "")}
    />
  );
}

/** The policy and, of one, the version; whoever may not read policies narrows by neither. */
function PolicyFilters(props: Filtering): JSX.Element {
  const { t, local } = useWords();
  const may = useMay();
  const policies = useQuery(() => ({ ...policiesQuery(), enabled: may("policies:read") }));
  const known = () => (policies.isSuccess ? policies.data : []);
  const any = { value: "", label: t("decisions.any") };
  const versions = () => known().find(({ id }) => id === props.filters.policy)?.versions ?? [];
  return (
    <Show when={may("policies:read")}>
      <SelectField
        label={t("decisions.policy")}
        value={props.filters.policy ?? ""}
        options={[any, ...known().map(({ id, title }) => ({ value: id, label: local(title) }))]}
        onChange={(value) => props.onChange("policy", value)}
      />
      <Show when={props.filters.policy}>
        <SelectField
          label={t("decisions.version")}
          value={props.filters.version ?? ""}
          options={[
            any,
            ...versions().map(({ version }) => ({
              value: String(version),
              label: t("policies.versionName", { version }),
            })),
          ]}
          onChange={(value) => props.onChange("version", value)}
        />
      </Show>
    </Show>
  );
}
