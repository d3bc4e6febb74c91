import { For, type JSX, Show } from "solid-js";
import type { Draft } from "../../api/answers.ts";
import { useNameOf } from "../../api/use-name-of.ts";
import { formatInstant } from "../../format/format.ts";
import { useWords } from "../../words/words.tsx";
import { movedAmount, twoApproversFrom } from "./moved-amount.ts";

/** How many must approve, and what was said so far: of this content, and of what was handed in before. */
export function Approvals(props: { readonly draft: Draft }): JSX.Element {
  const { t, language } = useWords();
  const nameOf = useNameOf();
  const moved = (): string | undefined => movedAmount(props.draft, language());
  const reviews = () =>
    props.draft.submissions.flatMap(({ counts, reviews: said }) => said.map((one) => ({ ...one, counts })));
  // What was returned still says so of the same content; an approval counts for what it was given to alone.
  const isVoid = ({ counts, verdict, contentHash }: ReturnType<typeof reviews>[number]): boolean =>
    !counts && !(verdict === "returned" && contentHash === props.draft.contentHash);
  return (
    <>
      <Show when={props.draft.state !== "draft" && props.draft.state !== "withdrawn"}>
        <p>
          {t("review.approvals", { ...props.draft.approvals })}
          <Show when={props.draft.approvals.needed > 1 && moved()}>
            {(said) => (
              <span class="soft">
                {" "}
                {t("review.whyTwo", { amount: said(), threshold: twoApproversFrom(props.draft, language()) })}
              </span>
            )}
          </Show>
        </p>
      </Show>
      <Show when={reviews().length > 0}>
        <ul class="verdicts">
          <For each={reviews()}>
            {(one) => (
              <li data-counts={!isVoid(one)}>
                {t(`review.verdicts.${one.verdict}`, {
                  who: nameOf(one.by),
                  at: formatInstant(one.at, language()),
                })}
                <Show when={isVoid(one)}> {t("review.ofEarlier")}</Show>
                <Show when={one.reason}>{(reason) => <q>{reason()}</q>}</Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </>
  );
}
