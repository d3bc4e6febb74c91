import {
  type EvaluateRequest,
  type LocalizedText,
  formatDay,
  localDay,
  monthOf,
  parseMonth,
  suggest,
} from "@evenhand/domain";
import type { DecideContext } from "./decide.ts";
import { caseFacts } from "./facts/case-facts.ts";
import type { LoadedVersion } from "./load-version.ts";
import type { ReadCase } from "./request/read-facts.ts";
import { quoteId } from "./problems.ts";
import { type VersionReason, appliesOn } from "./request/select-version.ts";
import { type Run, warn } from "./run.ts";
import { Entries } from "./stages/entries.ts";

/** A run with its facts in place, its version explained and everything about the request that is worth a second look said. */
export function startRun(
  loaded: LoadedVersion,
  request: EvaluateRequest,
  { read, context }: { readonly read: ReadCase; readonly context: DecideContext },
): Run {
  const { policy } = loaded.version;
  const evaluatedOn = localDay(context.evaluatedAt, policy.timeZone);
  const supportingEvidence = new Map<string, number>();
  for (const { supports } of request.case.evidence ?? []) {
    if (supports !== undefined) supportingEvidence.set(supports, (supportingEvidence.get(supports) ?? 0) + 1);
  }
  const asOfDay = appliesOn(policy, request, context.evaluatedAt) ?? evaluatedOn;
  const facts = caseFacts(loaded, read, {
    evaluatedAt: context.evaluatedAt,
    asOfDay,
    record: context.record ?? [],
    supportingEvidence,
  });
  const stated = facts.caseSlots[loaded.layout.slotOf.get("decidedOn") ?? -1];
  const decidedOn = typeof stated === "number" ? stated : evaluatedOn;
  const run: Run = {
    loaded,
    read,
    isBrief: context.isBrief ?? false,
    facts,
    decidedOn,
    asOfDay,
    ...openMonths(decidedOn, context.closedThrough ?? null),
    entries: new Entries(read.parties),
    joined: [],
    explanation: [],
    warnings: [],
    measures: [],
    compensation: [],
    deadlines: [],
    allocation: [],
    disposition: "upheld",
  };
  warnOfSlips(run);
  warnOfStrangers(run, request, context);
  warnOfFuture(run, context.evaluatedAt, evaluatedOn);
  explainVersion(run, context.versionReason ?? { kind: "named" });
  return run;
}

/** A month that payroll has closed takes nothing any more, so a plan begins after it. */
function openMonths(decidedOn: number, through: string | null): Pick<Run, "firstMonth" | "closedThrough"> {
  const decidedIn = monthOf(decidedOn);
  if (through === null) return { firstMonth: decidedIn };
  const closedThrough = parseMonth(through);
  if (closedThrough === undefined) throw new Error(`payroll is closed through ${through}, which is no month`);
  return closedThrough < decidedIn
    ? { firstMonth: decidedIn }
    : { firstMonth: closedThrough + 1, closedThrough };
}

function warnOfSlips(run: Run): void {
  for (const { fact, value, suggestion, party } of run.read.slips.toSorted((left, right) =>
    byName([left.fact, 0], [right.fact, 0]),
  )) {
    const text: LocalizedText = {
      en: `\`${value}\` is not on the list for \`${fact}\`; did you mean \`${suggestion}\`?`,
      zh: `\`${value}\`不在\`${fact}\`的列表中，是不是\`${suggestion}\`？`,
    };
    warn(run, "unlisted-value", text, party);
  }
}

/** A deduction or a piece of evidence for somebody whose id is almost that of a party would otherwise be lost silently. */
function warnOfStrangers(run: Run, request: EvaluateRequest, context: DecideContext): void {
  const ids = request.case.parties.map((party) => party.id);
  const planned = (context.scheduled ?? request.scheduled ?? []).map(({ party }) => ({
    id: party,
    en: "a scheduled deduction",
    zh: "已安排的扣减",
  }));
  const supported = (request.case.evidence ?? []).flatMap(({ supports }) =>
    supports === undefined ? [] : [{ id: supports, en: "a piece of evidence", zh: "证据" }],
  );
  for (const { id, en, zh } of [...planned, ...supported]) {
    const meant = ids.includes(id) ? undefined : suggest(id, ids);
    if (meant === undefined) continue;
    warn(run, "party-not-in-case", {
      en: `${en} names ${quoteId(id)}, who is no party of this case; did you mean ${quoteId(meant)}?`,
      zh: `${zh}所写的${quoteId(id)}不是本案当事方，是不是${quoteId(meant)}？`,
    });
  }
}

/** A day after the day of evaluation, or a moment after it, is allowed but worth a second look. */
function warnOfFuture(run: Run, evaluatedAt: number, evaluatedOn: number): void {
  const { catalogue, version } = run.loaded;
  const scopes = [
    { facts: run.read.facts, party: undefined },
    ...run.read.parties.map((party) => ({ facts: party.facts, party: party.id })),
  ];
  for (const { facts, party } of scopes) {
    for (const [name, value] of [...facts].toSorted(byName)) {
      const entry = catalogue.get(name);
      if (typeof value !== "number" || !entry) continue;
      const day =
        entry.type === "date"
          ? value
          : entry.type === "instant"
            ? localDay(value, version.policy.timeZone)
            : undefined;
      const later = entry.type === "date" ? value > evaluatedOn : value > evaluatedAt;
      if (day === undefined || !later) continue;
      warn(
        run,
        "future-date",
        {
          en: `\`${name}\` (${formatDay(day)}) is in the future`,
          zh: `\`${name}\`（${formatDay(day)}）在将来`,
        },
        party,
      );
    }
  }
}

function versionLabel(run: Run, reason: VersionReason): LocalizedText {
  const { policy } = run.loaded.version;
  if (reason.kind === "draft") return { en: "the draft, which is not published", zh: "适用草案（尚未发布）" };
  if (reason.kind === "named")
    return {
      en: `version ${policy.version}, in force from ${policy.effectiveFrom}, as the request names it`,
      zh: `按请求指定，适用第${policy.version}版（自${policy.effectiveFrom}起施行）`,
    };
  return {
    en: `version ${policy.version}, in force from ${policy.effectiveFrom}, because the ${labelOf(run, reason.fact).en} is ${formatDay(reason.day)}`,
    zh: `适用第${policy.version}版（自${policy.effectiveFrom}起施行），因为${labelOf(run, reason.fact).zh}为${formatDay(reason.day)}`,
  };
}

function explainVersion(run: Run, reason: VersionReason): void {
  const { policy } = run.loaded.version;
  const label = versionLabel(run, reason);
  const byDate = reason.kind === "named" && reason.byDate !== policy.version ? reason.byDate : undefined;
  const note: LocalizedText | undefined =
    byDate === undefined
      ? undefined
      : {
          en: `by its day the case would fall under version ${byDate}`,
          zh: `按日期，本案本应适用第${byDate}版`,
        };
  run.explanation.push({
    stage: "version",
    kind: "version",
    label,
    references: [],
    ...(note ? { note } : {}),
  });
}

function labelOf(run: Run, fact: string): LocalizedText {
  return run.loaded.catalogue.get(fact)?.label ?? { en: fact, zh: fact };
}

function byName([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number {
  return left < right ? -1 : 1;
}
