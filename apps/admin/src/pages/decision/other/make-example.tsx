import type { DecisionRecord, LocalizedText } from "@evenhand/domain";
import { A } from "@solidjs/router";
import { useMutation } from "@tanstack/solid-query";
import { type JSX, Show } from "solid-js";
import type { DraftSummary } from "../../../api/answers.ts";
import { send } from "../../../api/send.ts";
import { useMay } from "../../../api/use-may.ts";
import { editLabel } from "../../../document/edit-label.ts";
import { itemsOf, pointerTo } from "../../../document/pointer.ts";
import { useGround } from "../../../live/given.ts";
import type { LiveGround } from "../../../live/protocol.ts";
import { maskedCase } from "../../../live/queries.ts";
import { Button } from "../../../parts/button.tsx";
import { Trouble } from "../../../parts/trouble.tsx";
import { useWords } from "../../../words/words.tsx";
import { type NewExample, withExample } from "../../draft/examples/example-list.ts";
import { PAST_CASE, pastExample } from "../../draft/examples/past-example.ts";
import { useCaseTitle } from "../../draft/examples/use-case-title.ts";
import { readDraft } from "./under-query.ts";

/** What became of making an example: where it stands in the draft, or why there is none. */
type Made =
  | { readonly kind: "made"; readonly at: string }
  | { readonly kind: "gone" }
  | { readonly kind: "errors" }
  | { readonly kind: "undecided"; readonly reason: LocalizedText | undefined };

/** Makes the case of a decision an example of an open draft, with everybody in it masked, and tells where it went. */
export function MakeExample(props: {
  readonly record: DecisionRecord;
  readonly draft: DraftSummary;
}): JSX.Element {
  const { t, local } = useWords();
  const may = useMay();
  const titleOf = useCaseTitle();
  const ground = useGround();
  const making = useMutation(() => ({
    mutationFn: (given: LiveGround) =>
      makeExample(props.record, {
        draft: props.draft.id,
        ground: given,
        titleOf,
        label: t("examples.add.caseLabel"),
      }),
  }));
  const why = (): string | undefined => {
    const made = making.data;
    if (!made || made.kind === "made") return undefined;
    if (made.kind !== "undecided") return t(`otherRules.example.${made.kind}`);
    return t("examples.cases.refused", { reason: made.reason ? local(made.reason) : "" });
  };
  const place = (): string | undefined => (making.data?.kind === "made" ? making.data.at : undefined);
  const address = (at: string): string =>
    `/policies/${props.draft.policy}/draft/${props.draft.id}?at=${encodeURIComponent(at)}&dock=examples`;
  return (
    <Show when={may("drafts:write")}>
      <Show
        when={props.draft.state === "draft"}
        fallback={<p class="soft">{t("otherRules.example.handedIn")}</p>}
      >
        <div class="tools">
          <Button
            disabled={making.isPending || place() !== undefined || ground.data() === undefined}
            onClick={() => {
              const given = ground.data();
              if (given) making.mutate(given);
            }}
          >
            {t("otherRules.example.make")}
          </Button>
          <span class="soft">{t("otherRules.example.text")}</span>
        </div>
        <div role="status">
          <Show when={place()}>
            {(at) => (
              <p>
                {t("otherRules.example.made")} <A href={address(at())}>{t("otherRules.example.open")}</A>
              </p>
            )}
          </Show>
          <Show when={why()}>{(text) => <p>{text()}</p>}</Show>
        </div>
        <Show when={making.isError}>
          <Trouble error={making.error} />
        </Show>
      </Show>
    </Show>
  );
}

type Making = {
  readonly draft: string;
  readonly ground: LiveGround;
  readonly titleOf: (one: Parameters<ReturnType<typeof useCaseTitle>>[0]) => NewExample["title"];
  readonly label: string;
};

/** Upon the draft as it stands now; where somebody else saved meanwhile, the service refuses. */
async function makeExample(
  { policy, caseId }: DecisionRecord,
  { draft: id, ground, titleOf, label }: Making,
): Promise<Made> {
  const [draft, one, engine] = await Promise.all([
    readDraft(id),
    maskedCase({ policy: policy.id, id: caseId }),
    import("../../draft/examples/decide-here.ts"),
  ]);
  if (!one) return { kind: "gone" };
  const loaded = engine.loadedDraft(draft.document, { policy: policy.id, ground });
  if (!loaded) return { kind: "errors" };
  const run = engine.runCase(loaded, one);
  const example = pastExample(one, run, titleOf(one));
  if (!example) return { kind: "undecided", reason: run.failures[0]?.message };
  const document = withExample(draft.document, PAST_CASE, example);
  await send(`/v1/drafts/${encodeURIComponent(id)}`, {
    method: "PUT",
    revision: draft.revision,
    body: { label: editLabel(label), document },
  });
  return { kind: "made", at: pointerTo("examples", itemsOf(draft.document["examples"]).length) };
}
