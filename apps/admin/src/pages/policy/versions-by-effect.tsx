import { For, type JSX, createMemo } from "solid-js";
import { useTimeZone } from "../../api/use-time-zone.ts";
import { today } from "../../format/format.ts";
import { useWords } from "../../words/words.tsx";
import { effectFindings, isStanding } from "./effect.ts";
import { useEffectWords } from "./effect-words.ts";
import { Timeline } from "./timeline.tsx";
import { VersionTable } from "./version-table.tsx";

/** When which version applies: as a picture, in words where the days do not join, and as a table. */
export function VersionsByEffect(props: Parameters<typeof VersionTable>[0]): JSX.Element {
  const { t } = useWords();
  const words = useEffectWords();
  const timeZoneOf = useTimeZone();
  const standing = createMemo(() => props.versions.filter(isStanding));
  const findings = createMemo(() => effectFindings(standing()));
  return (
    <section class="card by-effect">
      <h2>{t("policy.timeline")}</h2>
      <Timeline
        versions={standing()}
        findings={findings()}
        today={today(timeZoneOf(props.policy))}
        asOf={props.asOf}
        shown={props.shown}
      />
      <ul>
        <For each={findings()} fallback={<li class="soft">{t("versions.joined")}</li>}>
          {(found) => <li data-finding={found.kind}>{words.finding(found)}</li>}
        </For>
      </ul>
      <VersionTable {...props} />
    </section>
  );
}
