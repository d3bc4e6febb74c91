import { useNavigate } from "@solidjs/router";
import { useMutation, useQuery, useQueryClient } from "@tanstack/solid-query";
import { type JSX, Show, createSignal } from "solid-js";
import type { DraftSummary, PolicySummary } from "../../api/answers.ts";
import { policiesQuery } from "../../api/queries.ts";
import { send } from "../../api/send.ts";
import { useMay } from "../../api/use-may.ts";
import { editLabel } from "../../document/edit-label.ts";
import type { JsonObject } from "../../document/pointer.ts";
import { Button } from "../../parts/button.tsx";
import { FileField } from "../../parts/file-field.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../words/words.tsx";
import "./imports.css";
import { WhatItHolds } from "./policy-file-contents.tsx";
import { type PolicyFile, readPolicyFile } from "./policy-file.ts";

/** A policy that stands in a file, as a draft. */
export function PolicyFilePage(): JSX.Element {
  const { t } = useWords();
  const may = useMay();
  return (
    <>
      <div>
        <h1>{t("policyFile.title")}</h1>
        <p class="soft">{t("policyFile.intro")}</p>
      </div>
      <Show when={may("drafts:write")} fallback={<p>{t("policyFile.whoCan")}</p>}>
        <FileToDraft />
      </Show>
    </>
  );
}

type Chosen = { readonly name: string; readonly read: PolicyFile };

function FileToDraft(): JSX.Element {
  const { t } = useWords();
  const begin = useDraftFromFile();
  const policies = useQuery(policiesQuery);
  const [chosen, setChosen] = createSignal<Chosen>();
  const wrong = () => {
    const read = chosen()?.read;
    return read && "wrong" in read ? read.wrong : undefined;
  };
  const found = () => {
    const { name = "", read } = chosen() ?? {};
    return read && "document" in read ? { name, ...read } : undefined;
  };
  const known = (): PolicySummary | undefined => policies.data?.find((policy) => policy.id === found()?.id);
  return (
    <>
      <div class="card file-choice">
        <FileField
          label={t("policyFile.file")}
          accept=".json"
          hint={t("policyFile.hint")}
          onFile={(file) =>
            void file.text().then((text) => setChosen({ name: file.name, read: readPolicyFile(text) }))
          }
        />
      </div>
      <Show when={wrong()}>
        {(why) => (
          <p class="trouble" role="alert">
            {t(`policyFile.${why()}`)}
          </p>
        )}
      </Show>
      <Show when={found()}>
        {(file) => <WhatItHolds id={file().id} document={file().document} known={known()} />}
      </Show>
      <Show when={begin.error}>{(error) => <Trouble error={error()} />}</Show>
      <Show when={found()}>
        {(file) => (
          <div>
            <Button
              kind="main"
              disabled={begin.isPending || policies.isPending}
              onClick={() => begin.mutate({ ...file(), isNew: !known() })}
            >
              {t("policyFile.begin")}
            </Button>
          </div>
        )}
      </Show>
    </>
  );
}

type Beginning = {
  readonly id: string;
  readonly name: string;
  readonly document: JsonObject;
  readonly isNew: boolean;
};

/** Begins a draft of the policy, puts the document of the file into it as an edit that can be undone, and goes there. */
function useDraftFromFile() {
  const { t } = useWords();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation(() => ({
    mutationFn: async ({ id, name, document, isNew }: Beginning) => {
      const body = isNew ? { policy: id, new: true } : { policy: id };
      const draft = await send<DraftSummary>("/v1/drafts", { method: "POST", body });
      const label = editLabel(t("policyFile.label", { file: name }));
      const path = `/v1/drafts/${encodeURIComponent(draft.id)}`;
      await send(path, { method: "PUT", revision: draft.revision, body: { label, document } });
      return draft;
    },
    onSuccess: async ({ policy, id }) => {
      await queries.invalidateQueries({ queryKey: ["drafts"] });
      navigate(`/policies/${policy}/draft/${id}`);
    },
  }));
}
