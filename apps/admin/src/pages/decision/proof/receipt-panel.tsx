import { useMutation } from "@tanstack/solid-query";
import { For, type JSX, Show } from "solid-js";
import { readText, send } from "../../../api/send.ts";
import { formatCount } from "../../../format/format.ts";
import { Button } from "../../../parts/button.tsx";
import { Tag } from "../../../parts/tag.tsx";
import { Trouble } from "../../../parts/trouble.tsx";
import { useWords } from "../../../words/words.tsx";
import { pathOf } from "../decision-queries.ts";
import type { Checked } from "./verify-here.ts";

/** The receipt of the decision: to be kept, and verified here or by whoever it is handed to. */
export function ReceiptPanel(props: { readonly id: string }): JSX.Element {
  const { t } = useWords();
  const verify = useMutation(() => ({ mutationFn: () => verified(props.id) }));
  return (
    <section class="card decision-card">
      <h2>{t("decision.receipt.title")}</h2>
      <p class="soft">{t("decision.receipt.text")}</p>
      <div class="tools">
        <a class="button" href={`${pathOf(props.id)}/receipt`} download={`receipt-${props.id}.json`}>
          {t("decision.receipt.download")}
        </a>
        <Button disabled={verify.isPending} onClick={() => verify.mutate()}>
          {t("decision.receipt.verify")}
        </Button>
      </div>
      <div role="status">
        <Show when={verify.data}>{(checked) => <WhatWasChecked checked={checked()} />}</Show>
      </div>
      <Show when={verify.isError}>
        <Trouble error={verify.error} onRetry={() => verify.mutate()} />
      </Show>
    </section>
  );
}

/** Fetched anew as the very bytes that the download has, and looked at by the code that auditors carry. */
async function verified(id: string): Promise<Checked> {
  const [{ verifyHere }, text, { vkey }] = await Promise.all([
    import("./verify-here.ts"),
    readText(`${pathOf(id)}/receipt`),
    send<{ readonly vkey: string }>("/v1/log/key"),
  ]);
  return verifyHere(text, { id, vkey });
}

function WhatWasChecked(props: { readonly checked: Checked }): JSX.Element {
  const { t, local, language } = useWords();
  const holds = (): boolean => props.checked.problems.length === 0 && props.checked.isThisDecision;
  const count = (number: number | undefined): string =>
    number === undefined ? "–" : formatCount(number, language());
  return (
    <>
      <p>
        <Tag tone={holds() ? "good" : "wrong"}>
          {t(holds() ? "decision.receipt.holds" : "decision.receipt.fails")}
        </Tag>
      </p>
      <Show
        when={holds()}
        fallback={
          <ul>
            <For each={props.checked.problems}>{(problem) => <li>{local(problem.message)}</li>}</For>
            <Show when={!props.checked.isThisDecision}>
              <li>{t("decision.receipt.otherDecision")}</li>
            </Show>
          </ul>
        }
      >
        <ul>
          <li>{t("decision.receipt.checked.signature")}</li>
          <li>
            {t("decision.receipt.checked.inLog", {
              position: count((props.checked.position ?? 0) + 1),
              size: count(props.checked.size),
            })}
          </li>
          <li>{t("decision.receipt.checked.openings")}</li>
          <li>{t("decision.receipt.checked.decision")}</li>
        </ul>
        <p class="soft">{t("decision.receipt.limit")}</p>
        <p class="code">{props.checked.vkey}</p>
      </Show>
    </>
  );
}
