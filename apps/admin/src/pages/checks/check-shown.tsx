import { useMutation, useQuery, useQueryClient } from "@tanstack/solid-query";
import { type JSX, Show, createEffect, createSignal, on } from "solid-js";
import type { CheckView, RunProgress } from "../../api/answers.ts";
import { createRunProgress } from "../../api/create-run-progress.ts";
import { formatInstant } from "../../format/format.ts";
import { Button } from "../../parts/button.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { RunProgressView } from "../../parts/run-progress.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { cancelRun, isUnderWay, pathOfRun } from "../../shell/runs.ts";
import { useWords } from "../../words/words.tsx";
import { checkQuery, contentOf, startCheck } from "./check-queries.ts";
import type { CheckedContent } from "./content.ts";
import { Probed } from "./probed.tsx";
import { Proofs } from "./proofs.tsx";

/** One check: how far it is by the service's own counts, and what it found so far. */
export function CheckShown(props: {
  readonly content: CheckedContent;
  readonly id: string;
  readonly onBegun: (id: string) => void;
}): JSX.Element {
  const check = useQuery(() => checkQuery(props.id));
  return (
    <Loaded query={check}>
      {(found) => (
        <>
          <Head content={props.content} check={found()} onBegun={props.onBegun} />
          <Show when={found().probes}>
            <Probed content={props.content} check={found()} />
          </Show>
          <Show when={found().proofs.length > 0}>
            <Proofs content={props.content} check={found()} />
          </Show>
        </>
      )}
    </Loaded>
  );
}

type HeadProps = {
  readonly content: CheckedContent;
  readonly check: CheckView;
  readonly onBegun: (id: string) => void;
};

function Head(props: HeadProps): JSX.Element {
  const { t, language } = useWords();
  const queries = useQueryClient();
  const [failure, setFailure] = createSignal<unknown>();
  const run = () => ({ kind: "check" as const, id: props.check.id });
  const lookAgain = (): Promise<void> => queries.invalidateQueries({ queryKey: ["checks"] });
  const heard = createRunProgress(() => (isUnderWay(props.check) ? pathOfRun(run()) : undefined), {
    onEnd: () => void lookAgain(),
    onFailure: setFailure,
  });
  const progress = (): RunProgress => heard() ?? props.check;
  // Each part that is done has its result, which is shown at once.
  createEffect(on(() => heard()?.done, lookAgain, { defer: true }));
  const cancel = useMutation(() => ({ mutationFn: () => cancelRun(run()), onSettled: lookAgain }));
  return (
    <section class="card check-head" aria-busy={isUnderWay(props.check)}>
      <div class="check-tools">
        <h2>{t("checks.shown", { at: formatInstant(props.check.createdAt, language()) })}</h2>
        <Show when={!isUnderWay(props.check)}>
          <a href={`/v1/checks/${props.check.id}/report?lang=${language()}`} target="_blank" rel="noopener">
            {t("checks.report")}
          </a>
        </Show>
      </div>
      <RunProgressView
        label={t(`tray.states.${progress().state}`)}
        progress={progress()}
        onCancel={() => cancel.mutate()}
        isCancelling={cancel.isPending}
      />
      <Standing {...props} />
      <Show when={failure() ?? cancel.error}>{(error) => <Trouble error={error()} />}</Show>
    </section>
  );
}

/** What is to be borne in mind with everything below: it ended early, or is of another content than there is now. */
function Standing(props: HeadProps): JSX.Element {
  const { t } = useWords();
  const isStale = (): boolean => contentOf(props.check.subject) !== contentOf(props.content.subject);
  const again = useMutation(() => ({
    mutationFn: () => {
      const { probes, proofs, seconds } = props.check;
      // What a version is held against is asked for by its number.
      const asked = proofs.map((proof) =>
        proof.kind === "no-more-than" ? { kind: proof.kind, version: proof.version } : proof,
      );
      return startCheck(props.content.policy, props.content.subject, { probes, proofs: asked, seconds });
    },
    onSuccess: ({ id }) => props.onBegun(id),
  }));
  return (
    <>
      <p role="status">
        <Show when={props.check.state === "cancelled"}>{t("checks.cancelled")}</Show>
        <Show when={props.check.state === "failed"}>{t("checks.failed")}</Show>
      </p>
      <Show when={isStale()}>
        <div class="notice" role="status">
          <p>{t("checks.stale")}</p>
          <Button disabled={again.isPending} onClick={() => again.mutate()}>
            {t("checks.again")}
          </Button>
        </div>
      </Show>
      <Show when={again.isError}>
        <Trouble error={again.error} />
      </Show>
    </>
  );
}
