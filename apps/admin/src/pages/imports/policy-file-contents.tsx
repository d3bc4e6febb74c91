import type { Policy } from "@evenhand/domain";
import { diffPolicies } from "@evenhand/policy";
import { type QueryClient, queryOptions, useQuery, useQueryClient } from "@tanstack/solid-query";
import { type JSX, Show } from "solid-js";
import type { PolicySummary } from "../../api/answers.ts";
import { type JsonObject, textAt } from "../../document/pointer.ts";
import { formatCount } from "../../format/format.ts";
import { useWords } from "../../words/words.tsx";
import { documentQuery } from "../policy/policy-queries.ts";

type Contents = {
  readonly id: string;
  readonly document: JsonObject;
  /** The policy of this id, where the service has one. */
  readonly known: PolicySummary | undefined;
};

/** What the file of a policy holds, before a draft is begun with it: its name, its version, and how much it changes. */
export function WhatItHolds(props: Contents): JSX.Element {
  const { t, language } = useWords();
  const version = (): string => {
    const stated = props.document["version"];
    return typeof stated === "number" ? formatCount(stated, language()) : t("policyFile.notStated");
  };
  return (
    <div class="card import-report policy-file" role="status">
      <p>{props.known ? t("policyFile.known") : t("policyFile.newPolicy")}</p>
      <dl class="import-counts">
        <div>
          <dt>{t("policyFile.name")}</dt>
          <dd>{textAt(props.document, `/title/${language()}`) || props.id}</dd>
        </div>
        <div>
          <dt>{t("policyFile.version")}</dt>
          <dd>{version()}</dd>
        </div>
        <Show when={props.known?.versions.at(-1)?.version}>
          {(newest) => <ChangesFrom id={props.id} document={props.document} newest={newest()} />}
        </Show>
      </dl>
    </div>
  );
}

type Compared = Pick<Contents, "id" | "document"> & { readonly newest: number };

function ChangesFrom(props: Compared): JSX.Element {
  const { t, language } = useWords();
  const queries = useQueryClient();
  const count = useQuery(() => changeCountQuery(queries, props));
  return (
    <div>
      <dt>{t("policyFile.changes", { version: formatCount(props.newest, language()) })}</dt>
      <dd>
        <Show when={!count.isError} fallback={t("policyFile.notComparable")}>
          <Show when={count.isSuccess}>
            {t("policyFile.changeCount", { count: formatCount(count.data ?? 0, language()) })}
          </Show>
        </Show>
      </dd>
    </div>
  );
}

/** How many changes a file makes to the newest version; it fails on what has not the shape of a policy. */
const changeCountQuery = (queries: QueryClient, { id, document, newest }: Compared) =>
  queryOptions({
    queryKey: ["policies", id, "file", newest, JSON.stringify(document)],
    queryFn: async (): Promise<number> => {
      const was = await queries.ensureQueryData(documentQuery({ policy: id, version: newest }));
      // INVARIANT: nothing but the number is kept, and a document of another shape gives none.
      return diffPolicies(was.policy, document as unknown as Policy).length;
    },
    retry: false,
    gcTime: 0,
  });
