import type { LocalizedText } from "@evenhand/domain";
import type { PolicyChange } from "@evenhand/policy";
import { For, type JSX, Show, createMemo } from "solid-js";
import { useWords } from "../words/words.tsx";
import type { Comparison } from "./comparison.ts";
import { groupChanges } from "./group-changes.ts";
import { Scroller } from "./scroller.tsx";

/** The differences as rows: what changed, what stood there and what stands there. */
export function ChangeTable(props: { readonly comparison: Comparison }): JSX.Element {
  const { t } = useWords();
  const rows = createMemo(() =>
    groupChanges(props.comparison).flatMap(({ section, things }) =>
      things.flatMap(({ changes }) => changes.map((change) => ({ section, change }))),
    ),
  );
  return (
    <Scroller label={t("changes.table")}>
      <table class="table change-table">
        <caption class="unseen">{t("changes.table")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("changes.section")}</th>
            <th scope="col">{t("changes.kind")}</th>
            <th scope="col">{t("changes.what")}</th>
            <th scope="col">{t("changes.before")}</th>
            <th scope="col">{t("changes.after")}</th>
          </tr>
        </thead>
        <tbody>
          <For each={rows()}>
            {({ section, change }) => (
              <tr>
                <td>{t(`changes.sections.${section}`)}</td>
                <td>{t(`changes.kinds.${change.kind}`)}</td>
                <Said change={change} />
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </Scroller>
  );
}

/** What changed from one value to another stands in three cells; whatever came, went or moved is one sentence. */
function Said(props: { readonly change: PolicyChange }): JSX.Element {
  const { local } = useWords();
  return (
    <Show when={props.change.said} fallback={<td colspan="3">{local(props.change.text)}</td>}>
      {(said) => (
        <>
          <td>{local(said().what)}</td>
          <Value said={said().before} />
          <Value said={said().after} />
        </>
      )}
    </Show>
  );
}

function Value(props: { readonly said: LocalizedText | undefined }): JSX.Element {
  const { t, local } = useWords();
  return (
    <td>
      <Show when={props.said} fallback={<span class="soft">{t("changes.absent")}</span>}>
        {(text) => local(text())}
      </Show>
    </td>
  );
}
