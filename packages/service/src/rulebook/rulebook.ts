import type { Diagnostic, EvaluateRequest, LocalizedText, Refusal } from "@evenhand/domain";
import { type Requirements, type SelectedVersion, requirements } from "@evenhand/engine";
import type { BookedPolicy, BookedVersion } from "./booked-policy.ts";
import { type EvaluateOptions, type Evaluation, evaluate, selectIn } from "./evaluate.ts";
import { findPolicy, findVersion } from "./find.ts";
import type { Ground } from "./ground.ts";
import { type OpenedPolicy, diagnosticsOf, openPolicy } from "./open-policy.ts";

export type VersionSummary = {
  readonly version: number;
  readonly effectiveFrom: string;
  /** The last day in force; null where no higher version follows. */
  readonly effectiveUntil: string | null;
  readonly hash: string;
};

export type PolicySummary = {
  readonly id: string;
  /** Of the newest version. */
  readonly title: LocalizedText;
  readonly summary?: LocalizedText;
  /** The case fact whose day decides which version is used. */
  readonly appliesBy: string;
  /** Where its days are counted, an IANA name: it tells which day today is, and with it which version is in force. */
  readonly timeZone: string;
  readonly versions: readonly VersionSummary[];
};

export type Found<What> = What | { readonly refusal: Refusal };

/** The rules as they were opened, and everything that can be asked of them. No clock, no disk, no network. */
export type Rulebook = {
  /** Every policy with at least one usable version, in the order of ids. */
  readonly policies: () => readonly PolicySummary[];
  readonly policy: (id: string) => Found<{ readonly policy: PolicySummary }>;
  /** A version by number, or the newest one. */
  readonly version: (id: string, version?: number) => Found<BookedVersion>;
  /** The version that a case is decided under, at a moment (epoch milliseconds), and why that one. */
  readonly select: (
    id: string,
    request: EvaluateRequest,
    evaluatedAt: number,
  ) => Found<SelectedVersion<BookedVersion>>;
  /** Which facts a case needs under a version, by default the newest, with an example request. */
  readonly requirements: (id: string, version?: number) => Found<{ readonly requirements: Requirements }>;
  /** Decides the request of a JSON text: at most 64 KiB, 32 levels and 10,000 values. */
  readonly evaluate: (id: string, requestText: string, options: EvaluateOptions) => Promise<Evaluation>;
  /** All diagnostics of a policy, text or its bytes in UTF-8, against the calendars and guards of this book. */
  readonly validate: (policy: string | Uint8Array) => readonly Diagnostic[];
  /** The same, and the policy ready to be decided under where it is free of errors, though it is no version of this book. */
  readonly tryOut: (policy: string | Uint8Array) => OpenedPolicy;
  /** The ids of the calendars that a policy of this book may count by, and the jurisdictions it may name. */
  readonly ground: () => { readonly calendars: readonly string[]; readonly guards: readonly string[] };
  /** The titles of those jurisdictions' guards. */
  readonly guardTitles: () => ReadonlyMap<string, LocalizedText>;
};

export function rulebookOf(policies: readonly BookedPolicy[], ground: Ground): Rulebook {
  const byId = new Map(
    policies.toSorted((left, right) => (left.id < right.id ? -1 : 1)).map((policy) => [policy.id, policy]),
  );
  return {
    policies: () => [...byId.values()].flatMap((policy) => summaryOf(policy) ?? []),
    policy: (id) => {
      const found = findPolicy(byId, id);
      if ("refusal" in found) return found;
      const newest = findVersion(found.policy);
      return "refusal" in newest ? newest : { policy: summary(found.policy, newest) };
    },
    version: (id, version) => versionIn(byId, id, version),
    select: (id, request, evaluatedAt) => {
      const found = findPolicy(byId, id);
      return "refusal" in found ? found : selectIn(found.policy, request, evaluatedAt);
    },
    requirements: (id, version) => {
      const found = versionIn(byId, id, version);
      return "refusal" in found ? found : { requirements: requirements(found.version) };
    },
    evaluate: (id, text, options) => evaluate(byId, { id, text }, options),
    validate: (policy) => diagnosticsOf(policy, ground),
    tryOut: (policy) => openPolicy(policy, ground),
    ground: () => ({ calendars: [...ground.calendars.keys()], guards: [...ground.guards.keys()] }),
    guardTitles: () => new Map([...ground.guards].map(([id, { title }]) => [id, title])),
  };
}

function versionIn(
  byId: ReadonlyMap<string, BookedPolicy>,
  id: string,
  version?: number,
): Found<BookedVersion> {
  const found = findPolicy(byId, id);
  return "refusal" in found ? found : findVersion(found.policy, version);
}

function summaryOf(policy: BookedPolicy): PolicySummary | undefined {
  const newest = policy.versions.at(-1);
  return newest && summary(policy, newest);
}

function summary({ id, versions }: BookedPolicy, newest: BookedVersion): PolicySummary {
  const { title, summary: about, appliesBy, timeZone } = newest.version.policy;
  return {
    id,
    title,
    ...(about ? { summary: about } : {}),
    appliesBy,
    timeZone,
    versions: versions.map(({ version, effectiveUntil }) => ({
      version: version.policy.version,
      effectiveFrom: version.policy.effectiveFrom,
      effectiveUntil,
      hash: version.hash,
    })),
  };
}
