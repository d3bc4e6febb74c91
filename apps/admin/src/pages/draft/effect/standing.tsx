import { A, useParams } from "@solidjs/router";
import { type JSX, Match, Show, Switch } from "solid-js";
import { useMay } from "../../../api/use-may.ts";
import { useLive } from "../../../live/live.tsx";
import { formatCount } from "../../../format/format.ts";
import { Trouble } from "../../../parts/trouble.tsx";
import { useWords } from "../../../words/words.tsx";

/** Why there is no effect to show, or none of this very edit yet; nothing where there is. */
export function Standing(): JSX.Element {
  const { t } = useWords();
  const live = useLive();
  const may = useMay();
  const params = useParams<{ readonly id: string }>();
  const standing = live.effectStanding;
  const failed = () => {
    const now = standing();
    return now.kind === "not-loaded" ? now : undefined;
  };
  const said = () => {
    const { kind } = standing();
    return kind === "not-loaded" || kind === "computing" || kind === "known" ? undefined : kind;
  };
  return (
    <Switch>
      <Match when={failed()}>{(one) => <Trouble error={one().error} onRetry={() => live.retry()} />}</Match>
      <Match when={standing().kind === "no-cases"}>
        <p class="soft">
          {t("effect.standing.no-cases")}{" "}
          <Show when={may("cases:write")}>
            <A href={`/imports/new?policy=${encodeURIComponent(params.id ?? "")}`}>
              {t("effect.importCases")}
            </A>
          </Show>
        </p>
      </Match>
      <Match when={said()}>{(kind) => <p class="soft">{t(`effect.standing.${kind()}`)}</p>}</Match>
      <Match when={standing().kind === "computing"}>
        <Computing />
      </Match>
    </Switch>
  );
}

function Computing(): JSX.Element {
  const { t, language } = useWords();
  const live = useLive();
  const progress = () => {
    const now = live.effectStanding();
    return now.kind === "computing" ? now.progress : undefined;
  };
  const done = () => progress()?.done ?? 0;
  const total = () => progress()?.total ?? live.effect()?.cases ?? 0;
  return (
    <span class="computing">
      <progress aria-label={t("effect.progress")} value={done()} max={Math.max(total(), 1)} />
      <span class="soft">
        {t("effect.computing", {
          done: formatCount(done(), language()),
          total: formatCount(total(), language()),
        })}
      </span>
    </span>
  );
}
