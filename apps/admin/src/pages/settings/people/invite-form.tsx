import type { Role } from "@evenhand/domain";
import { useMutation, useQueryClient } from "@tanstack/solid-query";
import { type JSX, Show, createSignal } from "solid-js";
import { Button } from "../../../parts/button.tsx";
import { TextField } from "../../../parts/text-field.tsx";
import { Trouble } from "../../../parts/trouble.tsx";
import { useWords } from "../../../words/words.tsx";
import { clashWith, othersOf } from "./accounts.ts";
import { type Account, type Invited, createAccount } from "./people-queries.ts";
import { RoleChoice } from "./role-choice.tsx";

/** Makes an account for somebody, and with it the link by which they set their password. */
export function InviteForm(props: {
  readonly accounts: readonly Account[];
  readonly onInvited: (email: string, invited: Invited) => void;
  readonly onClose: () => void;
}): JSX.Element {
  const { t } = useWords();
  const queries = useQueryClient();
  const [email, setEmail] = createSignal("");
  const [name, setName] = createSignal("");
  const [personId, setPersonId] = createSignal("");
  const [roles, setRoles] = createSignal<readonly Role[]>([]);
  const others = () => othersOf(props.accounts, { personId: personId() });
  const clash = () => clashWith(props.accounts, { personId: personId(), roles: roles() });
  const making = useMutation(() => ({
    mutationFn: () => createAccount({ email: email(), name: name(), personId: personId(), roles: roles() }),
    onSuccess: async ({ user, invitation }) => {
      await queries.invalidateQueries({ queryKey: ["users"] });
      props.onInvited(user.email, invitation);
    },
  }));
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    making.mutate();
  };
  return (
    <form class="card form" aria-labelledby="invite" onSubmit={submit}>
      <h3 id="invite">{t("people.inviteTitle")}</h3>
      <div class="columns">
        <TextField
          label={t("people.email")}
          hint={t("people.emailHint")}
          type="email"
          value={email()}
          onInput={setEmail}
          isFirst
        />
        <TextField label={t("people.name")} value={name()} onInput={setName} />
        <TextField
          label={t("people.personId")}
          hint={t("people.personIdHint")}
          value={personId()}
          onInput={setPersonId}
        />
      </div>
      <Show when={others().length > 0}>
        <p role="status">
          {t("people.alreadyThere", {
            person: personId().trim(),
            accounts: others()
              .map((other) => other.email)
              .join(", "),
          })}
        </p>
      </Show>
      <RoleChoice roles={roles()} clash={clash()} onChange={setRoles} />
      <Show when={making.isError}>
        <Trouble error={making.error} />
      </Show>
      <div class="tools">
        <Button onClick={() => props.onClose()}>{t("settings.cancel")}</Button>
        <Button kind="main" type="submit" disabled={making.isPending || clash() !== undefined}>
          {t("people.make")}
        </Button>
      </div>
    </form>
  );
}
