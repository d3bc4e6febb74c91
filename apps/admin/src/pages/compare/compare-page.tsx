import { A, useParams, useSearchParams } from "@solidjs/router";
import { useQuery, useQueryClient } from "@tanstack/solid-query";
import { type JSX, Show } from "solid-js";
import type { VersionStanding } from "../../api/answers.ts";
import { versionsQuery } from "../../api/queries.ts";
import { usePolicyTitle } from "../../api/use-policy-title.ts";
import { ChangeViews } from "../../changes/change-views.tsx";
import type { Comparison } from "../../changes/comparison.ts";
import type { ReachedPlace } from "../../changes/group-changes.ts";
import { Loaded } from "../../parts/loaded.tsx";
import { useWords } from "../../words/words.tsx";
import { addressInReading } from "../policy/policy-place.ts";
import { type Pair, comparisonQuery, readingsQuery } from "./compare-queries.ts";
import "./compare.css";
import { VersionChoice } from "./version-choice.tsx";

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
  const { t, language } = useWords();
  const queries = useQueryClient();
  const comparison = useQuery(() => comparisonQuery(queries, props.pair));
  const readings = useQuery(() => readingsQuery(queries, { ...props.pair, language: language() }));
  const count = ({ length }: Comparison["changes"]): string =>
    length === 1 ? t("compare.oneDifference") : t("compare.count", { count: length });
  const addressOf = ({ side, pointer }: ReachedPlace): string =>
    addressInReading({ policy: props.pair.policy, version: props.pair[side], pointer });
  return (
    <Loaded query={comparison}>
      {(found) => (
        <Show when={found().changes.length > 0} fallback={<p role="status">{t("compare.nothing")}</p>}>
          <h2 class="unseen">{t("compare.differences")}</h2>
          <p role="status">{count(found().changes)}</p>
          <ChangeViews comparison={found()} readings={readings.data} addressOf={addressOf} />
        </Show>
      )}
    </Loaded>
  );
}
