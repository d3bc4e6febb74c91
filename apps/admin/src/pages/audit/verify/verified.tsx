import { A } from "@solidjs/router";
import { For, type JSX, Show } from "solid-js";
import { formatCount, formatInstantWithSeconds } from "../../../format/format.ts";
import { Tag } from "../../../parts/tag.tsx";
import { useWords } from "../../../words/words.tsx";
import { useAsked } from "../asked.ts";
import { useEventWords } from "../use-event-words.ts";
import type { AlteredLeaf, VerifyResult } from "./protocol.ts";

/** What a verification came to, in words: what was looked at, under which key, and what does not hold. */
export function Verified(props: { readonly result: VerifyResult }): JSX.Element {
  const { t, local } = useWords();
  const holds = (): boolean => props.result.problems.length === 0;
  return (
    <div class="audit-verified" role="status" data-holds={holds()}>
      <p>
        <Tag tone={holds() ? "good" : "wrong"}>
          {holds() ? t("audit.verify.holds") : t("audit.verify.fails")}
        </Tag>
      </p>
      <Show when={props.result.altered}>{(altered) => <Altered leaf={altered()} />}</Show>
      <Show when={!holds()}>
        <ul class="audit-problems">
          <For each={props.result.problems}>
            {(problem) => (
              <li>
                {local(problem.message)} <span class="soft code">{problem.code}</span>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Looked result={props.result} />
    </div>
  );
}

function Altered(props: { readonly leaf: AlteredLeaf }): JSX.Element {
  const { t, language } = useWords();
  const words = useEventWords();
  const address = useAsked();
  const position = (): string => formatCount(props.leaf.position, language());
  return (
    <>
      <p>
        <strong>{t("audit.verify.altered", { position: position() })}</strong>{" "}
        {props.leaf.position > 0 && t("audit.verify.before", { position: position() })}
      </p>
      <Show when={props.leaf.event} fallback={<p>{t("audit.verify.unreadable")}</p>}>
        {(event) => (
          <p>
            {t("audit.verify.stands", {
              what: words.action(event().action),
              when: formatInstantWithSeconds(event().at, language()),
              who: words.actor(event().actor),
              object: `${words.kind(event().object.kind)} ${words.object(event().object)}`.trim(),
            })}{" "}
            <A
              href={address.addressOf({ kind: event().object.kind, id: event().object.id, open: undefined })}
            >
              {t("audit.onlyObject")}
            </A>
          </p>
        )}
      </Show>
    </>
  );
}

function Looked(props: { readonly result: VerifyResult }): JSX.Element {
  const { t, language } = useWords();
  const count = (number: number): string => formatCount(number, language());
  return (
    <ul>
      <li>{t("audit.verify.leaves", { count: count(props.result.size) })}</li>
      <li>
        {t("audit.verify.root")} <span class="code">{props.result.root}</span>
      </li>
      <Show when={props.result.held}>
        {(held) => (
          <li>
            {t("audit.verify.signed", {
              count: count(props.result.checkpoints),
              size: count(held().size),
              key: `${props.result.key.name}+${props.result.key.id}`,
            })}
          </li>
        )}
      </Show>
      <li>
        {t(`audit.verify.sources.${props.result.key.source}`)}{" "}
        <span class="code">{props.result.key.vkey}</span>
      </li>
      <Show when={props.result.problems.length === 0}>
        <li>
          <Show when={props.result.kept} fallback={t("audit.verify.noneKept")}>
            {(kept) => t("audit.verify.grown", { size: count(kept().size) })}
          </Show>
        </li>
      </Show>
    </ul>
  );
}
