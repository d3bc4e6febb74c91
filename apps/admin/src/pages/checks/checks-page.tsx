import { shortHash } from "@evenhand/domain";
import { A, useParams, useSearchParams } from "@solidjs/router";
import { useQuery, useQueryClient } from "@tanstack/solid-query";
import { type JSX, Match, Show, Switch } from "solid-js";
import { unwrap } from "solid-js/store";
import type { Draft } from "../../api/answers.ts";
import { usePolicyTitle } from "../../api/use-policy-title.ts";
import { jsonOf } from "../../document/pointer.ts";
import { Loaded } from "../../parts/loaded.tsx";
import { useWords } from "../../words/words.tsx";
import { type VersionDocument, documentQuery } from "../policy/policy-queries.ts";
import { reviewedDraftQuery } from "../review/review-queries.ts";
import "../policies/policies.css";
import { AskCheck } from "./ask-check.tsx";
import { CheckList } from "./check-list.tsx";
import { checksQuery, contentOf } from "./check-queries.ts";
import { CheckShown } from "./check-shown.tsx";
import "./checks.css";
import { type CheckedContent, checksAddress } from "./content.ts";
import { NoSubject } from "./no-subject.tsx";

/** The checks of a draft or of a version: begin one, follow it, and see what was found. All of it stands in the address. */
export function ChecksPage(): JSX.Element {
  const [asked] = useSearchParams<{ readonly draft?: string; readonly version?: string }>();
  return (
    <Switch fallback={<NoSubject />}>
      <Match when={asked.draft}>{(draft) => <OfDraft draft={draft()} />}</Match>
      <Match when={/^[1-9]\d{0,8}$/.test(asked.version ?? "") && asked.version}>
        {(version) => <OfVersion version={Number(version())} />}
      </Match>
    </Switch>
  );
}

function OfDraft(props: { readonly draft: string }): JSX.Element {
  const draft = useQuery(() => reviewedDraftQuery(props.draft));
  return <Loaded query={draft}>{(found) => <Checks content={ofDraft(found())} />}</Loaded>;
}

function ofDraft(draft: Draft): CheckedContent {
  const { id, policy, contentHash, document } = draft;
  return { policy, subject: { draft: id, contentHash }, document: unwrap(document), draft };
}

function OfVersion(props: { readonly version: number }): JSX.Element {
  const params = useParams<{ readonly id: string }>();
  const version = useQuery(() => documentQuery({ policy: params.id, version: props.version }));
  return <Loaded query={version}>{(found) => <Checks content={ofVersion(found(), props.version)} />}</Loaded>;
}

function ofVersion({ policy, hash }: VersionDocument, version: number): CheckedContent {
  const document = jsonOf(unwrap(policy));
  return { policy: policy.id, subject: { version, hash }, document };
}

function Checks(props: { readonly content: CheckedContent }): JSX.Element {
  const [asked, ask] = useSearchParams<{ readonly check?: string }>();
  const checks = useQuery(() => checksQuery(props.content.policy, props.content.subject));
  const shown = (): string | undefined => asked.check ?? checks.data?.[0]?.id;
  const queries = useQueryClient();
  const show = (id: string): void => {
    void checks.refetch();
    void queries.invalidateQueries({ queryKey: ["runs"] });
    ask({ check: id });
  };
  const hasErrors = (): boolean =>
    props.content.draft?.diagnostics.some(({ severity }) => severity === "error") === true;
  return (
    <>
      <Head content={props.content} />
      <div class="checks-top">
        <AskCheck content={props.content} hasErrors={hasErrors()} onBegun={show} />
        <Loaded query={checks}>
          {(all) => (
            <CheckList
              checks={all()}
              current={contentOf(props.content.subject)}
              shown={shown()}
              addressOf={(id) => checksAddress(props.content.policy, props.content.subject, id)}
            />
          )}
        </Loaded>
      </div>
      <Show when={shown()} keyed>
        {(id) => <CheckShown content={props.content} id={id} onBegun={show} />}
      </Show>
    </>
  );
}

function Head(props: { readonly content: CheckedContent }): JSX.Element {
  const { t } = useWords();
  const titleOf = usePolicyTitle();
  return (
    <div>
      <h1>{t("checks.title", { policy: titleOf(props.content.policy) })}</h1>
      <p>
        <Show
          when={props.content.draft}
          fallback={
            <A href={`/policies/${props.content.policy}?version=${versionOf(props.content)}`}>
              {t("checks.ofVersion", { version: versionOf(props.content) })}
            </A>
          }
        >
          {(draft) => (
            <>
              {t("simulations.draft", { hash: shortHash(draft().contentHash) })}
              {" · "}
              <A href={`/policies/${draft().policy}/draft/${draft().id}`}>{t("checks.toDraft")}</A>
              {" · "}
              <A href={`/reviews/${draft().id}`}>{t("checks.toReview")}</A>
            </>
          )}
        </Show>
      </p>
      <p class="soft">{t("checks.lead")}</p>
    </div>
  );
}

function versionOf({ subject }: CheckedContent): number {
  return "version" in subject ? subject.version : 0;
}
