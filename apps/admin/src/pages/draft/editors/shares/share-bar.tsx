import { For, type JSX, Show } from "solid-js";
import { useWords } from "../../../../words/words.tsx";
import type { DraftSession } from "../../draft-session.ts";
import { useDocumentWords } from "../../use-document-words.ts";
import { type ShareGroup, type ShareSum, rateOf } from "./shares.ts";
import { useClaimWords } from "./use-claim-words.ts";

/** The whole as a bar: each known share as long as it is, and what is left. The fields below say the same. */
export function ShareBar(props: {
  readonly session: DraftSession;
  readonly group: ShareGroup;
  readonly sum: ShareSum;
}): JSX.Element {
  const { t } = useWords();
  const words = useDocumentWords(() => props.session);
  const claims = useClaimWords(() => props.session);
  const known = () =>
    props.group.claims.filter(({ portion, millionths }) => portion === "share" && (millionths ?? 0) > 0);
  const percent = (millionths: number): string => words.figure(rateOf(millionths), "rate");
  const heir = (): string => {
    const rest = props.group.claims.find(({ portion }) => portion === "rest");
    return rest ? claims.name(rest) : words.word("company");
  };
  const summary = (): string =>
    [
      ...known().map((claim) => `${claims.name(claim)} ${percent(claim.millionths ?? 0)}`),
      ...(props.sum.left > 0 ? [`${heir()} ${percent(props.sum.left)}`] : []),
    ].join(t("parts.shares.comma"));
  return (
    <div class="share-bar" role="img" aria-label={summary()} data-wrong={props.sum.left < 0}>
      <For each={known()}>
        {(claim) => (
          <div style={{ "flex-grow": claim.millionths ?? 0 }} title={claims.name(claim)}>
            {claims.name(claim)} {percent(claim.millionths ?? 0)}
          </div>
        )}
      </For>
      <Show when={props.sum.left > 0}>
        <div data-part="left" style={{ "flex-grow": props.sum.left }} title={heir()}>
          {heir()} {props.sum.isOpen ? "" : percent(props.sum.left)}
        </div>
      </Show>
    </div>
  );
}
