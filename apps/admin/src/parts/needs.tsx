import { type Permission, ROLES, whoMay } from "@evenhand/domain";
import { useQuery } from "@tanstack/solid-query";
import { type JSX, Show } from "solid-js";
import { meQuery } from "../api/queries.ts";
import { useMay, useMayOwn } from "../api/use-may.ts";
import { formatList } from "../format/format.ts";
import { useWords } from "../words/words.tsx";
import "./parts.css";

/** What asks for a permission; whoever lacks it is told so, and who has it. */
export function Needs(props: {
  readonly permission: Permission;
  /** Whether it is open to whoever has the permission for what is their own only. */
  readonly own?: boolean;
  readonly children: JSX.Element;
}): JSX.Element {
  const [may, mayOwn] = [useMay(), useMayOwn()];
  const isOpen = (): boolean => (props.own === true ? mayOwn : may)(props.permission);
  return (
    <Show when={isOpen()} fallback={<NotAllowed permission={props.permission} own={props.own === true} />}>
      {props.children}
    </Show>
  );
}

function NotAllowed(props: { readonly permission: Permission; readonly own: boolean }): JSX.Element {
  const { t, language } = useWords();
  const me = useQuery(meQuery);
  const listed = (roles: readonly (typeof ROLES)[number][]): string =>
    formatList(
      roles.map((role) => t(`roleNames.${role}`)),
      { language: language(), type: "disjunction" },
    );
  const own = () => me.data?.roles ?? [];
  return (
    <section class="card not-allowed">
      <h1>{t("notAllowed.title")}</h1>
      <p>{t("notAllowed.who", { roles: listed(whoMay(props.permission, { own: props.own }).roles) })}</p>
      <p class="soft">
        {own().length === 0 ? t("notAllowed.noRole") : t("notAllowed.yours", { roles: listed(own()) })}
      </p>
      <p class="soft code">{props.permission}</p>
    </section>
  );
}
