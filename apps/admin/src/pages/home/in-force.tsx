import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { For, type JSX, Show } from "solid-js";
import { policiesQuery } from "../../api/queries.ts";
import { formatDay, today } from "../../format/format.ts";
import { Loaded } from "../../parts/loaded.tsx";
import { useWords } from "../../words/words.tsx";
import { versionAfter, versionOn } from "../policies/version-on.ts";

/** The policies in force today, each with its version. */
export function InForce(): JSX.Element {
  const { t, local, language } = useWords();
  const policies = useQuery(policiesQuery);
  return (
    <section class="card">
      <h2>{t("home.inForce")}</h2>
      <Loaded query={policies}>
        {(all) => (
          <ul>
            <For each={all()} fallback={<li class="soft">{t("home.noPolicies")}</li>}>
              {(policy) => (
                <Show when={versionOn(policy.versions, today(policy.timeZone))}>
                  {(version) => (
                    <li>
                      <A href={`/policies/${policy.id}`}>{local(policy.title)}</A>
                      <span class="soft">
                        {t("policies.versionName", { version: version().version })}
                        <Show when={versionAfter(policy.versions, today(policy.timeZone))}>
                          {(next) => (
                            <>
                              {" · "}
                              {t("policies.nextFrom", {
                                version: next().version,
                                day: formatDay(next().effectiveFrom, language()),
                              })}
                            </>
                          )}
                        </Show>
                      </span>
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
