import { useQuery } from "@tanstack/solid-query";
import type { JSX } from "solid-js";
import type { DraftSummary, PolicySummary } from "../../api/answers.ts";
import { policiesQuery } from "../../api/queries.ts";
import { formatInstant, today } from "../../format/format.ts";
import { SelectField } from "../../parts/select-field.tsx";
import { useWords } from "../../words/words.tsx";
import { versionOn } from "../policies/version-on.ts";
import { openDraftsQuery } from "../policy/policy-queries.ts";
import type { Asked } from "./asked.ts";

type SideFields = { readonly asked: Asked; readonly onAsk: (changed: Partial<Asked>) => void };

/** The policy, what stands today or stood, and what would take its place. */
export function SideFields(props: SideFields): JSX.Element {
  const { t, local } = useWords();
  const policies = useQuery(policiesQuery);
  const known = (): readonly PolicySummary[] => (policies.isSuccess ? policies.data : []);
  const chosen = (): PolicySummary | undefined => known().find(({ id }) => id === props.asked.policy);
  const options = () => [
    { value: "", label: t("simulations.new.choose") },
    ...known().map(({ id, title }) => ({ value: id, label: local(title) })),
  ];
  return (
    <>
      <SelectField
        label={t("simulations.policy")}
        value={props.asked.policy ?? ""}
        options={withChosen(options(), props.asked.policy)}
        // Another policy has other versions, drafts and facts; days it may share.
        onChange={(policy) =>
          props.onAsk({
            policy: policy || undefined,
            baseline: undefined,
            candidate: undefined,
            scope: [],
            groups: [],
          })
        }
      />
      <BaselineField {...props} policy={chosen()} />
      <CandidateField {...props} policy={chosen()} />
    </>
  );
}

type OfPolicy = SideFields & { readonly policy: PolicySummary | undefined };

function BaselineField(props: OfPolicy): JSX.Element {
  const { t } = useWords();
  const standing = () => versionOn(props.policy?.versions ?? [], today(props.policy?.timeZone));
  const inForce = (): string => {
    const version = standing()?.version;
    return version === undefined
      ? t("simulations.new.inForce")
      : t("simulations.new.inForceVersion", { version });
  };
  const options = () => [{ value: "", label: inForce() }, ...versionOptions(props.policy, t)];
  const chosen = (): string | undefined => props.asked.baseline?.toString();
  return (
    <SelectField
      label={t("simulations.baseline")}
      hint={t("simulations.new.baselineHint")}
      value={chosen() ?? ""}
      options={withChosen(options(), chosen())}
      isFixed={props.asked.policy === undefined}
      onChange={(version) => props.onAsk({ baseline: version === "" ? undefined : Number(version) })}
    />
  );
}

const DRAFT = "draft:";

function CandidateField(props: OfPolicy): JSX.Element {
  const { t, language } = useWords();
  const drafts = useQuery(() => ({
    ...openDraftsQuery(props.asked.policy ?? ""),
    enabled: props.asked.policy !== undefined,
  }));
  const nameOf = ({ baseVersion, state, changedAt }: DraftSummary): string =>
    t(state === "draft" ? "simulations.new.draft" : "simulations.new.draftInState", {
      name: baseVersion === null ? t("versions.newDraft") : t("versions.draftFrom", { version: baseVersion }),
      state: t(`draftState.${state}`),
      changed: formatInstant(changedAt, language()),
    });
  const options = () => [
    { value: "", label: t("simulations.new.choose") },
    ...(drafts.isSuccess ? drafts.data : []).map((draft) => ({
      value: `${DRAFT}${draft.id}`,
      label: nameOf(draft),
    })),
    ...versionOptions(props.policy, t).toReversed(),
  ];
  const value = (): string | undefined => {
    const { candidate } = props.asked;
    if (candidate === undefined) return undefined;
    return "draft" in candidate ? `${DRAFT}${candidate.draft}` : `${candidate.version}`;
  };
  return (
    <SelectField
      label={t("simulations.candidate")}
      hint={t("simulations.new.candidateHint")}
      value={value() ?? ""}
      options={withChosen(options(), value())}
      isFixed={props.asked.policy === undefined}
      onChange={(chosen) => props.onAsk({ candidate: candidateIn(chosen) })}
    />
  );
}

function candidateIn(value: string): Asked["candidate"] {
  if (value === "") return undefined;
  return value.startsWith(DRAFT) ? { draft: value.slice(DRAFT.length) } : { version: Number(value) };
}

type Option = { readonly value: string; readonly label: string };

function versionOptions(
  policy: PolicySummary | undefined,
  t: ReturnType<typeof useWords>["t"],
): readonly Option[] {
  return (policy?.versions ?? []).map(({ version }) => ({
    value: `${version}`,
    label: t("policies.versionName", { version }),
  }));
}

/** What an address names is shown as it stands also where it is none of what there is: the service says what is wrong with it. */
function withChosen(options: readonly Option[], chosen: string | undefined): readonly Option[] {
  if (chosen === undefined || options.some(({ value }) => value === chosen)) return options;
  return [...options, { value: chosen, label: chosen }];
}
