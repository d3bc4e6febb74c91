import { type JSX, Match, Switch, lazy } from "solid-js";
import type { DraftSession } from "../draft-session.ts";
import { type JsonObject, isObject, pointerTo, stepsOf, textAt, valueAt } from "../../../document/pointer.ts";
import { useWords } from "../../../words/words.tsx";
import { HEADER, VIEWS } from "../outline/outline-groups.ts";
import { AuthoritiesView } from "./authority/authorities-view.tsx";
import { BandTable } from "./authority/band-table.tsx";
import { bandsOf } from "./authority/bands.ts";
import { DeadlinesView } from "./deadlines/deadlines-view.tsx";
import { FactEditor } from "./fact/fact-editor.tsx";
import { EitherView } from "./either-view.tsx";
import { GeneralEditor } from "./general-editor.tsx";
import { CapEditor } from "./header/cap-editor.tsx";
import { HeaderEditor } from "./header/header-editor.tsx";
import { JsonEditor } from "./json-editor.tsx";
import { GradesEditor } from "./labels/grades-editor.tsx";
import { WordsEditor } from "./labels/words-editor.tsx";
import { ParameterEditor } from "./parameter-editor.tsx";
import { SharesView } from "./shares/shares-view.tsx";

// The readings that these show beside their fields bring the whole of a policy's grammar with them.
const RuleEditor = lazy(async () => ({ default: (await import("./rule/rule-editor.tsx")).RuleEditor }));
const RulesOverview = lazy(async () => ({
  default: (await import("./rule/rules-overview.tsx")).RulesOverview,
}));
const ConditionEditor = lazy(async () => ({
  default: (await import("./rule/condition-editor.tsx")).ConditionEditor,
}));

const ExampleEditor = lazy(async () => ({
  default: (await import("../examples/example-editor.tsx")).ExampleEditor,
}));

const TableEditor = lazy(async () => ({ default: (await import("./table/table-editor.tsx")).TableEditor }));

/** The sections whose parts are there or not; a field of another may be filled in. */
const NAMED_PARTS: ReadonlySet<string> = new Set(["rules", "tables", "parameters", "conditions", "examples"]);

/** The sections of what holds for the whole policy. */
const GENERAL: ReadonlySet<string> = new Set(["title", "summary", ...HEADER, "cap", "grades", "words"]);

/** The editor of the part that a pointer leads to or into. */
export function Editor(props: { readonly session: DraftSession; readonly at: string }): JSX.Element {
  const { t } = useWords();
  const steps = () => stepsOf(props.at);
  const section = () => steps()[0] ?? "";
  const part = () => partAt(steps());
  const grid = (): JSX.Element => <TableEditor session={props.session} id={steps()[1] ?? ""} at={props.at} />;
  /** The number of a rule or example, as text, where there is such a one, no more malformed than its editor can show. */
  const numbered = (list: "rules" | "examples"): string | undefined =>
    section() === list && isObject(valueAt(props.session.document(), part())) ? steps()[1] : undefined;
  /** Whether an address leads to a part that the draft does not have, such as one that was removed. */
  const isGone = (): boolean =>
    NAMED_PARTS.has(section()) &&
    steps()[1] !== undefined &&
    valueAt(props.session.document(), part()) === undefined;
  return (
    <Switch fallback={<JsonEditor session={props.session} at={part()} />}>
      <Match when={isGone()}>
        <p role="status">{t("draft.noPart")}</p>
      </Match>
      <Match when={props.at === VIEWS.deadlines}>
        <DeadlinesView session={props.session} />
      </Match>
      <Match when={props.at === VIEWS.authorities}>
        <AuthoritiesView session={props.session} />
      </Match>
      <Match when={section() === "tables" && bandsOf(props.session.document(), steps()[1] ?? "")}>
        {(bands) => (
          <EitherView session={props.session} at={part()} name={t("parts.authority.asBands")} grid={grid()}>
            <BandTable session={props.session} bands={bands()} />
          </EitherView>
        )}
      </Match>
      <Match
        when={section() === "tables" && textAt(props.session.document(), `${part()}/event/type`) === "bear"}
      >
        <EitherView session={props.session} at={part()} name={t("parts.shares.asShares")} grid={grid()}>
          <SharesView session={props.session} table={part()} />
        </EitherView>
      </Match>
      <Match when={props.at === VIEWS.shareList}>
        <SharesView session={props.session} />
      </Match>
      <Match when={section() === "tables" && steps()[1] !== undefined}>{grid()}</Match>
      <Match when={GENERAL.has(section())}>
        <GeneralPart session={props.session} section={section()} />
      </Match>
      <Match when={section() === "parameters" && steps()[1]}>
        {(id) => <ParameterEditor session={props.session} id={id()} />}
      </Match>
      <Match when={section() === "rules" && steps()[1] === undefined}>
        <RulesOverview session={props.session} />
      </Match>
      <Match when={numbered("rules")}>
        {(index) => <RuleEditor session={props.session} index={Number(index())} at={props.at} />}
      </Match>
      <Match when={numbered("examples")}>
        {(index) => <ExampleEditor session={props.session} index={Number(index())} />}
      </Match>
      <Match when={factPlace(props.session.document(), steps())}>
        {(at) => <FactEditor session={props.session} at={at()} />}
      </Match>
      <Match when={section() === "conditions" && steps()[1]}>
        {(name) => <ConditionEditor session={props.session} name={name()} at={props.at} />}
      </Match>
    </Switch>
  );
}

/** Title and summary, unless another section of what holds for the whole policy is asked for. */
function GeneralPart(props: { readonly session: DraftSession; readonly section: string }): JSX.Element {
  return (
    <Switch fallback={<GeneralEditor session={props.session} />}>
      <Match when={HEADER.some((field) => field === props.section)}>
        <HeaderEditor session={props.session} />
      </Match>
      <Match when={props.section === "cap"}>
        <CapEditor session={props.session} />
      </Match>
      <Match when={props.section === "grades"}>
        <GradesEditor session={props.session} />
      </Match>
      <Match when={props.section === "words"}>
        <WordsEditor session={props.session} />
      </Match>
    </Switch>
  );
}

/** The part that steps of a document lead to or into: a section, or what has a name or a number in one. */
function partAt(steps: readonly string[]): string {
  return pointerTo(...steps.slice(0, 2));
}

/** Where a fact stands, of steps that lead to one or into it. */
function factPlace(document: JsonObject, steps: readonly string[]): string | undefined {
  const place = pointerTo(...steps.slice(0, 3));
  const isFact = /^\/facts\/(?:case|party)\/./.test(place);
  return isFact && isObject(valueAt(document, place)) ? place : undefined;
}
