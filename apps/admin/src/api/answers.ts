// What the service answers, in the types of the packages that make the answers; nothing of theirs but types is taken in.
import type { Permission, Role } from "@evenhand/domain";
import type { DraftView } from "@evenhand/service";
import type { JsonObject } from "../document/pointer.ts";

export type { Diagnostic } from "@evenhand/domain";
export type { ExampleResult } from "@evenhand/engine";
export type { PolicyChange as Change, PolicyReading, ReadingEntry, ReadingSection } from "@evenhand/policy";
export type {
  AuditDays,
  AuditEventView,
  AuditPage,
  CheckSummary,
  CheckView,
  Doer,
  DraftVisitor,
  DraftStanding,
  DraftSummary,
  FairnessSummary,
  ImportPage,
  ImportView,
  PolicySummary,
  ProofPayload,
  RunProgress,
  SampleView,
  SimulationSummary,
  ThreadView as Thread,
  VersionSummary,
  VersionView as VersionStanding,
} from "@evenhand/service";

/** `GET /v1/drafts/{id}`. */
export type Draft = Omit<DraftView, "document"> & { readonly document: JsonObject };

/** `GET /v1/me` of somebody who signed in. */
export type Me = {
  readonly kind: "user" | "key";
  readonly id: string;
  readonly name?: string;
  readonly email?: string;
  readonly personId?: string;
  readonly roles?: readonly Role[];
  /** Whether the account has a second factor. */
  readonly hasSecondFactor?: boolean;
  readonly permissions: readonly Permission[];
  /** What the account may do with what is its own only. */
  readonly ownPermissions: readonly Permission[];
};
