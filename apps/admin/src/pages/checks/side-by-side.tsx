import type { FactValue, Policy } from "@evenhand/domain";
import { For, type JSX, Show } from "solid-js";
import type { Json, JsonObject } from "../../document/pointer.ts";
import { formatCount, formatList, formatMoment, formatMoney, formatMonth } from "../../format/format.ts";
import { Tag } from "../../parts/tag.tsx";
import { useWords } from "../../words/words.tsx";
import { useFactText } from "../draft/examples/use-fact-text.ts";
import { useDocumentWords } from "../draft/use-document-words.ts";
import type { CheckedContent } from "./content.ts";
import { RuleName } from "./rule-name.tsx";
import { type CaseLine, type ShownCase, differs, linesOf } from "./shown-case.ts";
import { unstatedFacts } from "./unstated-facts.ts";
import { useTablesWithoutRow } from "./use-tables-without-row.ts";

/** Cases in columns beside one another: what they state, with what differs marked, and what each comes to. */
export function SideBySide(props: {
  readonly content: CheckedContent;
  readonly cases: readonly ShownCase[];
}): JSX.Element {
  const { t } = useWords();
  const heading = (one: ShownCase, index: number): string => {
    // Of two, the later is what is checked.
    const isOfDraft = "draft" in props.content.subject && index === props.cases.length - 1;
    if (one.version !== undefined && isOfDraft) return t("checks.underDraft");
    if (one.version !== undefined) return t("checks.underVersion", { version: one.version });
    return props.cases.length === 1 ? t("checks.theCase") : t("checks.case", { number: index + 1 });
  };
  return (
    <div class="overflow">
      <table class="table check-cases">
        <caption class="unseen">{t("checks.cases")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("checks.fact")}</th>
            <For each={props.cases}>{(one, index) => <th scope="col">{heading(one, index())}</th>}</For>
          </tr>
        </thead>
        <tbody>
          <For each={linesOf(props.cases)}>{(line) => <Line {...props} line={line} />}</For>
          <Moments cases={props.cases} />
        </tbody>
        <Comes {...props} />
      </table>
    </div>
  );
}

function Line(props: { readonly content: CheckedContent; readonly line: CaseLine }): JSX.Element {
  const { t } = useWords();
  const words = useLineWords(() => props.content.document);
  const isDifferent = (): boolean => differs(props.line);
  return (
    <tr data-differs={isDifferent()}>
      <th scope="row">
        {words.name(props.line)}{" "}
        <Show when={isDifferent()}>
          <Tag>≠ {t("checks.differs")}</Tag>
        </Show>
      </th>
      <For each={props.line.values}>{(value) => <td>{words.value(props.line, value)}</td>}</For>
    </tr>
  );
}

/** What lines of cases are called, and their values. */
function useLineWords(document: () => JsonObject) {
  const { t, language } = useWords();
  const given = { document };
  const [words, facts] = [useDocumentWords(() => given), useFactText(() => given)];
  const name = (line: CaseLine): string => {
    switch (line.kind) {
      case "case":
        return words.fact(line.fact);
      case "party":
        return t("checks.ofParty", { party: line.party, fact: words.fact(line.fact) });
      case "record":
        return t("checks.onRecord", { party: line.party, code: words.word(line.code) });
      case "planned":
        return t("checks.planned", { party: line.party, month: formatMonth(line.month, language()) });
    }
  };
  const value = (line: CaseLine, stated: FactValue | undefined): string => {
    if (stated === undefined || stated === null) return t("checks.notStated");
    if (line.kind === "planned") return formatMoney(Number(stated), words.currency(), language());
    if (line.kind === "record")
      return t("checks.timesText", { count: formatCount(Number(stated), language()) });
    // INVARIANT: the value of a fact is JSON.
    return facts.value(line.kind, line.fact, stated as Json);
  };
  return { name, value };
}

/** The moments, where they are not the same. */
function Moments(props: { readonly cases: readonly ShownCase[] }): JSX.Element {
  const { t, language } = useWords();
  const isDifferent = (): boolean => new Set(props.cases.map(({ evaluatedAt }) => evaluatedAt)).size > 1;
  return (
    <Show when={isDifferent()}>
      <tr data-differs={true}>
        <th scope="row">{t("checks.evaluatedAt")}</th>
        <For each={props.cases}>{(one) => <td>{formatMoment(one.evaluatedAt, language())}</td>}</For>
      </tr>
    </Show>
  );
}

/** What each case comes to for whom it is about. */
function Comes(props: {
  readonly content: CheckedContent;
  readonly cases: readonly ShownCase[];
}): JSX.Element {
  const { t, language } = useWords();
  const given = { document: () => props.content.document };
  const words = useDocumentWords(() => given);
  const money = (minor: number): string => formatMoney(minor, words.currency(), language());
  const party = (): string => props.cases[0]?.party ?? "";
  const months = (one: ShownCase): string =>
    one.schedule
      .map(({ month, amountMinor }) =>
        t("checks.inMonth", { month: formatMonth(month, language()), amount: money(amountMinor) }),
      )
      .join(t("checks.between"));
  const unstated = (one: ShownCase): string => {
    const { draft, document } = props.content;
    if (draft?.diagnostics.some(({ severity }) => severity === "error") === true) return "";
    // INVARIANT: a document without errors is a policy.
    const names = unstatedFacts(document as unknown as Policy, one).map((name) => words.fact(name));
    return names.length === 0 ? "" : formatList(names, { language: language(), type: "conjunction" });
  };
  const withoutRow = useTablesWithoutRow();
  const charging = (one: ShownCase) => one.rules?.filter(({ amountMinor }) => amountMinor !== 0) ?? [];
  return (
    <tbody class="comes">
      <tr>
        <th scope="row">{t("checks.charged", { party: party() })}</th>
        <For each={props.cases}>{(one) => <td>{money(one.chargeMinor)}</td>}</For>
      </tr>
      <Show when={props.cases.some(({ grade }) => grade !== null)}>
        <tr>
          <th scope="row">{t("checks.grade")}</th>
          <For each={props.cases}>
            {(one) => <td>{one.grade === null ? t("checks.noGrade") : words.word(one.grade)}</td>}
          </For>
        </tr>
      </Show>
      <Show when={props.cases.some((one) => charging(one).length > 0)}>
        <tr>
          <th scope="row">{t("checks.byRules")}</th>
          <For each={props.cases}>
            {(one) => (
              <td>
                <Charges
                  content={props.content}
                  charging={charging(one)}
                  unstated={unstated(one)}
                  withoutRow={withoutRow(one, props)}
                  money={money}
                />
              </td>
            )}
          </For>
        </tr>
      </Show>
      <Show when={props.cases.some(({ schedule }) => schedule.length > 0)}>
        <tr>
          <th scope="row">{t("checks.months")}</th>
          <For each={props.cases}>{(one) => <td>{months(one) || t("checks.noMonth")}</td>}</For>
        </tr>
      </Show>
    </tbody>
  );
}

function Charges(props: {
  readonly content: CheckedContent;
  readonly charging: NonNullable<ShownCase["rules"]>;
  /** What is not stated that the rules which charge read. */
  readonly unstated: string;
  /** The tables that charge in another of the cases and have no row for this one. */
  readonly withoutRow: string;
  readonly money: (minor: number) => string;
}): JSX.Element {
  const { t } = useWords();
  const none = (): string => {
    const { unstated: facts, withoutRow: tables } = props;
    const why = facts === "" ? t("checks.noRule") : t("checks.noRuleWithout", { facts });
    return tables === "" ? why : t("checks.noRowOf", { tables, why });
  };
  return (
    <ul>
      <For each={props.charging} fallback={<li>{none()}</li>}>
        {({ rule, amountMinor }) => (
          <li>
            <RuleName content={props.content} id={rule} />{" "}
            <span class="number">{props.money(amountMinor)}</span>
          </li>
        )}
      </For>
    </ul>
  );
}
