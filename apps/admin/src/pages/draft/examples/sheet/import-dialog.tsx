import { For, type JSX, Show } from "solid-js";
import { itemsOf } from "../../../../document/pointer.ts";
import { Button } from "../../../../parts/button.tsx";
import { Dialog, DialogTools } from "../../../../parts/dialog.tsx";
import { useWords } from "../../../../words/words.tsx";
import type { DraftSession } from "../../draft-session.ts";
import { useDocumentWords } from "../../use-document-words.ts";
import { factAt } from "./columns.ts";
import { type RowFound, type RowProblem, withRows } from "./example-rows.ts";

const KINDS = ["added", "changed", "unchanged", "unfit"] as const;

/** What a file would do to the examples of a draft, row by row where a row does not fit, before it does it. */
export function ImportDialog(props: {
  readonly session: DraftSession;
  readonly rows: readonly RowFound[];
  readonly onClose: () => void;
}): JSX.Element {
  const { t } = useWords();
  const count = (kind: RowFound["kind"]): number => props.rows.filter((row) => row.kind === kind).length;
  const taken = (): number => count("added") + count("changed");
  const left = (): number => {
    const found = count("changed") + count("unchanged");
    return itemsOf(props.session.document()["examples"]).length - found;
  };
  const take = (): void => {
    const { rows } = props;
    const label = t("examples.sheet.label", { added: count("added"), changed: count("changed") });
    props.session.edit(label, (document) => withRows(document, rows));
    props.onClose();
  };
  return (
    <Dialog title={t("examples.sheet.title")} size="wide" onClose={() => props.onClose()}>
      <dl class="import-counts">
        <For each={KINDS}>
          {(kind) => (
            <div>
              <dt>{t(`examples.sheet.${kind}`)}</dt>
              <dd>{count(kind)}</dd>
            </div>
          )}
        </For>
      </dl>
      <Show when={left() > 0}>
        <p class="soft">{t("examples.sheet.left", { count: left() })}</p>
      </Show>
      <Unfit session={props.session} rows={props.rows} />
      <DialogTools>
        <Button onClick={() => props.onClose()}>{t("examples.accept.cancel")}</Button>
        <Button kind="main" disabled={taken() === 0} onClick={take}>
          {t("examples.sheet.take", { count: taken() })}
        </Button>
      </DialogTools>
    </Dialog>
  );
}

/** The rows that are no examples, and why. */
function Unfit(props: { readonly session: DraftSession; readonly rows: readonly RowFound[] }): JSX.Element {
  const { t } = useWords();
  const words = useDocumentWords(() => props.session);
  const unfit = () => props.rows.flatMap((row) => (row.kind === "unfit" ? [row] : []));
  const why = (problem: RowProblem): string => {
    if (problem.kind !== "no-value") return t(`examples.sheet.why.${problem.kind}`);
    const fact = factAt(problem.at);
    return t("examples.sheet.why.no-value", { column: fact ? words.fact(fact.name) : problem.at });
  };
  return (
    <Show when={unfit().length > 0}>
      <ul class="failures" aria-label={t("examples.sheet.unfit")}>
        <For each={unfit()}>
          {(row) => (
            <li>{t("examples.sheet.row", { number: row.number, why: row.problems.map(why).join(" ") })}</li>
          )}
        </For>
      </ul>
    </Show>
  );
}
