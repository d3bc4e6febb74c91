import { A } from "@solidjs/router";
import { For, type JSX, Show, createSignal, createUniqueId } from "solid-js";
import type { Me } from "../../api/answers.ts";
import { Button } from "../../parts/button.tsx";
import { useWords } from "../../words/words.tsx";
import { LONGEST_NAME, type Preset, keepPresets, presetsOf, withPreset } from "./presets.ts";

/** What was asked for before and kept under a name: each leads to the page filled in with it. */
export function PresetList(props: {
  readonly me: Me;
  /** The address that asks for what is filled in now; undefined while that is nothing to keep. */
  readonly address: string | undefined;
}): JSX.Element {
  const { t } = useWords();
  const id = createUniqueId();
  // oxlint-disable-next-line solid/reactivity -- whoever signs in as somebody else is given another page
  const [presets, setPresets] = createSignal(presetsOf(props.me.id));
  const [done, setDone] = createSignal("");
  const keep = (next: readonly Preset[], said: string): void => {
    if (!keepPresets(props.me.id, next)) {
      setDone(t("simulations.presets.notKept"));
      return;
    }
    setPresets(next);
    setDone(said);
  };
  const save = (preset: Preset): void =>
    keep(withPreset(presets(), preset), t("simulations.presets.kept", { name: preset.name }));
  const remove = (preset: Preset): void =>
    keep(
      presets().filter((one) => one !== preset),
      t("simulations.presets.deleted", { name: preset.name }),
    );
  return (
    <section class="card simulation-part" aria-labelledby={`${id}-presets`}>
      <h2 id={`${id}-presets`}>{t("simulations.presets.title")}</h2>
      <p class="soft">{t("simulations.presets.intro")}</p>
      <ul class="preset-list">
        <For each={presets()}>
          {(preset) => (
            <li>
              <A href={preset.address}>{preset.name}</A>
              <Button
                kind="quiet"
                aria-label={t("simulations.presets.deleteNamed", { name: preset.name })}
                onClick={() => remove(preset)}
              >
                {t("simulations.presets.delete")}
              </Button>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.address}>
        {(address) => <PresetForm onSave={(name) => save({ name, address: address() })} />}
      </Show>
      <p class="soft" role="status">
        {done()}
      </p>
    </section>
  );
}

function PresetForm(props: { readonly onSave: (name: string) => void }): JSX.Element {
  const { t } = useWords();
  const id = createUniqueId();
  const [name, setName] = createSignal("");
  const wanted = (): string => name().trim();
  return (
    <form
      class="preset-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted() === "") return;
        props.onSave(wanted());
        setName("");
      }}
    >
      <div class="field">
        <label for={id}>{t("simulations.presets.name")}</label>
        <input
          id={id}
          type="text"
          autocomplete="off"
          maxlength={LONGEST_NAME}
          value={name()}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </div>
      <Button type="submit" disabled={wanted() === ""}>
        {t("simulations.presets.save")}
      </Button>
    </form>
  );
}
