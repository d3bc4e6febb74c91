import { type Actor, formatDay, localDay, systemActor } from "@evenhand/domain";
import {
  type AuditEventRow,
  type Db,
  SAMPLE,
  SAMPLE_PUBLISHER,
  appendAuditEvent,
  importOfFile,
  insertVersion,
  isPolicyIdTaken,
  raiseRulesRevision,
  standingSample,
} from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { newId } from "../identity/new-id.ts";
import { giveUpLostImports } from "../imports/read-imports.ts";
import { startImport } from "../imports/start-import.ts";
import { type ActingPerson, actingPerson } from "../policies/acting-person.ts";
import { keepNewDraft } from "../policies/create-draft.ts";
import { errorsOf, openDraft } from "../policies/draft-diagnostics.ts";
import { type DraftDocument, publishedText } from "../policies/policy-document.ts";
import { AskRefused, type RefusedAsk, orRefused } from "../refused.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { SAMPLE_DAYS } from "./sample-cases.ts";
import { sampleDraft } from "./sample-draft.ts";
import { type SampleFile, sampleFile } from "./sample-file.ts";
import { samplePolicies } from "./sample-policy.ts";
import { type SampleView, readSample, sampleTold } from "./sample-view.ts";

/** What loading needs besides who asks. */
export type LoadingAsk = {
  readonly actor: Actor;
  /** Lets others have their turn while the cases are taken in. */
  readonly pause: () => Promise<void>;
};

/**
 * Loads the sample company: three versions of a policy, a draft with four slips, and the cases of two years. Versions and
 * draft are there at once; the cases are taken in by an import like any other, `loading`, which is never rejected. Where
 * it is loaded already nothing is added, and where its cases are not all there the rest is taken in.
 *
 * INVARIANT: nothing of a sample is ever decided on record, so that its versions need nobody's approval.
 */
export async function loadSample(
  context: ServiceContext,
  ask: LoadingAsk,
): Promise<{ readonly sample: SampleView; readonly loading?: Promise<void> } | RefusedAsk> {
  const editor = await actingPerson(context, ask.actor);
  if ("refusal" in editor) return editor;
  const standing = await orRefused(() => standingOrNew(context, ask.actor, editor));
  if ("refusal" in standing) return standing;
  const taken = await takeCases(context, ask, standing);
  if ("refusal" in taken) return taken;
  return { sample: await readSample(context), ...taken };
}

/** The event that loaded it, and the table of its cases where that was just made. */
type Standing = { readonly event: AuditEventRow; readonly file?: SampleFile };

async function standingOrNew(context: ServiceContext, actor: Actor, editor: ActingPerson): Promise<Standing> {
  const before = await context.store.read((db) => standingSample(db));
  if (before) return { event: before };
  const rulebook = await context.rulebook();
  const file = sampleFile(localDay(context.now(), TIME_ZONE));
  const { revision, event } = await context.store.write(async (tx) => {
    // Of two who load at once the second waits here, and then finds it loaded.
    const revision = await raiseRulesRevision(tx);
    const meanwhile = await standingSample(tx);
    return { revision, event: meanwhile ?? (await load(context, tx, { actor, editor, rulebook, file })) };
  });
  await context.rulebook(revision);
  return { event, file };
}

const TIME_ZONE = "Asia/Shanghai";
/** How long before the day of loading each version came into force: the first before the first case. */
const IN_FORCE_BEFORE = [SAMPLE_DAYS + 30, 420, 150];

type Loading = {
  readonly actor: Actor;
  readonly editor: ActingPerson;
  readonly rulebook: Rulebook;
  readonly file: SampleFile;
};

async function load(
  context: ServiceContext,
  tx: Db,
  { actor, editor, rulebook, file }: Loading,
): Promise<AuditEventRow> {
  const { day, fileHash, rows } = file;
  const at = context.now();
  const id = await freePolicyId(tx);
  const policies = samplePolicies({
    id,
    effectiveFrom: IN_FORCE_BEFORE.map((days) => formatDay(day - days)),
    ground: rulebook.ground(),
  });
  for (const document of policies) await publish(tx, { id, document, rulebook, at });
  const newest = policies.at(-1);
  if (!newest) throw new Error("the sample policy has no version");
  const draft = newId(context, "draft");
  await keepNewDraft(tx, {
    id: draft,
    policy: id,
    baseVersion: policies.length,
    document: sampleDraft(newest),
    actor,
    editor,
    at,
  });
  await appendAuditEvent(tx, {
    at,
    actor,
    action: SAMPLE.loaded,
    object: { kind: SAMPLE.kind, id },
    after: { draft, day, fileHash, rows },
  });
  const event = await standingSample(tx);
  if (!event) throw new Error("the sample company was loaded and is not there");
  return event;
}

/** A new one each time, since a version that was removed stays on record under its own. */
async function freePolicyId(tx: Db): Promise<string> {
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? "sample-conduct" : `sample-conduct-${count}`;
    if (!(await isPolicyIdTaken(tx, id))) return id;
  }
}

/** @throws AskRefused where the calendar or the guard of the service do not allow it */
async function publish(
  tx: Db,
  {
    id,
    document,
    rulebook,
    at,
  }: {
    readonly id: string;
    readonly document: DraftDocument;
    readonly rulebook: Rulebook;
    readonly at: number;
  },
): Promise<void> {
  const { loaded, diagnostics } = openDraft(rulebook, { policyId: id, document });
  if (!loaded) throw new AskRefused(...errorsOf(diagnostics));
  const { hash, policy } = loaded.version;
  const { version, effectiveFrom } = policy;
  await insertVersion(tx, {
    policy_id: id,
    version,
    hash,
    document: publishedText(document),
    effective_from: effectiveFrom,
    draft_id: null,
    published_at: at,
    published_by: SAMPLE_PUBLISHER,
  });
  await appendAuditEvent(tx, {
    at,
    actor: systemActor("sample"),
    action: "policy.published",
    object: { kind: "policy-version", id: `${id}@${version}` },
    after: { policy: id, version, hash, effectiveFrom, origin: "sample" },
  });
}

/** Begins to take in the cases, unless that is under way or done. */
async function takeCases(
  context: ServiceContext,
  { actor, pause }: LoadingAsk,
  { event, file }: Standing,
): Promise<{ readonly loading?: Promise<void> } | RefusedAsk> {
  await giveUpLostImports(context);
  const { day, fileHash } = sampleTold(event);
  const policy = event.object_id;
  const taken = await context.store.read((db) => importOfFile(db, { policyId: policy, fileHash }));
  if (taken && taken.state !== "failed") return {};
  const { bytes } = file?.day === day ? file : sampleFile(day);
  const begun = await startImport(context, {
    actor,
    key: undefined,
    request: { method: "POST", path: "/v1/sample" },
    policy,
    isDryRun: false,
    map: {},
    fileName: "sample-cases.csv",
    bytes,
    fileHash,
    pause,
  });
  if ("refusal" in begun) return begun;
  return begun.reading ? { loading: begun.reading } : {};
}
