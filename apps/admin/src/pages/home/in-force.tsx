import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { For, type JSX, Show } from "solid-js";
import { policiesQuery } from "../../api/queries.ts";
import { today } from "../../format/format.ts";
import { Loaded } from "../../parts/loaded.tsx";
import { useWords } from "../../words/words.tsx";
import { versionOn } from "../policies/version-on.ts";

/** The policies in force today, each with its version. */
export function InForce(): JSX.Element {
  const { t, local } = useWords();
  const policies = useQuery(policiesQuery);
  return (
    <section class="card">
      <h2>{t("home.inForce")}</h2>
      <Loaded query={policies}>
        {(all) => (
          <ul>
            <For each={all()} fallback={<li class="soft">{t("home.noPolicies")}</li>}>
              {(policy) => (
                <Show when={versionOn(policy.versions, today())}>
                  {(version) => (
                    <li>
                      <A href={`/policies/${policy.id}`}>{local(policy.title)}</A>
                      <span class="soft">{t("policies.versionName", { version: version().version })}</span>
                    </li>
                  )}
                </Show>
              )}
            </For>
          </ul>
        )}
      </Loaded>
    </section>
  );
}
