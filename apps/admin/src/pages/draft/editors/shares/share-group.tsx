import { For, type JSX, Show, createMemo } from "solid-js";
import { type JsonObject, valueAt, withValueAt } from "../../../../document/pointer.ts";
import { useWords } from "../../../../words/words.tsx";
import type { DraftSession } from "../../draft-session.ts";
import { useDocumentWords } from "../../use-document-words.ts";
import { ValueField } from "../parameter/value-field.tsx";
import { ShareBar } from "./share-bar.tsx";
import { type Claim, type ShareGroup, type ShareSum, rateOf, sumOf } from "./shares.ts";
import { useClaimWords } from "./use-claim-words.ts";

/** Claims that are made together: a bar of the whole, what they come to, and each of them to be changed. */
export function ShareGroupEditor(props: {
  readonly session: DraftSession;
  readonly group: ShareGroup;
}): JSX.Element {
  const pointers = createMemo(() => props.group.claims.map(({ pointer }) => pointer));
  const sum = createMemo(() => sumOf(props.group));
  return (
    <section class="share-group">
      <Show when={sum()}>
        {(known) => (
          <>
            <ShareBar session={props.session} group={props.group} sum={known()} />
            <Total session={props.session} sum={known()} />
          </>
        )}
      </Show>
      <ul>
        <For each={pointers()}>
          {(pointer) => (
            <Show when={props.group.claims.find((claim) => claim.pointer === pointer)}>
              {(claim) => <ClaimRow session={props.session} claim={claim()} sum={sum()} />}
            </Show>
          )}
        </For>
      </ul>
    </section>
  );
}

function Total(props: { readonly session: DraftSession; readonly sum: ShareSum }): JSX.Element {
  const { t } = useWords();
  const words = useDocumentWords(() => props.session);
  const text = (): string => {
    const { claimed, left, heir, isOpen } = props.sum;
    const texts = {
      claimed: words.figure(rateOf(claimed), "rate"),
      left: words.figure(rateOf(Math.abs(left)), "rate"),
    };
    if (left < 0) return t("parts.shares.tooMuch", texts);
    if (isOpen) return t(`parts.shares.open.${heir}`, texts);
    return left === 0 ? t("parts.shares.whole") : t(`parts.shares.left.${heir}`, texts);
  };
  return (
    <p role="status" class="share-total" data-wrong={props.sum.left < 0}>
      {text()}
    </p>
  );
}

function ClaimRow(props: {
  readonly session: DraftSession;
  readonly claim: Claim;
  readonly sum: ShareSum | undefined;
}): JSX.Element {
  const { t } = useWords();
  const words = useDocumentWords(() => props.session);
  const claims = useClaimWords(() => props.session);
  const name = (): string => claims.name(props.claim);
  const shareAt = (): string =>
    props.claim.figure ? `${props.claim.figure.pointer}/value` : props.claim.shareAt;
  /** What the others leave, where all of them together claim too much. */
  const mostLeft = (): number | undefined => {
    const { sum, claim } = props;
    return sum && sum.left < 0 ? Math.max(0, sum.left + (claim.millionths ?? 0)) : undefined;
  };
  return (
    <li>
      <div>
        <a href={`?at=${encodeURIComponent(partOf(props.claim.pointer))}`}>{name()}</a>
        <div class="soft">{words.cited(props.claim.references)}</div>
      </div>
      <Show
        when={props.claim.portion === "share" && props.claim.fact === ""}
        fallback={<p>{claims.portion(props.claim)}</p>}
      >
        <div data-wrong={mostLeft() !== undefined}>
          <ValueField
            at={shareAt()}
            label={t("parts.shares.share", { name: name() })}
            value={props.claim.figure?.value ?? storedShare(props.session.document(), props.claim)}
            unit="rate"
            currency={words.currency()}
            onChange={(share, texts) => {
              const place = shareAt();
              props.session.edit(
                t("draft.parameter.edited", { name: name(), ...texts }),
                // INVARIANT: a value put into an object leaves an object.
                (document) => withValueAt(document, place, share) as JsonObject,
                place,
              );
            }}
          />
          <Show when={mostLeft() !== undefined}>
            <p class="share-total" data-wrong="true">
              {t("parts.shares.most", { most: words.figure(rateOf(mostLeft() ?? 0), "rate") })}
            </p>
          </Show>
        </div>
      </Show>
    </li>
  );
}

function storedShare(document: JsonObject, { shareAt }: Claim): number | undefined {
  const value = valueAt(document, shareAt);
  return typeof value === "number" ? value : undefined;
}

/** The part of the outline in which a claim stands. */
function partOf(pointer: string): string {
  return pointer.split("/").slice(0, 3).join("/");
}
