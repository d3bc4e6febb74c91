import { type JSX, Show, createSignal } from "solid-js";
import type { AuditEventView, AuditPage } from "../../api/answers.ts";
import { send } from "../../api/send.ts";
import { formatCount } from "../../format/format.ts";
import { Button } from "../../parts/button.tsx";
import { offerFile } from "../../parts/offer-file.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../words/words.tsx";
import { type Asked, filterOf } from "./asked.ts";
import { useEventWords } from "./use-event-words.ts";

/** So many events are asked for at once, and so many go into a table at most. */
const PAGE = 500;
const MOST = 10_000;

/** The events that are asked for, all pages of them, as a table to keep. */
export function Export(props: { readonly asked: Asked }): JSX.Element {
  const { t, language } = useWords();
  const words = useEventWords();
  const [isBusy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<unknown>();
  const [isCut, setCut] = createSignal(false);
  const save = async (): Promise<void> => {
    const { events, isWhole } = await allOf(props.asked);
    const { eventSheet } = await import("./event-sheet.ts");
    const bytes = eventSheet(events, {
      language: language(),
      wordsOf: words.action,
      headers: {
        id: t("audit.number"),
        at: t("audit.moment"),
        actor: t("audit.who"),
        action: t("audit.sheet.action"),
        what: t("audit.what"),
        kind: t("audit.filter.kind"),
        object: t("audit.object"),
        before: t("audit.before"),
        after: t("audit.after"),
      },
    });
    offerFile(new Blob([new Uint8Array(bytes)], { type: "text/csv" }), `${t("audit.title")}.csv`);
    setCut(!isWhole);
  };
  const tried = async (): Promise<void> => {
    setBusy(true);
    setError(undefined);
    await save().catch(setError);
    setBusy(false);
  };
  return (
    <>
      <div class="tools">
        <Button disabled={isBusy()} onClick={() => void tried()}>
          {t("audit.sheet.save")}
        </Button>
        <span role="status" class="soft">
          <Show when={isCut()}>{t("audit.sheet.cut", { count: formatCount(MOST, language()) })}</Show>
        </span>
      </div>
      <Show when={error()}>{(trouble) => <Trouble error={trouble()} />}</Show>
    </>
  );
}

async function allOf(
  asked: Asked,
): Promise<{ readonly events: readonly AuditEventView[]; readonly isWhole: boolean }> {
  const events: AuditEventView[] = [];
  let next: number | null = null;
  do {
    const search = filterOf(asked);
    search.set("limit", String(PAGE));
    if (next !== null) search.set("cursor", String(next));
    const page: AuditPage = await send<AuditPage>(`/v1/audit-events?${search}`);
    events.push(...page.events);
    next = page.next;
  } while (next !== null && events.length < MOST);
  return { events, isWhole: next === null };
}
