import { useNavigate, useSearchParams } from "@solidjs/router";
import { useMutation, useQuery, useQueryClient } from "@tanstack/solid-query";
import { type JSX, Show, createSignal } from "solid-js";
import type { ImportPage as Run, ImportView } from "../../api/answers.ts";
import { ProblemError } from "../../api/problem.ts";
import { useMay } from "../../api/use-may.ts";
import { formatCount } from "../../format/format.ts";
import { Button } from "../../parts/button.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../words/words.tsx";
import { ColumnTable } from "./column-table.tsx";
import { FileChoice } from "./file-choice.tsx";
import { type ColumnMap, type ImportAsk, importQuery, startImport } from "./import-queries.ts";
import { ImportReport } from "./import-report.tsx";
import "./imports.css";
import { type SheetColumn, columnsOf, columnsRefused } from "./sheet-columns.ts";

/** Past cases from a spreadsheet: checked first, every row of it, and kept once whoever brings them in has seen what fits. */
export function NewImportPage(): JSX.Element {
  const { t } = useWords();
  const may = useMay();
  return (
    <>
      <div>
        <h1>{t("imports.newTitle")}</h1>
        <p class="soft">{t("imports.intro")}</p>
      </div>
      <Show when={may("cases:write")} fallback={<p>{t("imports.whoCan")}</p>}>
        <NewImport />
      </Show>
    </>
  );
}

function NewImport(): JSX.Element {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [asked, ask] = useSearchParams<{ readonly policy?: string; readonly check?: string }>();
  const policy = (): string => asked.policy ?? "";
  const [file, setFile] = createSignal<File>();
  const [map, setMap] = createSignal<ColumnMap>({});
  // With what the check was made that is shown: where it is another by now, it is made again before anything is kept.
  const [checked, setChecked] = createSignal<Omit<ImportAsk, "isDryRun">>();
  const check = useQuery(() => ({ ...importQuery(asked.check ?? ""), enabled: asked.check !== undefined }));
  const start = useMutation(() => ({
    mutationFn: startImport,
    onSuccess: async (begun: ImportView, given: ImportAsk) => {
      await queries.invalidateQueries({ queryKey: ["imports"] });
      if (!given.isDryRun) return navigate(`/imports/${begun.id}`);
      setChecked(given);
      ask({ check: begun.id }, { replace: true });
    },
    onError: () => ask({ check: undefined }, { replace: true }),
  }));
  const forget = (): void => {
    setMap({});
    setChecked();
    start.reset();
    ask({ check: undefined }, { replace: true });
  };
  const send = (isDryRun: boolean): void => {
    const chosen = file();
    if (chosen) start.mutate({ policy: policy(), file: chosen, map: map(), isDryRun });
  };
  const run = (): Run | undefined => (asked.check === undefined ? undefined : check.data);
  const columns = (): readonly SheetColumn[] => {
    const found = run();
    if (found) return columnsOf(found);
    return start.error instanceof ProblemError ? columnsRefused(start.error.problems) : [];
  };
  const isCurrent = (): boolean => checked()?.file === file() && checked()?.map === map();
  return (
    <>
      <FileChoice
        policy={policy()}
        file={file()}
        onPolicy={(chosen) => {
          forget();
          ask({ policy: chosen });
        }}
        onFile={(chosen) => {
          forget();
          setFile(chosen);
        }}
      />
      <Show when={start.error}>{(error) => <Trouble error={error()} />}</Show>
      <Show when={columns().length > 0}>
        <ColumnTable policy={policy()} columns={columns()} map={map()} onMap={setMap} />
      </Show>
      <Show when={run()}>{(found) => <ImportReport run={found()} />}</Show>
      <Steps
        run={run()}
        isReady={policy() !== "" && file() !== undefined}
        isCurrent={isCurrent()}
        isBusy={start.isPending}
        onCheck={() => send(true)}
        onKeep={() => send(false)}
      />
    </>
  );
}

/** The next thing to do, and why the last cannot be done yet. */
function Steps(props: {
  readonly run: Run | undefined;
  readonly isReady: boolean;
  readonly isCurrent: boolean;
  readonly isBusy: boolean;
  readonly onCheck: () => void;
  readonly onKeep: () => void;
}): JSX.Element {
  const { t, language } = useWords();
  const fits = (): number => {
    const { added = 0, revised = 0 } = props.run?.cases ?? {};
    return added + revised;
  };
  const isSettled = (): boolean => props.run?.state === "done" && props.run.unsettled.length === 0;
  const mayKeep = (): boolean => props.isReady && props.isCurrent && isSettled() && fits() > 0;
  return (
    <div class="tools">
      <Button
        kind={mayKeep() ? "plain" : "main"}
        disabled={!props.isReady || props.isBusy || props.run?.state === "running"}
        onClick={() => props.onCheck()}
      >
        {props.run ? t("imports.checkAgain") : t("imports.check")}
      </Button>
      <Show when={mayKeep()}>
        <Button kind="main" disabled={props.isBusy} onClick={() => props.onKeep()}>
          {t("imports.keep", { count: formatCount(fits(), language()) })}
        </Button>
      </Show>
      <Show when={props.run?.state === "done" && props.run.unsettled.length > 0}>
        <span class="soft">{t("imports.settleFirst")}</span>
      </Show>
      <Show when={props.run && !props.isReady}>
        <span class="soft">{t("imports.fileAgain")}</span>
      </Show>
    </div>
  );
}
