import { useQuery } from "@tanstack/solid-query";
import { type JSX, Show, createSignal } from "solid-js";
import { TextField } from "../../parts/text-field.tsx";
import { useWords } from "../../words/words.tsx";
import { keyQuery } from "./audit-queries.ts";

/** What an auditor takes home, and how it is verified there without this service. */
export function Carry(): JSX.Element {
  const { t } = useWords();
  const key = useQuery(keyQuery);
  const [since, setSince] = createSignal("");
  const size = (): string | undefined => (/^\d{1,12}$/.test(since()) ? since() : undefined);
  const command = (): string =>
    `node verify.mjs log --since checkpoint.json bundle.json --key ${key.data ?? "…"}`;
  return (
    <details class="audit-carry">
      <summary>{t("audit.carry.title")}</summary>
      <ol>
        <li>
          <a href="/v1/log/checkpoint" download="checkpoint.json">
            {t("audit.carry.checkpoint")}
          </a>{" "}
          {t("audit.carry.keep")}
        </li>
        <li>
          <a href="/v1/log/verify.mjs" download="verify.mjs">
            {t("audit.carry.verifier")}
          </a>{" "}
          {t("audit.carry.node")}
        </li>
        <li>
          <TextField label={t("audit.carry.since")} value={since()} onInput={setSince} inputMode="numeric" />
          <Show when={size()} fallback={<span class="soft">{t("audit.carry.sinceHint")}</span>}>
            {(from) => (
              <a href={`/v1/log/bundle?since=${from()}&leaves=yes`} download="bundle.json">
                {t("audit.carry.bundle")}
              </a>
            )}
          </Show>
        </li>
        <li>
          {t("audit.carry.run")} <code class="code">{command()}</code>
        </li>
      </ol>
    </details>
  );
}
