import { useQuery } from "@tanstack/solid-query";
import { For, type JSX, createSignal, createUniqueId } from "solid-js";
import { policiesQuery } from "../../api/queries.ts";
import { formatCount } from "../../format/format.ts";
import { FileField } from "../../parts/file-field.tsx";
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
  const chosen = (): string | undefined =>
    props.file &&
    t("imports.chosen", {
      file: props.file.name,
      size: formatCount(Math.ceil(props.file.size / 1024), language()),
    });
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
      <FileField
        label={t("imports.file")}
        accept=".csv,.xlsx"
        chosen={chosen()}
        hint={t("imports.fileHint")}
        onFile={(file) => props.onFile(file)}
      />
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
