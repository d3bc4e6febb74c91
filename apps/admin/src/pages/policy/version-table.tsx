import { A } from "@solidjs/router";
import { For, type JSX, Show } from "solid-js";
import type { VersionStanding } from "../../api/answers.ts";
import { useMay } from "../../api/use-may.ts";
import { formatInstant } from "../../format/format.ts";
import { Tag } from "../../parts/tag.tsx";
import { useWords } from "../../words/words.tsx";
import { BeginButton } from "./begin-button.tsx";
import type { BeginDraft } from "./begin-draft.ts";
import { isStanding } from "./effect.ts";
import { type Standing, useEffectWords } from "./effect-words.ts";
import { WithdrawVersion } from "./withdraw-version.tsx";

const TONES = {
  inForce: "good",
  future: "warn",
  past: "plain",
  withdrawn: "plain",
} as const satisfies Record<Standing, string>;

/** The versions in the order of their numbers: the days of each, how it stands, and what can be made of it. */
export function VersionTable(props: {
  readonly policy: string;
  readonly versions: readonly VersionStanding[];
  readonly asOf: string;
  readonly shown: number | undefined;
  /** How the address of a version is made, with the day that is looked at kept. */
  readonly addressOf: (version: number) => string;
  /** Absent for whoever may not write drafts. */
  readonly begin: BeginDraft | undefined;
}): JSX.Element {
  const { t } = useWords();
  return (
    <div class="overflow">
      <table class="table">
        <caption class="unseen">{t("policy.timeline")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("policies.version")}</th>
            <th scope="col">{t("versions.inForceDays")}</th>
            <th scope="col">{t("versions.standing")}</th>
            <th scope="col">{t("versions.published")}</th>
            <th scope="col">{t("versions.actions")}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.versions}>
            {(one, index) => (
              <VersionRow
                {...props}
                version={one}
                before={props.versions[index() - 1]?.version}
                isNewest={index() === props.versions.length - 1}
              />
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}

function VersionRow(
  props: Parameters<typeof VersionTable>[0] & {
    readonly version: VersionStanding;
    readonly before: number | undefined;
    readonly isNewest: boolean;
  },
): JSX.Element {
  const { t, language } = useWords();
  const words = useEffectWords();
  const may = useMay();
  const number = () => props.version.version;
  const standing = () => words.standing(props.version, props.asOf);
  return (
    <tr data-shown={props.shown === number()}>
      <td>
        <A
          href={props.addressOf(number())}
          aria-current={props.shown === number() ? "true" : undefined}
          noScroll
        >
          {t("policies.versionName", { version: number() })}
        </A>
      </td>
      <td>{isStanding(props.version) ? words.days(props.version) : words.never(props.version)}</td>
      <td>
        <Tag tone={TONES[standing()]}>{t(`policy.${standing()}`)}</Tag>
      </td>
      <td>{formatInstant(props.version.publishedAt, language())}</td>
      <td class="row-actions">
        <Show when={props.before}>
          {(before) => (
            <A href={`/policies/${props.policy}/compare?a=${before()}&b=${number()}`}>
              {t("versions.compareWith", { version: before() })}
            </A>
          )}
        </Show>
        <Show when={!props.isNewest && props.begin}>
          {(begin) => (
            <BeginButton kind="quiet" policy={props.policy} from={number()} begin={begin()}>
              {t("versions.restore", { version: number() })}
            </BeginButton>
          )}
        </Show>
        <Show when={may("policies:publish") && props.version.state === "scheduled"}>
          <WithdrawVersion policy={props.policy} version={number()} />
        </Show>
      </td>
    </tr>
  );
}
