import { useSearchParams } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { For, type JSX, Show, createSignal } from "solid-js";
import { formatInstant, today } from "../../../format/format.ts";
import { Button } from "../../../parts/button.tsx";
import { CopyButton } from "../../../parts/copy-button.tsx";
import { Loaded } from "../../../parts/loaded.tsx";
import { useWords } from "../../../words/words.tsx";
import { Section } from "../parts/section.tsx";
import { ShownOnce } from "../parts/shown-once.tsx";
import { KeyRow } from "./key-row.tsx";
import { KeyWizard } from "./key-wizard.tsx";
import { type Key, type MadeKey, keysQuery } from "./keys-queries.ts";
import { checkCommand } from "./purposes.ts";

/** The keys by which other systems say who they are. A key that was made is shown once, and never in the address. */
export function KeysPage(): JSX.Element {
  const { t } = useWords();
  const [asked, ask] = useSearchParams<{ readonly new?: string }>();
  return (
    <Section
      id="keys"
      actions={
        <Show when={asked.new === undefined}>
          <Button kind="main" onClick={() => ask({ new: "yes" })}>
            {t("keys.begin")}
          </Button>
        </Show>
      }
    >
      <Keys isMaking={asked.new !== undefined} onClose={() => ask({ new: undefined })} />
    </Section>
  );
}

function Keys(props: { readonly isMaking: boolean; readonly onClose: () => void }): JSX.Element {
  const keys = useQuery(keysQuery);
  const [made, setMade] = createSignal<MadeKey>();
  const show = (one: MadeKey): void => {
    props.onClose();
    setMade(one);
  };
  return (
    <>
      <Show when={made()}>{(one) => <KeyOnce made={one()} onDone={() => setMade(undefined)} />}</Show>
      <Show when={props.isMaking}>
        <KeyWizard onMade={show} onClose={() => props.onClose()} />
      </Show>
      <Loaded query={keys}>{(all) => <KeyTable keys={all()} onMade={show} />}</Loaded>
    </>
  );
}

/** The whole key, this once, with a command by which one sees that it works. */
function KeyOnce(props: { readonly made: MadeKey; readonly onDone: () => void }): JSX.Element {
  const { t, language } = useWords();
  const command = (): string =>
    checkCommand({
      scopes: props.made.key.scopes,
      secret: props.made.secret,
      origin: location.origin,
      month: today().slice(0, 7),
    });
  return (
    <ShownOnce
      title={t("keys.madeTitle", { name: props.made.key.name })}
      secret={props.made.secret}
      copy={t("keys.copy")}
      onDone={() => props.onDone()}
    >
      <p>
        {t("keys.madeText")}{" "}
        <Show when={props.made.key.expiresAt}>
          {(at) => <>{t("keys.endsAt", { at: formatInstant(at(), language()) })}</>}
        </Show>
      </p>
      <p>{t("keys.check")}</p>
      <pre class="code command">{command()}</pre>
      <div>
        <CopyButton text={command()} label={t("keys.copyCommand")} />
      </div>
    </ShownOnce>
  );
}

function KeyTable(props: {
  readonly keys: readonly Key[];
  readonly onMade: (made: MadeKey) => void;
}): JSX.Element {
  const { t } = useWords();
  return (
    <div class="card overflow">
      <Show when={props.keys.length > 0} fallback={<p class="none">{t("keys.noneYet")}</p>}>
        <table class="table">
          <caption class="unseen">{t("settings.sections.keys")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("keys.name")}</th>
              <th scope="col">{t("keys.does")}</th>
              <th scope="col">{t("keys.state")}</th>
              <th scope="col">{t("keys.lastUsed")}</th>
              <th scope="col">{t("keys.end")}</th>
              <th scope="col">
                <span class="unseen">{t("keys.rotate")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={props.keys}>{(key) => <KeyRow keyShown={key} onMade={props.onMade} />}</For>
          </tbody>
        </table>
      </Show>
    </div>
  );
}
