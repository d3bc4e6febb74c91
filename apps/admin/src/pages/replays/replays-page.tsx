import { formatDay as dayText, parseDay } from "@evenhand/domain";
import { A, useNavigate } from "@solidjs/router";
import { useMutation, useQuery, useQueryClient } from "@tanstack/solid-query";
import { For, type JSX, Show, createSignal } from "solid-js";
import { policiesQuery } from "../../api/queries.ts";
import { formatCount, formatInstant, readersTimeZone } from "../../format/format.ts";
import { Button } from "../../parts/button.tsx";
import { DayField } from "../../parts/day-field.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { SelectField } from "../../parts/select-field.tsx";
import { useWords } from "../../words/words.tsx";
import { type ReplayAsk, type ReplaySummary, replaysQuery, startReplay } from "./replay-queries.ts";
import "../decisions/decisions.css";
import { HowDecisionsCome } from "../decisions/how-decisions-come.tsx";
import "../policies/policies.css";
import "./replays.css";
import { VerdictBar } from "./verdict-bar.tsx";

/** Recorded decisions decided again in bulk: begin one, and see how far the last ones are and what they found. */
export function ReplaysPage(): JSX.Element {
  const { t } = useWords();
  const replays = useQuery(replaysQuery);
  return (
    <>
      <div>
        <h1>{t("replays.title")}</h1>
        <p class="soft">{t("replays.intro")}</p>
      </div>
      <StartForm />
      <section class="card overflow">
        <h2 class="replays-head">{t("replays.last")}</h2>
        <Loaded query={replays}>
          {(all) => (
            <Show
              when={all().length > 0}
              fallback={
                <>
                  <p class="none">{t("replays.none")}</p>
                  <HowDecisionsCome />
                </>
              }
            >
              <ReplayTable replays={all()} />
            </Show>
          )}
        </Loaded>
      </section>
    </>
  );
}

function StartForm(): JSX.Element {
  const { t, local } = useWords();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const policies = useQuery(policiesQuery);
  const [policy, setPolicy] = createSignal("");
  const [from, setFrom] = createSignal("");
  const [to, setTo] = createSignal("");
  const options = () => [
    { value: "", label: t("replays.allPolicies") },
    ...(policies.isSuccess ? policies.data : []).map(({ id, title }) => ({ value: id, label: local(title) })),
  ];
  const start = useMutation(() => ({
    mutationFn: () => startReplay(askOf({ policy: policy(), from: from(), to: to() })),
    onSuccess: ({ id }) => {
      // What was asked before knows nothing of it.
      void queries.invalidateQueries({ queryKey: ["runs"] });
      queries.removeQueries({ queryKey: ["replays"] });
      navigate(`/replays/${id}`);
    },
  }));
  const isBackwards = (): boolean => from() !== "" && to() !== "" && to() < from();
  return (
    <form
      class="card decision-filters"
      aria-label={t("replays.begin")}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBackwards()) start.mutate();
      }}
    >
      <SelectField label={t("decisions.policy")} value={policy()} options={options()} onChange={setPolicy} />
      <DayField label={t("decisions.from")} value={from()} onDay={setFrom} onClear={() => setFrom("")} />
      <DayField label={t("decisions.to")} value={to()} onDay={setTo} onClear={() => setTo("")} />
      <div>
        <Button type="submit" kind="main" disabled={start.isPending || isBackwards()}>
          {t("replays.start")}
        </Button>
      </div>
      <Show when={isBackwards()}>
        <p role="alert">{t("replays.backwards")}</p>
      </Show>
      <Show when={start.isError}>
        <Trouble error={start.error} />
      </Show>
    </form>
  );
}

/** The service counts until the day after the last one; days are those of whoever asks. */
function askOf({ policy, from, to }: Readonly<Record<"policy" | "from" | "to", string>>): ReplayAsk {
  const last = parseDay(to);
  const isWithin = from !== "" || last !== undefined;
  return {
    ...(isWithin ? { timeZone: readersTimeZone() } : {}),
    ...(policy === "" ? {} : { policy }),
    ...(from === "" ? {} : { from }),
    ...(last === undefined ? {} : { until: dayText(last + 1) }),
  };
}

function ReplayTable(props: { readonly replays: readonly ReplaySummary[] }): JSX.Element {
  const { t, language } = useWords();
  return (
    <table class="table listed">
      <thead>
        <tr>
          <th scope="col">{t("replays.begun")}</th>
          <th scope="col">{t("replays.state")}</th>
          <th scope="col" class="number">
            {t("replays.done")}
          </th>
          <th scope="col">{t("replays.found")}</th>
        </tr>
      </thead>
      <tbody>
        <For each={props.replays}>
          {(replay) => (
            <tr>
              <th scope="row">
                <A href={`/replays/${replay.id}`}>{formatInstant(replay.createdAt, language())}</A>
              </th>
              <td>{t(`tray.states.${replay.state}`)}</td>
              <td class="number">
                {t("tray.counted", {
                  done: formatCount(replay.done, language()),
                  total: formatCount(replay.total, language()),
                })}
              </td>
              <td>
                <VerdictBar counts={replay.counts} />
              </td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}
