import { type JSX, Show } from "solid-js";
import type { Draft } from "../../api/answers.ts";
import { useNameOf } from "../../api/use-name-of.ts";
import { formatInstant } from "../../format/format.ts";
import { Button } from "../../parts/button.tsx";
import { useWords } from "../../words/words.tsx";
import type { Seen } from "./seen.ts";

/** Says that the draft was edited while somebody looked at it: who, when, and that approvals of before are void. */
export function ChangedMeanwhile(props: { readonly draft: Draft; readonly seen: Seen }): JSX.Element {
  const { t, language } = useWords();
  const nameOf = useNameOf();
  return (
    <Show when={props.seen.isOutdated()}>
      <div class="notice" role="alert">
        <p>
          <strong>{t("review.changedMeanwhile")}</strong>{" "}
          {t("review.changedBy", {
            who: nameOf(props.draft.changedBy),
            at: formatInstant(props.draft.changedAt, language()),
          })}
        </p>
        <div>
          <Button onClick={() => props.seen.look()}>{t("review.lookAgain")}</Button>
        </div>
      </div>
    </Show>
  );
}
