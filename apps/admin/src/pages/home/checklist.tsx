import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { For, type JSX, Show, createEffect, createMemo, createSignal } from "solid-js";
import IconDone from "~icons/lucide/circle-check";
import IconOpen from "~icons/lucide/circle";
import type { Me } from "../../api/answers.ts";
import { draftsQuery } from "../../api/queries.ts";
import { useMay } from "../../api/use-may.ts";
import { formatCount } from "../../format/format.ts";
import { Button } from "../../parts/button.tsx";
import { useWords } from "../../words/words.tsx";
import { type Step, stepsFor, withDoneBefore } from "./checklist-steps.ts";
import { importsQuery, keysQuery, sampleQuery, usersQuery } from "./home-queries.ts";

/** The first steps of whoever is new here; each account puts it away and brings it back for itself. */
export function Checklist(props: { readonly me: Me }): JSX.Element {
  const { t } = useWords();
  const done = (): string => `evenhand.checklist.${props.me.id}.done`;
  const { found, isSettled } = useSteps(() => props.me);
  const steps = createMemo(() => withDoneBefore(found(), localStorage.getItem(done())?.split(" ") ?? []));
  createEffect(() => {
    // What is half of one moment and half of the next is not remembered.
    if (!isSettled()) return;
    const names = steps().flatMap(({ name, isDone }) => (isDone ? [name] : []));
    if (names.length > 0) localStorage.setItem(done(), names.join(" "));
  });
  const key = (): string => `evenhand.checklist.${props.me.id}`;
  const [changes, setChanges] = createSignal(0);
  // Asked again for another account, and after every change.
  const isHidden = (): boolean => changes() >= 0 && localStorage.getItem(key()) === "hidden";
  const hide = (hidden: boolean): void => {
    if (hidden) localStorage.setItem(key(), "hidden");
    else localStorage.removeItem(key());
    setChanges((count) => count + 1);
  };
  return (
    <Show when={steps().length > 0}>
      <Show
        when={!isHidden()}
        fallback={
          <div>
            <Button kind="quiet" onClick={() => hide(false)}>
              {t("start.bringBack")}
            </Button>
          </div>
        }
      >
        <Steps steps={steps()} onHide={() => hide(true)} />
      </Show>
    </Show>
  );
}

function Steps(props: { readonly steps: readonly Step[]; readonly onHide: () => void }): JSX.Element {
  const { t, language } = useWords();
  const done = (): number => props.steps.filter(({ isDone }) => isDone).length;
  return (
    <section class="card">
      <div class="home-head">
        <h2>{t("start.title")}</h2>
        <Button kind="quiet" onClick={() => props.onHide()}>
          {t("start.putAway")}
        </Button>
      </div>
      <p class="soft" role="status">
        {t("start.done", {
          done: formatCount(done(), language()),
          total: formatCount(props.steps.length, language()),
        })}
      </p>
      <ol class="steps">
        <For each={props.steps}>{(step) => <OneStep step={step} />}</For>
      </ol>
    </section>
  );
}

function OneStep(props: { readonly step: Step }): JSX.Element {
  const { t } = useWords();
  return (
    <li data-done={props.step.isDone}>
      <Show when={props.step.isDone} fallback={<IconOpen aria-hidden="true" />}>
        <IconDone aria-hidden="true" />
      </Show>
      <span>
        <Show
          when={props.step.href.startsWith("#")}
          fallback={<A href={props.step.href}>{t(`steps.${props.step.name}`)}</A>}
        >
          <a href={props.step.href}>{t(`steps.${props.step.name}`)}</a>
        </Show>
        <span class="unseen">{props.step.isDone ? t("start.stepDone") : t("start.stepOpen")}</span>
        <span class="soft">{t(`stepHelp.${props.step.name}`)}</span>
      </span>
    </li>
  );
}

/** The steps with what the service knows; nothing is asked that the account may not read. */
function useSteps(me: () => Me): {
  readonly found: () => readonly Step[];
  readonly isSettled: () => boolean;
} {
  const may = useMay();
  const drafts = useQuery(() => ({ ...draftsQuery(), enabled: may("drafts:read") }));
  const sample = useQuery(() => ({ ...sampleQuery(), enabled: may("policies:read") }));
  const imports = useQuery(() => ({ ...importsQuery(), enabled: may("cases:write") }));
  const users = useQuery(() => ({ ...usersQuery(), enabled: may("users:manage") }));
  const keys = useQuery(() => ({ ...keysQuery(), enabled: may("keys:manage") }));
  const asked = [drafts, sample, imports, users, keys];
  const isLoading = (): boolean => asked.some(({ fetchStatus, data }) => fetchStatus === "fetching" && !data);
  const isSettled = (): boolean => asked.every(({ fetchStatus }) => fetchStatus === "idle");
  const found = createMemo(() =>
    isLoading()
      ? []
      : stepsFor(may, {
          account: `user:${me().id}`,
          drafts: drafts.data,
          sample: sample.data,
          imports: imports.data,
          users: users.data,
          keys: keys.data,
        }),
  );
  return { found, isSettled };
}
