import { useMutation, useQuery, useQueryClient } from "@tanstack/solid-query";
import { For, type JSX, Show, createSignal } from "solid-js";
import type { Draft } from "../../api/answers.ts";
import { useMay } from "../../api/use-may.ts";
import { Button } from "../../parts/button.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../words/words.tsx";
import { ConflictChoice } from "./conflict-choice.tsx";
import {
  type Choice,
  type Divergence,
  type Overtaken as Versions,
  divergenceQuery,
  takeOver,
} from "./overtaken-query.ts";
import { useAfter } from "./use-after.ts";

/** Says that a newer version was published since a draft began; whoever may write brings the draft up to date. */
export function Overtaken(props: { readonly draft: Draft }): JSX.Element {
  const versions = (): Versions | undefined => {
    const { baseVersion, newestVersion, state } = props.draft;
    if (state === "published" || state === "withdrawn") return undefined;
    return baseVersion !== null && newestVersion !== null && newestVersion > baseVersion
      ? { base: baseVersion, newest: newestVersion }
      : undefined;
  };
  return <Show when={versions()}>{(found) => <Divided draft={props.draft} versions={found()} />}</Show>;
}

function Divided(props: { readonly draft: Draft; readonly versions: Versions }): JSX.Element {
  const { t } = useWords();
  const may = useMay();
  const queries = useQueryClient();
  const divergence = useQuery(() => divergenceQuery(queries, props.draft, props.versions));
  return (
    <section class="notice overtaken">
      <h2>⚠ {t("review.overtaken", { newest: props.versions.newest, base: props.versions.base })}</h2>
      <p>{t("review.overtakenText", { newest: props.versions.newest })}</p>
      <Loaded query={divergence}>
        {(found) => (
          <Show when={may("drafts:write")} fallback={<OnlyTold {...props} divergence={found()} />}>
            <TakingOver {...props} divergence={found()} />
          </Show>
        )}
      </Loaded>
    </section>
  );
}

type Parts = {
  readonly draft: Draft;
  readonly versions: Versions;
  readonly divergence: Divergence;
};

function OnlyTold(props: Parts): JSX.Element {
  const { t } = useWords();
  return (
    <>
      <For each={props.divergence.conflicts}>
        {(conflict) => <ConflictChoice conflict={conflict} versions={props.versions} />}
      </For>
      <Besides {...props} />
      <p class="soft">{t("review.overtakenAsk")}</p>
    </>
  );
}

/** What counts at each place that both changed, and one edit that takes over the rest. */
function TakingOver(props: Parts): JSX.Element {
  const { t } = useWords();
  const after = useAfter();
  const [choices, setChoices] = createSignal<Readonly<Record<string, Choice>>>({});
  const isChosen = (): boolean => props.divergence.conflicts.every(({ at }) => choices()[at] !== undefined);
  const taking = useMutation(() => ({
    mutationFn: () => {
      const chosen = choices();
      return takeOver(props.draft, {
        label: t("review.tookOver", { newest: props.versions.newest }),
        document: props.divergence.mergedBy((at) => chosen[at] ?? "mine"),
        base: props.versions.newest,
      });
    },
    onSettled: after,
  }));
  return (
    <>
      <For each={props.divergence.conflicts}>
        {(conflict) => (
          <ConflictChoice
            conflict={conflict}
            versions={props.versions}
            chosen={choices()[conflict.at]}
            onChoose={(choice) => setChoices({ ...choices(), [conflict.at]: choice })}
          />
        )}
      </For>
      <Besides {...props} />
      <Show when={taking.error}>{(error) => <Trouble error={error()} />}</Show>
      <div class="tools">
        <Button kind="main" disabled={!isChosen() || taking.isPending} onClick={() => taking.mutate()}>
          {t("review.takeOver", { newest: props.versions.newest })}
        </Button>
        <Show when={!isChosen()}>
          <span class="soft">{t("review.chooseFirst")}</span>
        </Show>
      </div>
      <Show when={props.draft.state !== "draft"}>
        <p class="soft">{t("review.takingReopens")}</p>
      </Show>
    </>
  );
}

/** What the newer version changed that the draft did not touch. */
function Besides(props: Parts): JSX.Element {
  const { t, local } = useWords();
  return (
    <Show when={props.divergence.taken.length > 0}>
      <details>
        <summary>
          {t("review.besides", { newest: props.versions.newest, count: props.divergence.taken.length })}
        </summary>
        <ul>
          <For each={props.divergence.taken}>{({ text }) => <li>{local(text)}</li>}</For>
        </ul>
      </details>
    </Show>
  );
}
