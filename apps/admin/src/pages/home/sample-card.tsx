import { A } from "@solidjs/router";
import { useMutation, useQuery, useQueryClient } from "@tanstack/solid-query";
import { type JSX, Match, Show, Switch, createEffect, createSignal, on } from "solid-js";
import type { DraftSummary, SampleView } from "../../api/answers.ts";
import { draftsQuery } from "../../api/queries.ts";
import { send } from "../../api/send.ts";
import { useMay } from "../../api/use-may.ts";
import { formatCount } from "../../format/format.ts";
import { Button } from "../../parts/button.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { Progress } from "../../parts/progress.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../words/words.tsx";
import { sampleQuery } from "./home-queries.ts";

/** The sample company: loaded with one press, and removed with two. */
export function SampleCard(): JSX.Element {
  const { t } = useWords();
  const queries = useQueryClient();
  const sample = useQuery(sampleQuery);
  const drafts = useQuery(draftsQuery);
  const draft = (): DraftSummary | undefined => drafts.data?.find(({ id }) => id === sample.data?.draft);
  const everything = async (): Promise<void> => {
    const keys = ["sample", "policies", "drafts", "imports", "cases"];
    await Promise.all(keys.map((key) => queries.invalidateQueries({ queryKey: [key] })));
  };
  const change = useMutation(() => ({
    mutationFn: (method: "POST" | "DELETE") => send<SampleView>("/v1/sample", { method }),
    onSuccess: everything,
  }));
  // What came in meanwhile shows elsewhere once all of it is there.
  createEffect(
    on(
      () => sample.data?.state,
      (state, before) => before === "loading" && state && void everything(),
    ),
  );
  return (
    <section class="card" id="sample">
      <h2>{t("sample.title")}</h2>
      <Loaded query={sample}>
        {(found) => (
          <Standing
            sample={found()}
            draft={draft()}
            isBusy={change.isPending}
            onLoad={() => change.mutate("POST")}
            onRemove={() => change.mutate("DELETE")}
          />
        )}
      </Loaded>
      <Show when={change.error}>{(error) => <Trouble error={error()} />}</Show>
    </section>
  );
}

type StandingProps = {
  readonly sample: SampleView;
  /** The draft that was left open of it. */
  readonly draft: DraftSummary | undefined;
  readonly isBusy: boolean;
  readonly onLoad: () => void;
  readonly onRemove: () => void;
};

function Standing(props: StandingProps): JSX.Element {
  const { t, language } = useWords();
  const may = useMay();
  const count = (number: number): string => formatCount(number, language());
  const rows = (): string =>
    t("sample.rows", {
      done: count(props.sample.rows.done),
      total: count(props.sample.rows.total),
      cases: count(props.sample.cases),
    });
  return (
    <>
      <Switch>
        <Match when={props.sample.state === "none"}>
          <p>{t("sample.what")}</p>
        </Match>
        <Match when={props.sample.state === "loading"}>
          <Progress
            done={props.sample.rows.done}
            total={props.sample.rows.total}
            label={t("sample.loading")}
            counts={rows()}
          />
        </Match>
        <Match when={props.sample.state === "incomplete"}>
          <p>{t("sample.incomplete", { rows: rows() })}</p>
        </Match>
        <Match when={props.sample.state === "loaded"}>
          <p>
            {t("sample.loaded", {
              cases: count(props.sample.cases),
              rows: count(props.sample.rows.total),
            })}
          </p>
          {/* It cannot be handed in before its slips are mended. */}
          <Show when={props.draft?.state === "draft"}>
            <p>{t("sample.slips")}</p>
          </Show>
        </Match>
      </Switch>
      <Show when={may("drafts:write")} fallback={<p class="soft">{t("sample.whoCan")}</p>}>
        <Tools {...props} />
      </Show>
    </>
  );
}

/** A draft that may still become a version. */
const OPEN: readonly DraftSummary["state"][] = ["draft", "in-review", "approved"];

function Tools(props: StandingProps): JSX.Element {
  const { t } = useWords();
  const [isAsking, setAsking] = createSignal(false);
  return (
    <div class="tools">
      <Switch>
        <Match when={isAsking() && props.sample.state !== "none"}>
          <p>{t("sample.removeWhat")}</p>
          <Button
            kind="main"
            disabled={props.isBusy}
            onClick={() => {
              setAsking(false);
              props.onRemove();
            }}
          >
            {t("sample.removeNow")}
          </Button>
          <Button onClick={() => setAsking(false)}>{t("sample.keep")}</Button>
        </Match>
        <Match when={props.sample.state === "none"}>
          <Button kind="main" disabled={props.isBusy} onClick={() => props.onLoad()}>
            {t("sample.load")}
          </Button>
        </Match>
        <Match when={true}>
          <Show when={props.sample.state === "incomplete"}>
            <Button kind="main" disabled={props.isBusy} onClick={() => props.onLoad()}>
              {t("sample.loadRest")}
            </Button>
          </Show>
          <Show when={props.draft && OPEN.includes(props.draft.state)}>
            <A href={`/policies/${props.sample.policy}/draft/${props.sample.draft}`}>
              {t("sample.openDraft")}
            </A>
          </Show>
          <A href={`/policies/${props.sample.policy}`}>{t("sample.openPolicy")}</A>
          <Button kind="quiet" disabled={props.isBusy} onClick={() => setAsking(true)}>
            {t("sample.remove")}
          </Button>
        </Match>
      </Switch>
    </div>
  );
}
