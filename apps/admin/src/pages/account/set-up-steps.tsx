import { QrCode } from "@ark-ui/solid/qr-code";
import { For, type JSX } from "solid-js";
import { useWords } from "../../words/words.tsx";

/** What the service gives for setting up a second factor; it is shown this once. */
export type SetUp = { readonly totpUri: string; readonly backupCodes: readonly string[] };

/** What to scan or type into the app, and the codes to keep on paper. */
export function SetUpSteps(props: { readonly setUp: SetUp }): JSX.Element {
  const { t } = useWords();
  const secret = (): string => new URL(props.setUp.totpUri).searchParams.get("secret") ?? "";
  return (
    <ol class="set-up">
      <li>
        <p>{t("account.factor.scan")}</p>
        <QrCode.Root value={props.setUp.totpUri}>
          <QrCode.Frame class="qr" role="img" aria-label={t("account.factor.picture")}>
            <QrCode.Pattern />
          </QrCode.Frame>
        </QrCode.Root>
        <p class="soft">{t("account.factor.type")}</p>
        <p class="code">{secret()}</p>
      </li>
      <li>
        <p>{t("account.factor.paper")}</p>
        <ul class="code backup">
          <For each={props.setUp.backupCodes}>{(code) => <li>{code}</li>}</For>
        </ul>
      </li>
      <li>{t("account.factor.give")}</li>
    </ol>
  );
}
