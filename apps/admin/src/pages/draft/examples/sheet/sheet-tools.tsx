import { type JSX, Show, createSignal } from "solid-js";
import { Button } from "../../../../parts/button.tsx";
import { offerFile } from "../../../../parts/offer-file.ts";
import { Trouble } from "../../../../parts/trouble.tsx";
import { useWords } from "../../../../words/words.tsx";
import type { DraftSession } from "../../draft-session.ts";
import { useDocumentWords } from "../../use-document-words.ts";
import { factAt } from "./columns.ts";
import type { RowFound } from "./example-rows.ts";
import { ImportDialog } from "./import-dialog.tsx";

/** The examples as a workbook, out and in; what a file would change is shown before it does. */
export function SheetTools(props: { readonly session: DraftSession }): JSX.Element {
  const { t, language, local } = useWords();
  const words = useDocumentWords(() => props.session);
  const [found, setFound] = createSignal<readonly RowFound[]>();
  const [trouble, setTrouble] = createSignal<unknown>();
  let input: HTMLInputElement | undefined;
  const nameOf = ({ at }: { readonly at: string }): string => {
    const fact = factAt(at);
    return fact ? words.fact(fact.name) : t("examples.sheet.column");
  };
  const tried = async (work: () => Promise<void>): Promise<void> => {
    setTrouble(undefined);
    await work().catch(setTrouble);
  };
  const save = async (): Promise<void> => {
    const { writeExamples } = await import("./workbook.ts");
    const given = { language: language(), nameOf, name: t("examples.sheet.name") };
    const bytes = await writeExamples(props.session.document(), given);
    offerFile(new Blob([new Uint8Array(bytes)]), `${t("examples.sheet.name")}.xlsx`);
  };
  const read = async (file: File): Promise<void> => {
    const { readExamples } = await import("./workbook.ts");
    const bytes = new Uint8Array(await file.arrayBuffer());
    const result = await readExamples(props.session.document(), { bytes, name: file.name });
    if ("problem" in result) setTrouble(new Error(local(result.problem.message)));
    else setFound(result.found);
  };
  return (
    <>
      <div class="tools">
        <Button kind="quiet" onClick={() => input?.click()}>
          {t("examples.sheet.import")}
        </Button>
        <Button kind="quiet" onClick={() => void tried(save)}>
          {t("examples.sheet.export")}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".xlsx,.csv"
          aria-label={t("examples.sheet.import")}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            event.currentTarget.value = "";
            if (file) void tried(() => read(file));
          }}
        />
      </div>
      <Show when={trouble()}>{(error) => <Trouble error={error()} />}</Show>
      <Show when={found()}>
        {(rows) => <ImportDialog session={props.session} rows={rows()} onClose={() => setFound(undefined)} />}
      </Show>
    </>
  );
}
