import type { KeyScope } from "@evenhand/domain";
import { useMutation, useQueryClient } from "@tanstack/solid-query";
import { For, type JSX, Show, createSignal } from "solid-js";
import { formatDay, today } from "../../../format/format.ts";
import { dayAfter } from "../../policy/effect.ts";
import { Button } from "../../../parts/button.tsx";
import { TextField } from "../../../parts/text-field.tsx";
import { Trouble } from "../../../parts/trouble.tsx";
import { useWords } from "../../../words/words.tsx";
import { Choice } from "../../../parts/choice.tsx";
import { SelectField } from "../../../parts/select-field.tsx";
import { type MadeKey, createKey } from "./keys-queries.ts";
import { PURPOSES } from "./purposes.ts";

const TERMS = [30, 90, 180, 365, 730] as const;
const USUAL_TERM = 365;

/** Makes a key: what the other system is to do, what it is called, how long the key serves. */
export function KeyWizard(props: {
  readonly onMade: (made: MadeKey) => void;
  readonly onClose: () => void;
}): JSX.Element {
  const { t, language } = useWords();
  const queries = useQueryClient();
  const [scopes, setScopes] = createSignal<readonly KeyScope[]>([]);
  const [name, setName] = createSignal("");
  const [days, setDays] = createSignal<number>(USUAL_TERM);
  const making = useMutation(() => ({
    mutationFn: () => createKey({ name: name(), scopes: scopes(), expiresInDays: days() }),
    onSuccess: async (made) => {
      await queries.invalidateQueries({ queryKey: ["keys"] });
      props.onMade(made);
    },
  }));
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    making.mutate();
  };
  return (
    <form class="card form" aria-labelledby="new-key" onSubmit={submit}>
      <h3 id="new-key">{t("keys.newTitle")}</h3>
      <Purposes scopes={scopes()} onChange={setScopes} />
      <div class="columns">
        <TextField label={t("keys.name")} hint={t("keys.nameHint")} value={name()} onInput={setName} />
        <SelectField
          label={t("keys.term")}
          hint={t("keys.termHint", { day: formatDay(dayAfter(today(), days()), language()) })}
          value={String(days())}
          options={TERMS.map((term) => ({ value: String(term), label: t("keys.days", { days: term }) }))}
          onChange={(term) => setDays(Number(term))}
        />
      </div>
      <Show when={making.isError}>
        <Trouble error={making.error} />
      </Show>
      <div class="tools">
        <Button onClick={() => props.onClose()}>{t("settings.cancel")}</Button>
        <Button kind="main" type="submit" disabled={making.isPending || scopes().length === 0}>
          {t("keys.make")}
        </Button>
        <Show when={scopes().length === 0}>
          <span class="soft">{t("keys.choosePurpose")}</span>
        </Show>
      </div>
    </form>
  );
}

/** What the other system is to do; each purpose says what the key may then do. */
function Purposes(props: {
  readonly scopes: readonly KeyScope[];
  readonly onChange: (scopes: readonly KeyScope[]) => void;
}): JSX.Element {
  const { t } = useWords();
  const set = (scope: KeyScope, isHad: boolean): void =>
    props.onChange(isHad ? [...props.scopes, scope] : props.scopes.filter((one) => one !== scope));
  return (
    <fieldset class="choices">
      <legend>{t("keys.purpose")}</legend>
      <For each={PURPOSES}>
        {({ scope }) => (
          <Choice
            label={t(`scopePurposes.${scope}`)}
            hint={t(`scopeMay.${scope}`)}
            isChosen={props.scopes.includes(scope)}
            onChange={(isHad) => set(scope, isHad)}
          />
        )}
      </For>
      <p class="soft">{t("keys.never")}</p>
    </fieldset>
  );
}
