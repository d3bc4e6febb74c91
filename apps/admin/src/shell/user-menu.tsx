import { useNavigate } from "@solidjs/router";
import { type JSX, Show, createSignal, lazy } from "solid-js";
import IconUser from "~icons/lucide/circle-user-round";
import type { Me } from "../api/answers.ts";
import { formatList } from "../format/format.ts";
import { useWords } from "../words/words.tsx";
import { Panel } from "./panel.tsx";

const PasswordDialog = lazy(async () => ({
  default: (await import("../pages/account/password-dialog.tsx")).PasswordDialog,
}));
const SecondFactorDialog = lazy(async () => ({
  default: (await import("../pages/account/second-factor-dialog.tsx")).SecondFactorDialog,
}));

/** Who is signed in, what they may do, and what concerns their own account. */
export function UserMenu(props: { readonly me: Me; readonly onShortcuts: () => void }): JSX.Element {
  const { t, language } = useWords();
  const navigate = useNavigate();
  const [open, setOpen] = createSignal<"password" | "second-factor">();
  const close = (): undefined => setOpen(undefined);
  const name = (): string => props.me.name ?? props.me.email ?? "";
  const roles = (): string =>
    formatList(
      (props.me.roles ?? []).map((role) => t(`roleNames.${role}`)),
      { language: language(), type: "conjunction" },
    );
  const Item = (item: { readonly onChoose: () => void; readonly children: JSX.Element }): JSX.Element => (
    <button type="button" data-closes="" onClick={() => item.onChoose()}>
      {item.children}
    </button>
  );
  return (
    <>
      <Panel
        label={t("user.menu", { name: name() })}
        button={
          <>
            <IconUser aria-hidden="true" />
            <span data-part="who">{name()}</span>
          </>
        }
      >
        <div data-part="account">
          <strong>{name()}</strong>
          <span class="soft">
            {props.me.personId} · {props.me.email}
          </span>
          <span>{roles() === "" ? t("user.noRoles") : t("user.roles", { roles: roles() })}</span>
        </div>
        <div class="menu-items">
          <Item onChoose={() => setOpen("password")}>{t("user.password")}</Item>
          <Item onChoose={() => setOpen("second-factor")}>
            {props.me.hasSecondFactor === true ? t("user.secondFactorOn") : t("user.secondFactorOff")}
          </Item>
          <Item onChoose={() => props.onShortcuts()}>{t("user.shortcuts")}</Item>
          <Item onChoose={() => navigate("/sign-out", { state: { isAsked: true } })}>
            {t("user.signOut")}
          </Item>
        </div>
      </Panel>
      <Show when={open() === "password"}>
        <PasswordDialog onClose={close} />
      </Show>
      <Show when={open() === "second-factor"}>
        <SecondFactorDialog hasOne={props.me.hasSecondFactor === true} onClose={close} />
      </Show>
    </>
  );
}
