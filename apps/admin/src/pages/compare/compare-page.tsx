import { Tabs } from "@ark-ui/solid/tabs";
import { A, useParams, useSearchParams } from "@solidjs/router";
import { useQuery, useQueryClient } from "@tanstack/solid-query";
import { For, type JSX, Show } from "solid-js";
import type { VersionStanding } from "../../api/answers.ts";
import { versionsQuery } from "../../api/queries.ts";
import { usePolicyTitle } from "../../api/use-policy-title.ts";
import { Loaded } from "../../parts/loaded.tsx";
import { useWords } from "../../words/words.tsx";
import { ChangeSentences } from "./change-sentences.tsx";
import { ChangeTable } from "./change-table.tsx";
import "./compare.css";
import { type Comparison, type Pair, comparisonQuery } from "./comparison.ts";
import { SideBySide } from "./side-by-side.tsx";
import { VersionChoice } from "./version-choice.tsx";

const VIEWS = ["sentences", "table", "json"] as const;

/** What differs between two versions of a policy. The address has both and the way to look at it. */
export function ComparePage(): JSX.Element {
  const { t } = useWords();
  const params = useParams<{ readonly id: string }>();
  const titleOf = usePolicyTitle();
  const versions = useQuery(() => versionsQuery(params.id));
  return (
    <>
      <div>
        <h1>{t("compare.title")}</h1>
        <p>
          <A href={`/policies/${params.id}`}>{t("compare.of", { policy: titleOf(params.id) })}</A>
        </p>
      </div>
      <Loaded query={versions}>{(all) => <Chosen policy={params.id} versions={all()} />}</Loaded>
    </>
  );
}

/** The two versions of the address; without them the newest and the one before it. */
function Chosen(props: {
  readonly policy: string;
  readonly versions: readonly VersionStanding[];
}): JSX.Element {
  const { t } = useWords();
  const [asked, ask] = useSearchParams<{ readonly a?: string; readonly b?: string }>();
  const numberOf = (text: string | undefined, place: number): number =>
    text !== undefined && /^[1-9]\d*$/.test(text) ? Number(text) : (props.versions.at(place)?.version ?? 1);
  const pair = (): Pair => ({
    policy: props.policy,
    before: numberOf(asked.a, props.versions.length > 1 ? -2 : -1),
    after: numberOf(asked.b, -1),
  });
  return (
    <>
      <VersionChoice
        versions={props.versions}
        pair={pair()}
        onChoose={({ before, after }) => ask({ a: before, b: after })}
      />
      <Show when={pair().before !== pair().after} fallback={<p role="status">{t("compare.same")}</p>}>
        <Compared pair={pair()} />
      </Show>
    </>
  );
}

function Compared(props: { readonly pair: Pair }): JSX.Element {
  const { t } = useWords();
  const queries = useQueryClient();
  const comparison = useQuery(() => comparisonQuery(queries, props.pair));
  const count = ({ length }: Comparison["changes"]): string =>
    length === 1 ? t("compare.oneDifference") : t("compare.count", { count: length });
  return (
    <Loaded query={comparison}>
      {(found) => (
        <Show when={found().changes.length > 0} fallback={<p role="status">{t("compare.nothing")}</p>}>
          <p role="status">{count(found().changes)}</p>
          <Views pair={props.pair} comparison={found()} />
        </Show>
      )}
    </Loaded>
  );
}

function Views(props: { readonly pair: Pair; readonly comparison: Comparison }): JSX.Element {
  const { t } = useWords();
  const [asked, ask] = useSearchParams<{ readonly view?: string }>();
  const view = (): string => VIEWS.find((one) => one === asked.view) ?? "sentences";
  return (
    <Tabs.Root
      class="compare-views"
      value={view()}
      onValueChange={({ value }) =>
        ask({ view: value === "sentences" ? undefined : value }, { replace: true })
      }
      lazyMount
      unmountOnExit
    >
      <Tabs.List aria-label={t("compare.views")}>
        <For each={VIEWS}>{(one) => <Tabs.Trigger value={one}>{t(`compare.${one}`)}</Tabs.Trigger>}</For>
      </Tabs.List>
      <Tabs.Content value="sentences">
        <ChangeSentences pair={props.pair} comparison={props.comparison} />
      </Tabs.Content>
      <Tabs.Content value="table">
        <ChangeTable changes={props.comparison.changes} />
      </Tabs.Content>
      <Tabs.Content value="json">
        <SideBySide comparison={props.comparison} />
      </Tabs.Content>
    </Tabs.Root>
  );
}
