import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import type { JSX } from "solid-js";
import { formatCount } from "../../format/format.ts";
import { useWords } from "../../words/words.tsx";
import { keysQuery, usersQuery } from "./home-queries.ts";

/** What whoever keeps the service looks after. */
export function Keeping(): JSX.Element {
  const { t, language } = useWords();
  const users = useQuery(usersQuery);
  const keys = useQuery(keysQuery);
  const signIns = (): number =>
    users.data?.filter(({ disabled, canSignIn }) => canSignIn && !disabled).length ?? 0;
  const valid = (): number => keys.data?.filter(({ state }) => state === "valid").length ?? 0;
  return (
    <section class="card">
      <h2>{t("keeping.title")}</h2>
      <ul>
        <li>
          <A href="/settings/people">{t("keeping.people")}</A>
          <span class="soft">{t("keeping.peopleCount", { count: formatCount(signIns(), language()) })}</span>
        </li>
        <li>
          <A href="/settings/keys">{t("keeping.keys")}</A>
          <span class="soft">{t("keeping.keysCount", { count: formatCount(valid(), language()) })}</span>
        </li>
        <li>
          <A href="/settings/service">{t("keeping.service")}</A>
        </li>
      </ul>
    </section>
  );
}
