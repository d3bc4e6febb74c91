import type { PolicyChange } from "@evenhand/policy";
import { For, type JSX } from "solid-js";
import { useWords } from "../../words/words.tsx";
import { Scroller } from "./scroller.tsx";

/** The differences as the documents have them: where, what stood there and what stands there. */
export function ChangeTable(props: { readonly changes: readonly PolicyChange[] }): JSX.Element {
  const { t } = useWords();
  return (
    <Scroller label={t("compare.table")}>
      <table class="table change-table">
        <caption class="unseen">{t("compare.table")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("compare.kind")}</th>
            <th scope="col">{t("compare.path")}</th>
            <th scope="col">{t("compare.before")}</th>
            <th scope="col">{t("compare.after")}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.changes}>
            {(change) => (
              <tr>
                <td>{t(`compare.kinds.${change.kind}`)}</td>
                <td class="code">{pathOf(change)}</td>
                <td>
                  <Value value={change.before} />
                </td>
                <td>
                  <Value value={change.after} />
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </Scroller>
  );
}

function Value(props: { readonly value: unknown }): JSX.Element {
  const { t } = useWords();
  return (
    <>
      {props.value === undefined ? (
        <span class="soft">{t("compare.absent")}</span>
      ) : (
        <pre class="code">{JSON.stringify(props.value, null, 2)}</pre>
      )}
    </>
  );
}

/** Where it stands; of what stands elsewhere now, both places. */
function pathOf({ at: { before, after } }: PolicyChange): string {
  return before === undefined || after === undefined || before === after
    ? (after ?? before ?? "")
    : `${before} → ${after}`;
}
