import type { Role } from "@evenhand/domain";
import { useMutation, useQueryClient } from "@tanstack/solid-query";
import { type JSX, Show, createSignal, untrack } from "solid-js";
import { Button } from "../../../parts/button.tsx";
import { Trouble } from "../../../parts/trouble.tsx";
import { useWords } from "../../../words/words.tsx";
import { ConfirmDialog } from "../parts/confirm-dialog.tsx";
import { clashWith } from "./accounts.ts";
import {
  type Account,
  type AccountChange,
  type Invited,
  changeAccount,
  inviteAgain,
} from "./people-queries.ts";
import { RoleChoice } from "./role-choice.tsx";

/** Changes the roles of an account, makes a new link for it, shuts it or opens it again. */
export function AccountForm(props: {
  readonly account: Account;
  readonly accounts: readonly Account[];
  readonly onInvited: (email: string, invited: Invited) => void;
  readonly onClose: () => void;
}): JSX.Element {
  const { t } = useWords();
  const queries = useQueryClient();
  const [roles, setRoles] = createSignal<readonly Role[]>(untrack(() => props.account.roles));
  const [isShutting, setIsShutting] = createSignal(false);
  const clash = () => clashWith(props.accounts, { ...props.account, roles: roles() });
  const change = useMutation(() => ({
    mutationFn: (asked: AccountChange) => changeAccount(props.account.id, asked),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["users"] });
      props.onClose();
    },
  }));
  const invitation = useMutation(() => ({
    mutationFn: () => inviteAgain(props.account.id),
    onSuccess: (invited: Invited) => props.onInvited(props.account.email, invited),
  }));
  return (
    <div class="form">
      <RoleChoice roles={roles()} clash={clash()} onChange={setRoles} />
      <Show when={!isShutting() && (change.error ?? invitation.error)}>
        {(error) => <Trouble error={error()} />}
      </Show>
      <div class="tools">
        <Button
          kind="main"
          disabled={change.isPending || clash() !== undefined}
          onClick={() => change.mutate({ roles: roles() })}
        >
          {t("people.saveRoles")}
        </Button>
        <Access
          account={props.account}
          isBusy={change.isPending || invitation.isPending}
          onChange={(asked) => change.mutate(asked)}
          onInvite={() => invitation.mutate()}
          onShut={() => setIsShutting(true)}
        />
        <Button kind="quiet" onClick={() => props.onClose()}>
          {t("settings.cancel")}
        </Button>
      </div>
      <Show when={isShutting()}>
        <ConfirmDialog
          title={t("people.shutTitle", { email: props.account.email })}
          action={t("people.shut")}
          isBusy={change.isPending}
          error={change.error}
          onConfirm={() => change.mutate({ disabled: true })}
          onClose={() => setIsShutting(false)}
        >
          <p>{t("people.shutText")}</p>
        </ConfirmDialog>
      </Show>
    </div>
  );
}

/** A new link, the lost second factor, shutting; of an account that is shut, opening it again. */
function Access(props: {
  readonly account: Account;
  readonly isBusy: boolean;
  readonly onChange: (change: AccountChange) => void;
  readonly onInvite: () => void;
  readonly onShut: () => void;
}): JSX.Element {
  const { t } = useWords();
  return (
    <Show
      when={!props.account.disabled}
      fallback={
        <Button disabled={props.isBusy} onClick={() => props.onChange({ disabled: false })}>
          {t("people.open")}
        </Button>
      }
    >
      <Button disabled={props.isBusy} onClick={() => props.onInvite()}>
        {t("people.newLink")}
      </Button>
      <Show when={props.account.hasSecondFactor}>
        <Button disabled={props.isBusy} onClick={() => props.onChange({ secondFactor: false })}>
          {t("people.takeOffFactor")}
        </Button>
      </Show>
      <Button onClick={() => props.onShut()}>{t("people.shut")}</Button>
    </Show>
  );
}
