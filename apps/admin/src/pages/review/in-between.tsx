import { A } from "@solidjs/router";
import { type JSX, Show } from "solid-js";
import type { Draft } from "../../api/answers.ts";
import { pointerTo, textAt } from "../../document/pointer.ts";
import { formatDay } from "../../format/format.ts";
import { useWords } from "../../words/words.tsx";

/**
 * Which day of a case decides its version, and what that means for cases that lie on both sides of the day of effect. It
 * stands in the document, so that an approval covers it.
 */
export function InBetween(props: {
  readonly draft: Draft;
  /** The day of effect, where one is chosen. */
  readonly from?: string;
  /** The version before it, where there is one. */
  readonly before?: number | undefined;
}): JSX.Element {
  const { t, language } = useWords();
  const fact = (): string => textAt(props.draft.document, "/appliesBy");
  const name = (): string =>
    textAt(props.draft.document, `${pointerTo("facts", "case", fact())}/label/${language()}`, fact());
  return (
    <div class="in-between">
      <h3>{t("review.inBetween")}</h3>
      <p>{t("review.appliesBy", { fact: name() })}</p>
      <Show when={props.from}>
        {(from) => (
          <ul>
            <Show when={props.before}>
              {(before) => (
                <li>
                  {t("review.straddles", {
                    fact: name(),
                    from: formatDay(from(), language()),
                    before: before(),
                  })}
                </li>
              )}
            </Show>
            <li>{t("review.after", { fact: name(), from: formatDay(from(), language()) })}</li>
          </ul>
        )}
      </Show>
      <p class="soft">
        {t("review.changeInBetween")}{" "}
        <A
          href={`/policies/${props.draft.policy}/draft/${props.draft.id}?at=${encodeURIComponent("/appliesBy")}`}
        >
          {t("review.toInBetween")}
        </A>
      </p>
    </div>
  );
}
