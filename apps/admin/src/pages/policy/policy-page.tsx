import { A, useParams, useSearchParams } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { type JSX, Show, lazy } from "solid-js";
import type { VersionStanding } from "../../api/answers.ts";
import { versionsQuery } from "../../api/queries.ts";
import { useMay } from "../../api/use-may.ts";
import { useTimeZone } from "../../api/use-time-zone.ts";
import { formatDay } from "../../format/format.ts";
import { Loaded } from "../../parts/loaded.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useAsOf } from "../../shell/as-of.ts";
import { useWords } from "../../words/words.tsx";
import { checksAddress } from "../checks/content.ts";
import { versionOn } from "../policies/version-on.ts";
import { useBeginDraft } from "./begin-draft.ts";
import { isDay, isStanding } from "./effect.ts";
import { OpenDrafts } from "./open-drafts.tsx";
import { PolicyHead } from "./policy-head.tsx";
import "./policy.css";
import { VersionReading } from "./version-reading.tsx";
import { VersionsByEffect } from "./versions-by-effect.tsx";

// What is cited is worked out with the grammar of the policies, which nothing else on this page needs.
const ClauseIndex = lazy(async () => ({ default: (await import("./clause-index.tsx")).ClauseIndex }));

/**
 * One policy: its versions by effect, its open drafts, and one version as sentences with the articles that it cites.
 * The address has the day that is looked at or the version that was chosen.
 */
export function PolicyPage(): JSX.Element {
  const { t, language } = useWords();
  const params = useParams<{ readonly id: string }>();
  const [asked] = useSearchParams<{ readonly version?: string; readonly on?: string }>();
  const versions = useQuery(() => versionsQuery(params.id));
  const begin = useBeginDraft();
  const may = useMay();
  const asOf = useAsOf();
  const timeZoneOf = useTimeZone();
  const day = (): string => asOf.dayIn(timeZoneOf(params.id));
  const addressOf = (version: number): string =>
    `/policies/${params.id}?version=${version}${isDay(asked.on) ? `&on=${asked.on}` : ""}`;
  const shown = (all: readonly VersionStanding[]): VersionStanding | undefined => {
    if (asked.version !== undefined) return all.find(({ version }) => String(version) === asked.version);
    const standing = all.filter(isStanding);
    return versionOn(standing, day()) ?? (isDay(asked.on) ? undefined : standing.at(-1));
  };
  const nothingShown = (): string =>
    asked.version === undefined
      ? t("versions.noneOn", { day: formatDay(day(), language()) })
      : t("policy.noVersion", { version: asked.version });
  return (
    <>
      <PolicyHead
        policy={params.id}
        versions={versions.data ?? []}
        begin={may("drafts:write") ? begin : undefined}
      />
      <Show when={begin.error}>{(error) => <Trouble error={error()} />}</Show>
      <Loaded query={versions}>
        {(all) => (
          <>
            <VersionsByEffect
              policy={params.id}
              versions={all()}
              asOf={day()}
              shown={shown(all())?.version}
              addressOf={addressOf}
              begin={may("drafts:write") ? begin : undefined}
            />
            <Show when={may("drafts:read")}>
              <OpenDrafts policy={params.id} />
            </Show>
            <Show when={shown(all())} fallback={<p role="status">{nothingShown()}</p>}>
              {(version) => (
                <section class="version-shown">
                  <VersionHead policy={params.id} version={version().version} />
                  <VersionReading policy={params.id} version={version()} />
                  <ClauseIndex policy={params.id} version={version().version} addressOf={addressOf} />
                </section>
              )}
            </Show>
          </>
        )}
      </Loaded>
    </>
  );
}

/** Which version is read, and what can be done with it. */
function VersionHead(props: { readonly policy: string; readonly version: number }): JSX.Element {
  const { t } = useWords();
  const may = useMay();
  const document = (): string =>
    `/v1/policies/${encodeURIComponent(props.policy)}/versions/${props.version}/document`;
  return (
    <div class="version-head">
      <h2>{t("versions.readingOf", { version: props.version })}</h2>
      <span class="version-tools">
        <Show when={may("drafts:read")}>
          <A title={t("checks.openHint")} href={checksAddress(props.policy, { version: props.version })}>
            {t("checks.open")}
          </A>
        </Show>
        <a href={document()} download="">
          {t("versions.download")}
        </a>
      </span>
    </div>
  );
}
