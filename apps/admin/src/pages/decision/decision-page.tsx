import type { RecordedDecision } from "@evenhand/domain";
import { useParams } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { type JSX, Show, createMemo } from "solid-js";
import { unwrap } from "solid-js/store";
import { useMay } from "../../api/use-may.ts";
import { versionTextQuery } from "../../live/queries.ts";
import { Loaded } from "../../parts/loaded.tsx";
import { useWords } from "../../words/words.tsx";
import { withShortIds } from "../decisions/shown-id.tsx";
import { Amounts } from "./amount/amounts.tsx";
import { Appeals } from "./appeals.tsx";
import { Comparators } from "./comparators/comparators.tsx";
import { DecisionHead } from "./decision-head.tsx";
import { decisionQuery } from "./decision-queries.ts";
import { type DecisionReading, readDecision } from "./decision-reading.ts";
import "./decision.css";
import { Departures } from "./departures.tsx";
import { Notices } from "./notices.tsx";
import { OtherRules } from "./other/other-rules.tsx";
import { ReceiptPanel } from "./proof/receipt-panel.tsx";
import { ReplayPanel } from "./proof/replay-panel.tsx";
import { Story } from "./story/story.tsx";
import { NearestChanges } from "./why/nearest-changes.tsx";
import { WhyNot } from "./why/why-not-list.tsx";

/** One recorded decision, and why it came out so. */
export function DecisionPage(): JSX.Element {
  const params = useParams<{ readonly id: string }>();
  const decision = useQuery(() => decisionQuery(params.id));
  return <Loaded query={decision}>{(found) => <WholeDecision decision={unwrap(found())} />}</Loaded>;
}

function WholeDecision(props: { readonly decision: RecordedDecision }): JSX.Element {
  const { t } = useWords();
  const may = useMay();
  // For whom names are masked, ids of 71 characters would hide the sentences that they stand in.
  const shown = createMemo(
    // INVARIANT: a token is shortened inside a text, so that what was JSON stays it, and of the same shape.
    () => JSON.parse(withShortIds(JSON.stringify(props.decision))) as RecordedDecision,
  );
  return (
    <>
      <DecisionHead decision={shown()} />
      <Show
        when={may("policies:read")}
        fallback={<p class="card decision-card">{t("decision.inTheNotice")}</p>}
      >
        <Explained decision={props.decision} shown={shown()} />
      </Show>
      <Appeals appeals={shown().appeals} appealUntil={shown().appealUntil} />
      <div class="decision-proof" id="proof">
        <Show when={may("evidence:replay")}>
          <ReplayPanel record={props.decision.record} />
        </Show>
        <Show when={may("decisions:read")}>
          <ReceiptPanel id={props.decision.id} />
        </Show>
        <Notices decision={props.decision} />
      </div>
    </>
  );
}

/** Everything that takes the version's own document to tell. */
function Explained(props: {
  readonly decision: RecordedDecision;
  /** The same as it is shown. */
  readonly shown: RecordedDecision;
}): JSX.Element {
  const { language } = useWords();
  const may = useMay();
  const document = useQuery(() => {
    const { id, version } = props.decision.record.policy;
    return versionTextQuery({ policy: id, version });
  });
  return (
    <Loaded query={document}>
      {(found) => {
        const reading = createMemo((): DecisionReading =>
          readDecision(props.shown.record, found(), language()),
        );
        return (
          <>
            <Departures reading={reading()} />
            <Amounts reading={reading()} />
            <Story reading={reading()} />
            <div class="decision-whys">
              <WhyNot reading={reading()} />
              <NearestChanges reading={reading()} />
            </div>
            <Show when={may("decisions:read")}>
              <Comparators id={props.decision.id} reading={reading()} />
            </Show>
            <OtherRules record={props.decision.record} reading={reading()} />
          </>
        );
      }}
    </Loaded>
  );
}
