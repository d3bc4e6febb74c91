import { RULE_STAGES } from "@evenhand/domain";
import { type JSX, Show, createEffect, lazy, on, untrack } from "solid-js";
import { textAt, valueAt } from "../../../../document/pointer.ts";
import { useWords } from "../../../../words/words.tsx";
import type { DraftSession } from "../../draft-session.ts";
import { ConditionTree } from "./condition-tree.tsx";
import { createDesk } from "./desk.ts";
import { EventForm } from "./event-form.tsx";
import { focusPlaceSoon } from "../../focus-place.ts";
import { RuleAbout } from "./rule-about.tsx";
import { RuleHead } from "./rule-head.tsx";
import { RuleReading } from "./rule-reading.tsx";
import "./rule.css";

// Deciding takes the whole engine, which nobody needs to edit.
const TryCase = lazy(async () => ({ default: (await import("./try-case.tsx")).TryCase }));

/** One rule: when it applies and what follows, as it reads, and what it says of a case. */
export function RuleEditor(props: {
  readonly session: DraftSession;
  readonly index: number;
  /** The place that is asked for, in the rule or the rule itself. */
  readonly at: string;
}): JSX.Element {
  return (
    <Show when={`/rules/${props.index}`} keyed>
      {(pointer) => <Rule session={props.session} index={props.index} pointer={pointer} at={props.at} />}
    </Show>
  );
}

function Rule(props: {
  readonly session: DraftSession;
  readonly index: number;
  readonly pointer: string;
  readonly at: string;
}): JSX.Element {
  const { t, language } = useWords();
  const document = () => props.session.document();
  const text = (field: string): string => textAt(document(), `${props.pointer}/${field}`);
  const stage = () => RULE_STAGES.find((one) => one === text("stage"));
  const scope = () => (["case", "party"] as const).find((one) => one === text("scope"));
  const desk = createDesk({
    session: untrack(() => props.session),
    root: () => `${props.pointer}/rule/conditions`,
    name: () => text(`label/${language()}`) || text("id"),
    asker: () => {
      const [known, asked] = [stage(), scope()];
      return { ...(known ? { stage: known } : {}), ...(asked ? { scope: asked } : {}) };
    },
  });
  createEffect(
    on(
      () => props.at,
      (at) => {
        if (at.startsWith(`${props.pointer}/`)) focusPlaceSoon(at);
      },
    ),
  );
  return (
    <div class="rule-editor">
      <RuleHead desk={desk} index={props.index} />
      <div class="rule-parts">
        <div class="rule-form">
          <section aria-label={t("rules.when")}>
            <h3>{t("rules.when")}</h3>
            <ConditionTree desk={desk} />
          </section>
          <section aria-label={t("rules.follows")}>
            <h3>{t("rules.follows")}</h3>
            <EventForm desk={desk} rule={props.pointer} />
          </section>
          <RuleAbout desk={desk} index={props.index} />
        </div>
        <div class="rule-side">
          <RuleReading desk={desk} index={props.index} rule={valueAt(document(), props.pointer)} />
          <TryCase session={props.session} desk={desk} rule={text("id")} />
        </div>
      </div>
    </div>
  );
}
