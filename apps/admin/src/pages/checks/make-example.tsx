import type { LocalizedText } from "@evenhand/domain";
import { A, useNavigate } from "@solidjs/router";
import { useMutation, useQuery, useQueryClient } from "@tanstack/solid-query";
import { type JSX, Match, Show, Switch, createSignal } from "solid-js";
import type { Draft } from "../../api/answers.ts";
import { versionsQuery } from "../../api/queries.ts";
import { send } from "../../api/send.ts";
import { useMay } from "../../api/use-may.ts";
import { editLabel } from "../../document/edit-label.ts";
import { itemsOf, pointerTo } from "../../document/pointer.ts";
import { useGround } from "../../live/given.ts";
import { Button } from "../../parts/button.tsx";
import { Dialog, DialogTools } from "../../parts/dialog.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../words/words.tsx";
import { isOver } from "../draft/draft-session.ts";
import { withExample } from "../draft/examples/example-list.ts";
import { asJson, toBeSettled } from "../draft/examples/expectation.ts";
import { BeginButton } from "../policy/begin-button.tsx";
import { useBeginDraft } from "../policy/begin-draft.ts";
import { type CheckedContent, checksAddress } from "./content.ts";
import { keptExample } from "./kept-example.ts";
import type { ShownCase } from "./shown-case.ts";

type Props = {
  readonly content: CheckedContent;
  readonly cases: readonly ShownCase[];
  /** What the example of a case is called, by its number from 1. */
  readonly titleOf: (number: number) => LocalizedText;
};

/**
 * Makes examples of the draft of the cases and leads to them. What comes out now is what was found fault with, so what
 * ought to come out stands open in them, and they fail until somebody settles it.
 */
export function MakeExample(props: Props): JSX.Element {
  const may = useMay();
  const draft = (): Draft | undefined => {
    const { draft: found } = props.content;
    return found && may("drafts:write") && !isOver(found) ? found : undefined;
  };
  const version = (): number | undefined => {
    const { subject } = props.content;
    return "version" in subject && may("drafts:write") ? subject.version : undefined;
  };
  return (
    <>
      <Show when={draft()}>{(found) => <Offer {...props} draft={found()} />}</Show>
      <Show when={version()}>{(of) => <Mend policy={props.content.policy} version={of()} />}</Show>
    </>
  );
}

/**
 * A version that is published stays as it is: what is wrong with it is mended in the next one. A draft from one that is not
 * the newest would drop what was changed since, so that the newest is to be checked first.
 */
function Mend(props: { readonly policy: string; readonly version: number }): JSX.Element {
  const { t } = useWords();
  const begin = useBeginDraft();
  const versions = useQuery(() => versionsQuery(props.policy));
  const newest = (): number | undefined => (versions.isSuccess ? versions.data.at(-1)?.version : undefined);
  return (
    <div class="check-example">
      <Switch>
        <Match when={newest() === props.version}>
          <BeginButton policy={props.policy} from={props.version} begin={begin} kind="plain">
            {t("checks.mend")}
          </BeginButton>{" "}
          <span class="soft">{t("checks.mendHint")}</span>
        </Match>
        <Match when={newest()}>
          {(version) => (
            <>
              <span class="soft">{t("checks.notNewest", { version: version() })}</span>{" "}
              <A href={checksAddress(props.policy, { version: version() })}>
                {t("checks.toNewest", { version: version() })}
              </A>
            </>
          )}
        </Match>
      </Switch>
      <Show when={begin.isError}>
        <Trouble error={begin.error} />
      </Show>
    </div>
  );
}

function addressOf({ policy, id }: Draft, at: string): string {
  return `/policies/${policy}/draft/${id}?at=${encodeURIComponent(at)}&dock=examples`;
}

/** Puts the cases behind the examples of the draft, and goes there; `isUndecided` where its errors keep them from being decided. */
function useMaking(props: Offered) {
  const { t } = useWords();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const ground = useGround();
  const [isUndecided, setUndecided] = createSignal(false);
  const make = useMutation(() => ({
    mutationFn: async () => {
      const given = ground.data();
      const engine = given && (await import("../draft/examples/decide-here.ts"));
      const { id, policy, revision } = props.draft;
      const { document } = props.content;
      const loaded = given && engine?.loadedDraft(document, { policy, ground: given });
      setUndecided(!loaded);
      if (!engine || !loaded) return;
      let made = document;
      for (const [index, { request, evaluatedAt, party }] of props.cases.entries()) {
        const { outcome } = engine.runRequest(loaded, { request, evaluatedAt });
        made = withExample(made, "from-a-check", {
          title: props.titleOf(index + 1),
          request: asJson(request),
          evaluatedAt,
          expect: toBeSettled(outcome ? asJson(outcome) : {}, party),
          reasons: [],
        });
      }
      const body = { label: editLabel(t("checks.exampleLabel")), document: made };
      await send(`/v1/drafts/${encodeURIComponent(id)}`, { method: "PUT", body, revision });
      const at = pointerTo("examples", itemsOf(document["examples"]).length);
      void queries.invalidateQueries({ queryKey: ["drafts", id] });
      navigate(addressOf(props.draft, at));
    },
  }));
  return { make, isUndecided };
}

type Offered = Props & { readonly draft: Draft };

function Offer(props: Offered): JSX.Element {
  const { t } = useWords();
  const ground = useGround();
  const { make, isUndecided } = useMaking(props);
  const [isAsking, ask] = createSignal(false);
  const kept = (): string | undefined =>
    keptExample(
      props.content.document,
      props.cases.map(({ request }) => request),
    );
  const restsOnRecord = (): boolean => props.cases.some(({ onRecord }) => onRecord.length > 0);
  return (
    <div class="check-example">
      <Show when={!restsOnRecord()} fallback={<p class="soft">{t("checks.notAsExample")}</p>}>
        <Show
          when={kept()}
          fallback={
            <>
              <Button
                disabled={make.isPending || ground.data() === undefined}
                onClick={() => (props.draft.state === "draft" ? make.mutate() : ask(true))}
              >
                {t("checks.example")}
              </Button>{" "}
              <span class="soft">{t("checks.exampleHint")}</span>
            </>
          }
        >
          {(at) => (
            <>
              {t("checks.isExample")} <A href={addressOf(props.draft, at())}>{t("checks.toExample")}</A>
            </>
          )}
        </Show>
      </Show>
      <Show when={isAsking()}>
        <LeaveReview
          onClose={() => ask(false)}
          onAdd={() => {
            ask(false);
            make.mutate();
          }}
        />
      </Show>
      <Show when={isUndecided()}>
        <p role="alert">{t("checks.exampleErrors")}</p>
      </Show>
      <Show when={make.isError}>
        <Trouble error={make.error} />
      </Show>
    </div>
  );
}

/** An example more is an edit, which ends a review: asked for first. */
function LeaveReview(props: { readonly onClose: () => void; readonly onAdd: () => void }): JSX.Element {
  const { t } = useWords();
  return (
    <Dialog title={t("checks.exampleInReview.title")} onClose={() => props.onClose()}>
      <p>{t("checks.exampleInReview.text")}</p>
      <DialogTools>
        <Button onClick={() => props.onClose()}>{t("checks.exampleInReview.leave")}</Button>
        <Button kind="main" onClick={() => props.onAdd()}>
          {t("checks.exampleInReview.add")}
        </Button>
      </DialogTools>
    </Dialog>
  );
}
