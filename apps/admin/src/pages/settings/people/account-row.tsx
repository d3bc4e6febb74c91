import { For, type JSX, Show } from "solid-js";
import { formatInstant } from "../../../format/format.ts";
import { Button } from "../../../parts/button.tsx";
import { Tag } from "../../../parts/tag.tsx";
import { useWords } from "../../../words/words.tsx";
import { AccountForm } from "./account-form.tsx";
import { type AccountState, othersOf, stateOf } from "./accounts.ts";
import type { Account, Invited } from "./people-queries.ts";

const TONES = {
  active: "good",
  invited: "warn",
  disabled: "plain",
  erased: "plain",
} as const satisfies Record<AccountState, string>;

/** One account in a line; opened, with all that can be changed about it below. */
export function AccountRow(props: {
  readonly account: Account;
  readonly accounts: readonly Account[];
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onInvited: (email: string, invited: Invited) => void;
}): JSX.Element {
  const { t, language } = useWords();
  const state = () => stateOf(props.account);
  const others = () => othersOf(props.accounts, props.account);
  return (
    <>
      <tr data-open={props.isOpen}>
        <td data-part="account">
          <strong>{props.account.name || t("people.noName")}</strong>
          <div class="soft code">{props.account.email}</div>
        </td>
        <td>
          {props.account.personId || t("people.erasedPerson")}
          <Show when={others().length > 0}>
            <div class="soft">
              {t("people.samePerson", {
                accounts: others()
                  .map(({ email }) => email)
                  .join(", "),
              })}
            </div>
          </Show>
        </td>
        <td>
          <Roles roles={props.account.roles} />
        </td>
        <td>
          <Tag tone={TONES[state()]}>{t(`people.state.${state()}`)}</Tag>
        </td>
        <td>
          {props.account.lastSignedInAt === null
            ? t("people.never")
            : formatInstant(props.account.lastSignedInAt, language())}
        </td>
        <td>{props.account.hasSecondFactor ? t("people.factorSet") : t("people.factorMissing")}</td>
        <td>
          <Show when={state() !== "erased"}>
            <Button
              aria-expanded={props.isOpen}
              aria-label={t("people.changeOne", { email: props.account.email })}
              onClick={() => props.onOpen(!props.isOpen)}
            >
              {t("people.change")}
            </Button>
          </Show>
        </td>
      </tr>
      <Show when={props.isOpen}>
        <tr>
          <td colspan="7">
            <AccountForm
              account={props.account}
              accounts={props.accounts}
              onInvited={(email, invited) => props.onInvited(email, invited)}
              onClose={() => props.onOpen(false)}
            />
          </td>
        </tr>
      </Show>
    </>
  );
}

function Roles(props: { readonly roles: Account["roles"] }): JSX.Element {
  const { t } = useWords();
  return (
    <div class="tags">
      <For each={props.roles} fallback={<span class="soft">{t("people.noRole")}</span>}>
        {(role) => <Tag>{t(`roleNames.${role}`)}</Tag>}
      </For>
    </div>
  );
}
