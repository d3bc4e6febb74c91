import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { For, type JSX, Show } from "solid-js";
import type { DraftSummary } from "../../api/answers.ts";
import { useMay } from "../../api/use-may.ts";
import { OpenThreads } from "../../comments/open-threads.tsx";
import { formatInstant } from "../../format/format.ts";
import { Loaded } from "../../parts/loaded.tsx";
import { Tag } from "../../parts/tag.tsx";
import { useWords } from "../../words/words.tsx";
import { addressOf } from "../simulations/asked.ts";
import { GiveUpDraft } from "./give-up-draft.tsx";
import { openDraftsQuery } from "./policy-queries.ts";

const TONES = {
  draft: "plain",
  "in-review": "warn",
  approved: "good",
  published: "plain",
  withdrawn: "plain",
} as const satisfies Record<DraftSummary["state"], string>;

/** The drafts of a policy that may still become a version. */
export function OpenDrafts(props: { readonly policy: string }): JSX.Element {
  const { t } = useWords();
  const drafts = useQuery(() => openDraftsQuery(props.policy));
  return (
    <section class="card open-drafts">
      <h2>{t("versions.openDrafts")}</h2>
      <Loaded query={drafts}>
        {(found) => (
          <ul>
            <For each={found()} fallback={<li class="soft">{t("versions.noDrafts")}</li>}>
              {(draft) => <OpenDraft draft={draft} />}
            </For>
          </ul>
        )}
      </Loaded>
    </section>
  );
}

function OpenDraft(props: { readonly draft: DraftSummary }): JSX.Element {
  const { t, language } = useWords();
  const may = useMay();
  const name = (): string =>
    props.draft.baseVersion === null
      ? t("versions.newDraft")
      : t("versions.draftFrom", { version: props.draft.baseVersion });
  return (
    <li>
      <A href={`/policies/${props.draft.policy}/draft/${props.draft.id}`}>{name()}</A>{" "}
      <Tag tone={TONES[props.draft.state]}>{t(`draftState.${props.draft.state}`)}</Tag>
      <OpenThreads draft={props.draft} />{" "}
      <span class="soft">
        {t("home.changed", { when: formatInstant(props.draft.changedAt, language()) })}
      </span>
      <Show when={props.draft.baseVersion !== null}>
        {" "}
        <A href={addressOf({ policy: props.draft.policy, candidate: { draft: props.draft.id } })}>
          {t("simulations.ofDraft")}
        </A>
      </Show>
      <Show when={may("drafts:write")}>
        {" "}
        <GiveUpDraft draft={props.draft.id} />
      </Show>
    </li>
  );
}
