import { whoMay } from "@evenhand/domain";
import type { Settings } from "@evenhand/service";
import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/solid-query";
import { type JSX, Show, createSignal, untrack } from "solid-js";
import { send } from "../../../api/send.ts";
import { useMay } from "../../../api/use-may.ts";
import { Button } from "../../../parts/button.tsx";
import { Loaded } from "../../../parts/loaded.tsx";
import { TextField } from "../../../parts/text-field.tsx";
import { Trouble } from "../../../parts/trouble.tsx";
import { useWords } from "../../../words/words.tsx";
import { Choice } from "../../../parts/choice.tsx";
import { useRoleNames } from "../parts/role-names.ts";
import { Section } from "../parts/section.tsx";
import { type TypedSettings, isAmount, isDayOfMonth, settingsFrom, typedFrom } from "./typed-settings.ts";

const settingsQuery = () =>
  queryOptions({
    queryKey: ["settings"],
    queryFn: ({ signal }) => send<Settings>("/v1/settings", { signal }),
  });

/** What administrators decide about the service itself, each with what follows from it. */
export function ServicePage(): JSX.Element {
  return (
    <Section id="service">
      <ServiceSettings />
    </Section>
  );
}

function ServiceSettings(): JSX.Element {
  const settings = useQuery(settingsQuery);
  return <Loaded query={settings}>{(found) => <SettingsForm settings={found()} />}</Loaded>;
}

function SettingsForm(props: { readonly settings: Settings }): JSX.Element {
  const { t } = useWords();
  const may = useMay();
  const rolesNamed = useRoleNames();
  const queries = useQueryClient();
  const [typed, setTyped] = createSignal(untrack(() => typedFrom(props.settings)));
  const wanted = () => settingsFrom(typed());
  const change = useMutation(() => ({
    mutationFn: (body: Settings) => send<Settings>("/v1/settings", { method: "PUT", body }),
    onSuccess: (now) => queries.setQueryData(["settings"], now),
  }));
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const body = wanted();
    if (body) change.mutate(body);
  };
  return (
    <form class="card form" onSubmit={submit}>
      <Show when={!may("settings:manage")}>
        <p class="soft">{t("settings.onlyRead", { roles: rolesNamed(whoMay("settings:manage").roles) })}</p>
      </Show>
      <Fields typed={typed()} isFixed={!may("settings:manage")} onChange={setTyped} />
      <Show when={change.isError}>
        <Trouble error={change.error} />
      </Show>
      <Show when={may("settings:manage")}>
        <div class="tools">
          <Button kind="main" type="submit" disabled={change.isPending || wanted() === undefined}>
            {t("service.save")}
          </Button>
          <span role="status" class="soft">
            <Show when={change.isSuccess}>{t("service.saved")}</Show>
          </span>
        </div>
      </Show>
    </form>
  );
}

function Fields(props: {
  readonly typed: TypedSettings;
  readonly isFixed: boolean;
  readonly onChange: (typed: TypedSettings) => void;
}): JSX.Element {
  const { t } = useWords();
  return (
    <fieldset class="bare" disabled={props.isFixed}>
      <Choice
        label={t("service.factor")}
        hint={t("service.factorText")}
        isChosen={props.typed.factor}
        onChange={(factor) => props.onChange({ ...props.typed, factor })}
      />
      <TextField
        label={t("service.twoApprovers")}
        hint={isAmount(props.typed.amount) ? t("service.twoApproversText") : t("service.notAmount")}
        value={props.typed.amount}
        isWrong={!isAmount(props.typed.amount)}
        onInput={(amount) => props.onChange({ ...props.typed, amount })}
      />
      <TextField
        label={t("service.day")}
        hint={t("service.dayText")}
        inputMode="numeric"
        value={props.typed.day}
        isWrong={!isDayOfMonth(props.typed.day)}
        onInput={(day) => props.onChange({ ...props.typed, day })}
      />
    </fieldset>
  );
}
