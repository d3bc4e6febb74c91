import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { type JSX, Show } from "solid-js";
import type { VersionStanding } from "../../api/answers.ts";
import { policiesQuery } from "../../api/queries.ts";
import { useMay } from "../../api/use-may.ts";
import { useWords } from "../../words/words.tsx";
import { addressOf } from "../simulations/asked.ts";
import { BeginButton } from "./begin-button.tsx";
import type { BeginDraft } from "./begin-draft.ts";

/** What the policy is, and what can be begun from here. */
export function PolicyHead(props: {
  readonly policy: string;
  readonly versions: readonly VersionStanding[];
  readonly begin: BeginDraft | undefined;
}): JSX.Element {
  const { t, local } = useWords();
  const policies = useQuery(policiesQuery);
  const policy = () => policies.data?.find(({ id }) => id === props.policy);
  const may = useMay();
  const newest = () => props.versions.at(-1)?.version;
  return (
    <div class="policy-head">
      <h1>{local(policy()?.title ?? { en: props.policy, zh: props.policy })}</h1>
      <div class="policy-tools">
        <Show when={props.versions.length > 1}>
          <A class="button" href={`/policies/${props.policy}/compare`}>
            {t("versions.compare")}
          </A>
        </Show>
        <Show when={newest() !== undefined && may("drafts:read")}>
          <A class="button" href={addressOf({ policy: props.policy })}>
            {t("simulations.ofPolicy")}
          </A>
        </Show>
        <Show when={newest() !== undefined && props.begin}>
          {(begin) => (
            <BeginButton kind="main" policy={props.policy} from={newest() ?? 1} begin={begin()}>
              {t("versions.begin")}
            </BeginButton>
          )}
        </Show>
      </div>
      <Show when={policy()?.summary}>{(summary) => <p class="soft">{local(summary())}</p>}</Show>
    </div>
  );
}
