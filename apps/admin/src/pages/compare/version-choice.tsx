import { For, type JSX, createUniqueId } from "solid-js";
import type { VersionStanding } from "../../api/answers.ts";
import { Button } from "../../parts/button.tsx";
import { useWords } from "../../words/words.tsx";
import { useEffectWords } from "../policy/effect-words.ts";
import type { Pair } from "./compare-queries.ts";

/** Which two versions are compared, whichever of them is the later. */
export function VersionChoice(props: {
  readonly versions: readonly VersionStanding[];
  readonly pair: Pair;
  readonly onChoose: (chosen: Pick<Pair, "before" | "after">) => void;
}): JSX.Element {
  const { t } = useWords();
  return (
    <div class="version-choice">
      <Choice
        label={t("compare.before")}
        versions={props.versions}
        chosen={props.pair.before}
        onChoose={(before) => props.onChoose({ before, after: props.pair.after })}
      />
      <span aria-hidden="true">→</span>
      <Choice
        label={t("compare.after")}
        versions={props.versions}
        chosen={props.pair.after}
        onChoose={(after) => props.onChoose({ before: props.pair.before, after })}
      />
      <Button onClick={() => props.onChoose({ before: props.pair.after, after: props.pair.before })}>
        {t("compare.swap")}
      </Button>
    </div>
  );
}

function Choice(props: {
  readonly label: string;
  readonly versions: readonly VersionStanding[];
  readonly chosen: number;
  readonly onChoose: (version: number) => void;
}): JSX.Element {
  const { t } = useWords();
  const words = useEffectWords();
  const id = createUniqueId();
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <select id={id} onChange={(event) => props.onChoose(Number(event.currentTarget.value))}>
        <For each={props.versions}>
          {(one) => (
            <option value={one.version} selected={one.version === props.chosen}>
              {t("versions.bar", { version: one.version, days: words.days(one) })}
            </option>
          )}
        </For>
      </select>
    </div>
  );
}
