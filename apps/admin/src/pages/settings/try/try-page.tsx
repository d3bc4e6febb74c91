import { useSearchParams } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { type JSX, Show } from "solid-js";
import type { PolicySummary } from "../../../api/answers.ts";
import { policiesQuery } from "../../../api/queries.ts";
import { formatDay } from "../../../format/format.ts";
import { Loaded } from "../../../parts/loaded.tsx";
import { useWords } from "../../../words/words.tsx";
import { documentQuery } from "../../policy/policy-queries.ts";
import { Section } from "../parts/section.tsx";
import { SelectField } from "../../../parts/select-field.tsx";
import { requirementsQuery } from "./try-queries.ts";
import "./try.css";
import { type Sample, TryRequest } from "./try-request.tsx";

/** A request for an evaluation, made here and sent as another system would send it. The address has what it is asked of. */
export function TryPage(): JSX.Element {
  return (
    <Section id="try">
      <TryIt />
    </Section>
  );
}

function TryIt(): JSX.Element {
  const policies = useQuery(policiesQuery);
  return <Loaded query={policies}>{(all) => <Chosen policies={all()} />}</Loaded>;
}

function Chosen(props: { readonly policies: readonly PolicySummary[] }): JSX.Element {
  const { t, local, language } = useWords();
  const [asked, ask] = useSearchParams<{ readonly policy?: string; readonly version?: string }>();
  const policy = () => props.policies.find(({ id }) => id === asked.policy) ?? props.policies[0];
  const named = () => policy()?.versions.find(({ version }) => String(version) === asked.version);
  /** The version whose facts are asked for: the one that is named, or the newest. */
  const shape = () => named() ?? policy()?.versions.at(-1);
  return (
    <>
      <div class="card form">
        <div class="columns">
          <SelectField
            label={t("tryIt.policy")}
            value={policy()?.id ?? ""}
            options={props.policies.map(({ id, title }) => ({ value: id, label: local(title) }))}
            onChange={(id) => ask({ policy: id, version: undefined })}
          />
          <SelectField
            label={t("tryIt.version")}
            hint={t("tryIt.versionHint")}
            value={asked.version ?? ""}
            options={[
              { value: "", label: t("tryIt.byDay") },
              ...(policy()?.versions ?? []).map(({ version, effectiveFrom }) => ({
                value: String(version),
                label: t("tryIt.versionFrom", { version, day: formatDay(effectiveFrom, language()) }),
              })),
            ]}
            onChange={(version) => ask({ version: version || undefined })}
          />
        </div>
      </div>
      <Show when={shape() && `${policy()?.id ?? ""}@${shape()?.version ?? 0}@${asked.version ?? ""}`} keyed>
        {(_address) => (
          <OfVersion
            policy={policy()?.id ?? ""}
            version={shape()?.version ?? 0}
            isNamed={named() !== undefined}
          />
        )}
      </Show>
    </>
  );
}

/** The request for one version: a made-up case that fits it, or one of the policy's own examples. */
function OfVersion(props: {
  readonly policy: string;
  readonly version: number;
  readonly isNamed: boolean;
}): JSX.Element {
  const { t, local } = useWords();
  const requirements = useQuery(() => requirementsQuery(props));
  const document = useQuery(() => documentQuery(props));
  const samples = (): readonly Sample[] => [
    ...(requirements.data ? [{ id: "", label: t("tryIt.madeUp"), request: requirements.data.example }] : []),
    ...(document.data?.policy.examples ?? []).map(({ id, title, request }) => ({
      id,
      label: local(title),
      request,
    })),
  ];
  return (
    <Loaded query={document}>
      {(found) => (
        <Loaded query={requirements}>
          {(asked) => (
            <TryRequest
              policy={props.policy}
              version={props.isNamed ? props.version : undefined}
              facts={asked().facts}
              currency={found().policy.currency}
              samples={samples()}
            />
          )}
        </Loaded>
      )}
    </Loaded>
  );
}
