import type { Guard } from "@evenhand/domain";
import { readGuardPeriods, sourceName } from "@evenhand/policy";
import { A } from "@solidjs/router";
import { useQuery, useQueryClient } from "@tanstack/solid-query";
import { For, type JSX, Show } from "solid-js";
import { guardDocumentsQuery } from "../../../api/ground-queries.ts";
import { Loaded } from "../../../parts/loaded.tsx";
import { Tag } from "../../../parts/tag.tsx";
import { useWords } from "../../../words/words.tsx";
import type { VersionDocument } from "../../policy/policy-queries.ts";
import { Section } from "../parts/section.tsx";
import { standingDocumentsQuery } from "../parts/standing-documents.ts";
import "./guards.css";
import { type NamingPolicy, policiesNaming, sourcesOf } from "./guard-sources.ts";

/** The statutory guards in use, read out. They come with the rules and are not changed here. */
export function GuardsPage(): JSX.Element {
  return (
    <Section id="guards">
      <Guards />
    </Section>
  );
}

function Guards(): JSX.Element {
  const { t } = useWords();
  const queries = useQueryClient();
  const guards = useQuery(guardDocumentsQuery);
  const documents = useQuery(() => standingDocumentsQuery(queries));
  return (
    <>
      <p class="soft">{t("guards.fromRules")}</p>
      <Loaded query={guards}>
        {(all) => (
          <Loaded query={documents}>
            {(found) => <For each={all()}>{(guard) => <OneGuard guard={guard} documents={found()} />}</For>}
          </Loaded>
        )}
      </Loaded>
    </>
  );
}

function OneGuard(props: {
  readonly guard: Guard;
  readonly documents: readonly VersionDocument[];
}): JSX.Element {
  const { t, local, language } = useWords();
  const sources = (): readonly string[] =>
    sourcesOf(props.guard).map((source) =>
      sourceName(source, { policy: { words: {} }, language: language() }),
    );
  const heading = (): string => `guard-${props.guard.jurisdiction}`;
  const naming = (): readonly NamingPolicy[] => policiesNaming(props.documents, props.guard.jurisdiction);
  return (
    <section class="card guard" aria-labelledby={heading()}>
      <header>
        <h3 id={heading()}>
          {local(props.guard.title)} <Tag>{props.guard.jurisdiction}</Tag>
        </h3>
        <p>
          <Show when={naming().length > 0} fallback={<span class="soft">{t("guards.namedByNone")}</span>}>
            {t("guards.namedBy")}{" "}
            <For each={naming()}>
              {(policy, index) => (
                <>
                  {index() > 0 ? " · " : ""}
                  <A href={`/policies/${policy.id}?version=${policy.version}`}>{local(policy.title)}</A>
                </>
              )}
            </For>
          </Show>
        </p>
      </header>
      <Periods guard={props.guard} />
      <Show when={props.guard.notes}>
        {(notes) => <p class="soft">{local(notes()).replaceAll("`", "")}</p>}
      </Show>
      <p class="soft">
        {t("guards.sources", { currency: props.guard.currency, sources: sources().join(" · ") })}
      </p>
    </section>
  );
}

function Periods(props: { readonly guard: Guard }): JSX.Element {
  const { language } = useWords();
  const periods = () => readGuardPeriods(props.guard, language());
  return (
    <For each={periods()}>
      {(period) => (
        <div>
          <p>{period.opening}</p>
          <ul>
            <For each={period.rules}>{(rule) => <li>{rule}</li>}</For>
          </ul>
          <p class="soft">{period.caution}</p>
        </div>
      )}
    </For>
  );
}
