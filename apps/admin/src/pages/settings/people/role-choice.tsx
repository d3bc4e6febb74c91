import { ROLES, type Role } from "@evenhand/domain";
import { For, type JSX, Show } from "solid-js";
import { formatList } from "../../../format/format.ts";
import { useWords } from "../../../words/words.tsx";
import { Choice } from "../../../parts/choice.tsx";

/** The roles of an account, each with what it may do; roles that do not go together are said at once. */
export function RoleChoice(props: {
  readonly roles: readonly Role[];
  readonly clash: readonly [Role, Role] | undefined;
  readonly onChange: (roles: readonly Role[]) => void;
}): JSX.Element {
  const { t, language } = useWords();
  const set = (role: Role, isHad: boolean): void =>
    props.onChange(ROLES.filter((one) => (one === role ? isHad : props.roles.includes(one))));
  const named = (roles: readonly [Role, Role]): string =>
    formatList(
      roles.map((role) => t(`roleNames.${role}`)),
      { language: language(), type: "conjunction" },
    );
  return (
    <fieldset class="choices">
      <legend>{t("people.roles")}</legend>
      <For each={ROLES}>
        {(role) => (
          <Choice
            label={t(`roleNames.${role}`)}
            hint={t(`roleMay.${role}`)}
            isChosen={props.roles.includes(role)}
            onChange={(isHad) => set(role, isHad)}
          />
        )}
      </For>
      <p role="status" data-part="clash">
        <Show when={props.clash} fallback={<span class="soft">{t("people.clashRule")}</span>}>
          {(clash) => <strong>{t("people.clash", { roles: named(clash()) })}</strong>}
        </Show>
      </p>
    </fieldset>
  );
}
