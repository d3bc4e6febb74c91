import type { DecisionRecord } from "@evenhand/domain";
import { useSearchParams } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { type JSX, Show } from "solid-js";
import type { DraftSummary, VersionStanding } from "../../../api/answers.ts";
import { versionsQuery } from "../../../api/queries.ts";
import { useMay } from "../../../api/use-may.ts";
import { formatDay, formatInstant } from "../../../format/format.ts";
import { Loaded } from "../../../parts/loaded.tsx";
import { SelectField } from "../../../parts/select-field.tsx";
import { useWords } from "../../../words/words.tsx";
import { openDraftsQuery } from "../../policy/policy-queries.ts";
import type { DecisionReading } from "../decision-reading.ts";
import { MakeExample } from "./make-example.tsx";
import { UnderOther } from "./under-other.tsx";

type Given = {
  readonly record: DecisionRecord;
  /** The same as it is shown. */
  readonly reading: DecisionReading;
};

/** What would have been decided by another version or by an open draft, and the case as an example of that draft. */
export function OtherRules(props: Given): JSX.Element {
  const { t } = useWords();
  const may = useMay();
  const policy = (): string => props.record.policy.id;
  const versions = useQuery(() => versionsQuery(policy()));
  const drafts = useQuery(() => ({ ...openDraftsQuery(policy()), enabled: may("drafts:read") }));
  return (
    <section class="card decision-card" id="other-rules">
      <h2>{t("otherRules.title")}</h2>
      <p class="soft">{t("otherRules.text")}</p>
      <Loaded query={versions}>
        {(known) => <Choice {...props} versions={known()} drafts={drafts.isSuccess ? drafts.data : []} />}
      </Loaded>
    </section>
  );
}

function Choice(
  props: Given & { readonly versions: readonly VersionStanding[]; readonly drafts: readonly DraftSummary[] },
): JSX.Element {
  const { t, language } = useWords();
  const [asked, ask] = useSearchParams<{ readonly under?: string }>();
  const versionName = ({ version, effectiveFrom }: VersionStanding): string =>
    t("otherRules.version", { version, day: formatDay(effectiveFrom, language()) });
  const draftName = ({ baseVersion, changedAt }: DraftSummary): string =>
    t(baseVersion === null ? "otherRules.newDraft" : "otherRules.draft", {
      version: baseVersion ?? 0,
      at: formatInstant(changedAt, language()),
    });
  const options = () => [
    ...props.drafts.map((draft) => ({ value: draft.id, label: draftName(draft) })),
    ...props.versions
      .filter(({ version }) => version !== props.record.policy.version)
      .map((one) => ({ value: String(one.version), label: versionName(one) })),
  ];
  const chosen = () => options().find(({ value }) => value === asked.under);
  const draft = () => props.drafts.find(({ id }) => id === asked.under);
  return (
    <Show when={options().length > 0} fallback={<p>{t("otherRules.none")}</p>}>
      <SelectField
        label={t("otherRules.choose")}
        value={chosen()?.value ?? ""}
        options={[{ value: "", label: t("otherRules.choice") }, ...options()]}
        onChange={(value) =>
          ask({ under: value === "" ? undefined : value }, { replace: true, scroll: false })
        }
      />
      <Show when={chosen()} keyed>
        {({ value, label }) => (
          <>
            <UnderOther
              record={props.record}
              reading={props.reading}
              rules={draft() ? { kind: "draft", id: value } : { kind: "version", version: Number(value) }}
              name={label}
            />
            <Show when={draft()}>{(open) => <MakeExample record={props.record} draft={open()} />}</Show>
          </>
        )}
      </Show>
    </Show>
  );
}
