import { Tabs } from "@ark-ui/solid/tabs";
import type { EvaluateRequest } from "@evenhand/domain";
import { useSearchParams } from "@solidjs/router";
import { useMutation } from "@tanstack/solid-query";
import { For, type JSX, Show, createSignal, untrack } from "solid-js";
import { ProblemError } from "../../../api/problem.ts";
import type { JsonObject } from "../../../document/pointer.ts";
import { Button } from "../../../parts/button.tsx";
import { CopyButton } from "../../../parts/copy-button.tsx";
import { SelectField } from "../../../parts/select-field.tsx";
import { Trouble } from "../../../parts/trouble.tsx";
import { useWords } from "../../../words/words.tsx";
import { Answer } from "./answer.tsx";
import { curlCommand } from "./curl-command.ts";
import { RequestForm } from "./request-form.tsx";
import { RequestJson } from "./request-json.tsx";
import { type FactRequirement, asJson, evaluate } from "./try-queries.ts";

export type Sample = { readonly id: string; readonly label: string; readonly request: EvaluateRequest };

const VIEWS = ["form", "json"] as const;

/** A request that is made, sent and answered. */
export function TryRequest(props: {
  readonly policy: string;
  /** Undefined where the day of the case decides. */
  readonly version: number | undefined;
  readonly facts: readonly FactRequirement[];
  readonly currency: string;
  readonly samples: readonly Sample[];
}): JSX.Element {
  const { t } = useWords();
  const [asked, ask] = useSearchParams<{ readonly sample?: string }>();
  const sampleCalled = (id: string): Sample | undefined =>
    props.samples.find((sample) => sample.id === id) ?? props.samples[0];
  const requestOf = (id: string): JsonObject => {
    const request = sampleCalled(id)?.request;
    return request ? asJson({ ...request, ...versionNamed() }) : {};
  };
  const [request, setRequest] = createSignal(untrack(() => requestOf(asked.sample ?? "")));
  const sending = useMutation(() => ({ mutationFn: () => evaluate(props.policy, request()) }));
  const problems = () => (sending.error instanceof ProblemError ? sending.error.problems : []);
  const curl = (): string =>
    curlCommand({ origin: location.origin, policy: props.policy, request: request() });
  return (
    <>
      <section class="card form" aria-label={t("tryIt.request")}>
        <Show when={props.samples.length > 1}>
          <SelectField
            label={t("tryIt.sample")}
            value={asked.sample ?? ""}
            options={props.samples.map(({ id, label }) => ({ value: id, label }))}
            onChange={(id) => {
              ask({ sample: id || undefined });
              setRequest(requestOf(id));
            }}
          />
        </Show>
        <Show when={sending.error}>{(error) => <Trouble error={error()} />}</Show>
        <RequestViews
          request={request()}
          facts={props.facts}
          currency={props.currency}
          problems={problems()}
          onChange={setRequest}
        />
        <div class="tools">
          <Button kind="main" disabled={sending.isPending} onClick={() => sending.mutate()}>
            {t("tryIt.send")}
          </Button>
          <CopyButton text={curl()} label={t("tryIt.copyCurl")} />
          <span class="soft">{t("tryIt.keyHint")}</span>
        </div>
      </section>
      <Show when={sending.data}>{(tried) => <Answer tried={tried()} />}</Show>
    </>
  );

  function versionNamed(): { readonly policyVersion?: number } {
    return props.version === undefined ? {} : { policyVersion: props.version };
  }
}

/** The same request, as a form or as JSON: what is changed in one is changed in the other. */
function RequestViews(props: Parameters<typeof RequestForm>[0]): JSX.Element {
  const { t } = useWords();
  const [asked, ask] = useSearchParams<{ readonly as?: string }>();
  const view = (): string => VIEWS.find((one) => one === asked.as) ?? "form";
  return (
    <Tabs.Root
      class="tabs"
      value={view()}
      onValueChange={({ value }) => ask({ as: value === "form" ? undefined : value }, { replace: true })}
      lazyMount
      unmountOnExit
    >
      <Tabs.List aria-label={t("tryIt.views")}>
        <For each={VIEWS}>{(one) => <Tabs.Trigger value={one}>{t(`tryIt.view.${one}`)}</Tabs.Trigger>}</For>
      </Tabs.List>
      <Tabs.Content value="form">
        <RequestForm {...props} />
      </Tabs.Content>
      <Tabs.Content value="json">
        <RequestJson request={props.request} onChange={(request) => props.onChange(request)} />
      </Tabs.Content>
    </Tabs.Root>
  );
}
