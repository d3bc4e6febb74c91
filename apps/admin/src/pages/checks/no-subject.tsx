import { A, useParams } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { type JSX, Show } from "solid-js";
import { policiesQuery } from "../../api/queries.ts";
import { useWords } from "../../words/words.tsx";
import { checksAddress } from "./content.ts";

/** What is shown where an address says no draft and no version: the ways on. */
export function NoSubject(): JSX.Element {
  const { t } = useWords();
  const params = useParams<{ readonly id: string }>();
  const policies = useQuery(policiesQuery);
  const newest = (): number => {
    const policy = policies.data?.find(({ id }) => id === params.id);
    return Math.max(0, ...(policy?.versions ?? []).map(({ version }) => version));
  };
  return (
    <div role="status">
      <p>{t("checks.noSubject")}</p>
      <ul>
        <Show when={newest() > 0}>
          <li>
            <A href={checksAddress(params.id, { version: newest() })}>
              {t("checks.toNewest", { version: newest() })}
            </A>
          </li>
        </Show>
        <li>
          <A href={`/policies/${params.id}`}>{t("checks.toPolicy")}</A>
        </li>
      </ul>
    </div>
  );
}
