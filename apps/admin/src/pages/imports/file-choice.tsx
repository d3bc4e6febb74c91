import { useQuery } from "@tanstack/solid-query";
import { For, type JSX, Show, createSignal, createUniqueId } from "solid-js";
import { policiesQuery } from "../../api/queries.ts";
import { formatCount } from "../../format/format.ts";
import { Loaded } from "../../parts/loaded.tsx";
import { useWords } from "../../words/words.tsx";

/** The policy that the cases belong to, and the file; a file can be dropped as well. */
export function FileChoice(props: {
  readonly policy: string;
  readonly file: File | undefined;
  readonly onPolicy: (policy: string) => void;
  readonly onFile: (file: File) => void;
}): JSX.Element {
  const { t, language } = useWords();
  const id = createUniqueId();
  const [isOver, setOver] = createSignal(false);
  const take = (files: FileList | null | undefined): void => {
    const file = files?.[0];
    if (file) props.onFile(file);
  };
  return (
    <div
      class="card file-choice"
      data-over={isOver()}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <PolicyChoice policy={props.policy} onPolicy={(policy) => props.onPolicy(policy)} />
      <div class="field">
        <label for={`${id}-file`}>{t("imports.file")}</label>
        <input
          id={`${id}-file`}
          type="file"
          accept=".csv,.xlsx"
          aria-describedby={`${id}-hint`}
          onChange={(event) => take(event.currentTarget.files)}
        />
        <span id={`${id}-hint`} data-part="hint">
          <Show when={props.file} fallback={t("imports.fileHint")}>
            {(file) => (
              <>
                {t("imports.chosen", {
                  file: file().name,
                  size: formatCount(Math.ceil(file().size / 1024), language()),
                })}
              </>
            )}
          </Show>
        </span>
      </div>
    </div>
  );
}

function PolicyChoice(props: {
  readonly policy: string;
  readonly onPolicy: (policy: string) => void;
}): JSX.Element {
  const { t, local } = useWords();
  const policies = useQuery(policiesQuery);
  const id = createUniqueId();
  return (
    <Loaded query={policies}>
      {(all) => (
        <div class="field">
          <label for={id}>{t("imports.policy")}</label>
          <select
            id={id}
            class="input"
            value={props.policy}
            onChange={(event) => props.onPolicy(event.currentTarget.value)}
          >
            <option value="">{t("imports.choosePolicy")}</option>
            <For each={all()}>
              {(policy) => (
                <option value={policy.id} selected={policy.id === props.policy}>
                  {local(policy.title)}
                </option>
              )}
            </For>
          </select>
        </div>
      )}
    </Loaded>
  );
}
