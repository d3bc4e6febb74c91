import type { DecisionRecord } from "@evenhand/domain";
import { For, type JSX } from "solid-js";
import { useWords } from "../../../words/words.tsx";

/** Enough of a hash to hold two against each other at a glance; the whole of it stands in the title. */
const SHOWN_DIGITS = 12;

/** Everything that the decision rests on, as the record names it: each document by its hash, and who evaluated. */
export function Grounds(props: { readonly record: DecisionRecord }): JSX.Element {
  const { t } = useWords();
  const documents = () => {
    const { policy, calendar, guards } = props.record;
    return [
      { name: t("decision.replay.policy", { version: policy.version }), hash: policy.hash },
      {
        name: t("decision.replay.calendar", { id: calendar.id, version: calendar.version }),
        hash: calendar.hash,
      },
      ...guards.map(({ jurisdiction, hash }) => ({
        name: t("decision.replay.guard", { id: jurisdiction }),
        hash,
      })),
    ];
  };
  const engines = (): string =>
    [props.record.evaluators.compiled, props.record.evaluators.reference].join(" · ");
  return (
    <dl class="grounds">
      <For each={documents()}>
        {({ name, hash }) => (
          <div>
            <dt>{name}</dt>
            <dd class="code" title={hash}>
              {hash.slice(0, SHOWN_DIGITS)}…
            </dd>
          </div>
        )}
      </For>
      <div>
        <dt>{t("decision.replay.engine")}</dt>
        <dd class="code">{engines()}</dd>
      </div>
    </dl>
  );
}
