import { A } from "@solidjs/router";
import { type JSX, Show } from "solid-js";
import { useNameOf } from "../../api/use-name-of.ts";
import { returnOf } from "../../document/returned.ts";
import { formatInstant } from "../../format/format.ts";
import { useWords } from "../../words/words.tsx";
import type { DraftSession } from "./draft-session.ts";

/** Who returned the draft and why, until it is handed in again. */
export function Returned(props: { readonly session: DraftSession }): JSX.Element {
  const { t, language } = useWords();
  const nameOf = useNameOf();
  return (
    <Show when={returnOf(props.session.draft())}>
      {(review) => (
        <div class="notice">
          <p>
            {t("review.verdicts.returned", {
              who: nameOf(review().by),
              at: formatInstant(review().at, language()),
            })}{" "}
            <Show when={review().reason}>{(reason) => <q>{reason()}</q>}</Show>
          </p>
          <p>
            <A href={`/reviews/${props.session.draft().id}`}>{t("draft.showComments")}</A>
          </p>
        </div>
      )}
    </Show>
  );
}
