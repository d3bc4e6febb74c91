import { whoMay } from "@evenhand/domain";
import { useSearchParams } from "@solidjs/router";
import { useQuery, useQueryClient } from "@tanstack/solid-query";
import { type Accessor, For, type JSX, Show, createMemo } from "solid-js";
import { unwrap } from "solid-js/store";
import { useMay } from "../../../api/use-may.ts";
import { Loaded } from "../../../parts/loaded.tsx";
import { Trouble } from "../../../parts/trouble.tsx";
import { useWords } from "../../../words/words.tsx";
import type { VersionDocument } from "../../policy/policy-queries.ts";
import { Choice } from "../../../parts/choice.tsx";
import { ListSearch } from "../parts/list-search.tsx";
import { useRoleNames } from "../parts/role-names.ts";
import { Section } from "../parts/section.tsx";
import { standingDocumentsQuery } from "../parts/standing-documents.ts";
import { FactCard } from "./fact-card.tsx";
import { useDraftAt } from "./use-draft-at.ts";
import { entriesOf, isFound } from "./vocabulary-entries.ts";
import "./vocabulary.css";

/** The facts that all policies are written in. Search and filter stand in the address. */
export function VocabularyPage(): JSX.Element {
  return (
    <Section id="vocabulary">
      <Vocabulary />
    </Section>
  );
}

function Vocabulary(): JSX.Element {
  const queries = useQueryClient();
  const documents = useQuery(() => standingDocumentsQuery(queries));
  return <Loaded query={documents}>{(found) => <Entries documents={found} />}</Loaded>;
}

function Entries(props: { readonly documents: Accessor<readonly VersionDocument[]> }): JSX.Element {
  const { t } = useWords();
  const may = useMay();
  const rolesNamed = useRoleNames();
  const draftAt = useDraftAt();
  const [asked, ask] = useSearchParams<{ readonly q?: string; readonly differ?: string }>();
  const entries = createMemo(() => entriesOf(unwrap(props.documents()).map(({ policy }) => policy)));
  const found = () =>
    entries().filter(
      (entry) => isFound(entry, asked.q ?? "") && (asked.differ === undefined || entry.differs.length > 0),
    );
  return (
    <>
      <ListSearch label={t("vocabulary.search")} found={found().length} />
      <Choice
        label={t("vocabulary.onlyDiffering")}
        hint={t("vocabulary.onlyDifferingHint", {
          count: entries().filter(({ differs }) => differs.length > 0).length,
        })}
        isChosen={asked.differ !== undefined}
        onChange={(isOnly) => ask({ differ: isOnly ? "yes" : undefined })}
      />
      <p class="soft">
        {may("drafts:write")
          ? t("vocabulary.changing")
          : t("settings.onlyRead", { roles: rolesNamed(whoMay("drafts:write").roles) })}
      </p>
      <Show when={draftAt.error}>{(error) => <Trouble error={error()} />}</Show>
      <div class="facts">
        <For each={found()}>
          {(entry) => <FactCard entry={entry} draftAt={may("drafts:write") ? draftAt : undefined} />}
        </For>
      </div>
    </>
  );
}
