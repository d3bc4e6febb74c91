import { useSearchParams } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { type Accessor, For, type JSX, Show, createSignal } from "solid-js";
import { formatInstant } from "../../../format/format.ts";
import { Button } from "../../../parts/button.tsx";
import { Loaded } from "../../../parts/loaded.tsx";
import { useWords } from "../../../words/words.tsx";
import { ListSearch } from "../parts/list-search.tsx";
import { Section } from "../parts/section.tsx";
import { ShownOnce } from "../parts/shown-once.tsx";
import { AccountRow } from "./account-row.tsx";
import { isNamed } from "./accounts.ts";
import { InviteForm } from "./invite-form.tsx";
import { type Account, type Invited, accountsQuery } from "./people-queries.ts";

type Shown = Invited & { readonly email: string; readonly isFirst: boolean };

/** The accounts that people sign in with. What is open or searched for stands in the address; a link never does. */
export function PeoplePage(): JSX.Element {
  const { t } = useWords();
  const [asked, ask] = useSearchParams<{ readonly invite?: string }>();
  return (
    <Section
      id="people"
      actions={
        <Show when={asked.invite === undefined}>
          <Button kind="main" onClick={() => ask({ invite: "yes", account: undefined })}>
            {t("people.invite")}
          </Button>
        </Show>
      }
    >
      <People />
    </Section>
  );
}

function People(): JSX.Element {
  const accounts = useQuery(accountsQuery);
  const [shown, setShown] = createSignal<Shown>();
  const [asked, ask] = useSearchParams<{ readonly invite?: string }>();
  const show = (link: Shown): void => {
    ask({ invite: undefined, account: undefined });
    setShown(link);
  };
  return (
    <>
      <Show when={shown()}>{(link) => <LinkOnce shown={link()} onDone={() => setShown(undefined)} />}</Show>
      <Loaded query={accounts}>
        {(all) => (
          <>
            <Show when={asked.invite !== undefined}>
              <InviteForm
                accounts={all()}
                onInvited={(email, invited) => show({ ...invited, email, isFirst: true })}
                onClose={() => ask({ invite: undefined })}
              />
            </Show>
            <Accounts
              accounts={all}
              onInvited={(email, invited) => show({ ...invited, email, isFirst: false })}
            />
          </>
        )}
      </Loaded>
    </>
  );
}

function LinkOnce(props: { readonly shown: Shown; readonly onDone: () => void }): JSX.Element {
  const { t, language } = useWords();
  return (
    <ShownOnce
      title={t("people.linkTitle", { email: props.shown.email })}
      secret={props.shown.link}
      copy={t("people.copyLink")}
      onDone={() => props.onDone()}
    >
      <p>{t("people.linkText", { until: formatInstant(props.shown.expiresAt, language()) })}</p>
      <Show when={!props.shown.isFirst}>
        <p>{t("people.earlierLinks")}</p>
      </Show>
    </ShownOnce>
  );
}

function Accounts(props: {
  readonly accounts: Accessor<readonly Account[]>;
  readonly onInvited: (email: string, invited: Invited) => void;
}): JSX.Element {
  const { t } = useWords();
  const [asked, ask] = useSearchParams<{ readonly q?: string; readonly account?: string }>();
  const found = () => props.accounts().filter((account) => isNamed(account, asked.q ?? ""));
  return (
    <>
      <ListSearch label={t("people.search")} found={found().length} />
      <div class="card overflow">
        <table class="table">
          <caption class="unseen">{t("settings.sections.people")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("people.account")}</th>
              <th scope="col">{t("people.personId")}</th>
              <th scope="col">{t("people.roles")}</th>
              <th scope="col">{t("people.standing")}</th>
              <th scope="col">{t("people.lastSignIn")}</th>
              <th scope="col">{t("people.secondFactor")}</th>
              <th scope="col">
                <span class="unseen">{t("people.change")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={found()}>
              {(account) => (
                <AccountRow
                  account={account}
                  accounts={props.accounts()}
                  isOpen={asked.account === account.id}
                  onOpen={(isOpen) => ask({ account: isOpen ? account.id : undefined, invite: undefined })}
                  onInvited={(email, invited) => props.onInvited(email, invited)}
                />
              )}
            </For>
          </tbody>
        </table>
      </div>
    </>
  );
}
