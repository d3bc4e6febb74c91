import { type Actor, localDay } from "@evenhand/domain";
import { type Db, appendAuditEvent, insertDraft, insertDraftRevision, versionRow } from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { newId } from "../identity/new-id.ts";
import { type RefusedAsk, orRefused } from "../refused.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { type ActingPerson, actingPerson } from "./acting-person.ts";
import type { DraftView } from "./draft-view.ts";
import { firstDocument } from "./first-document.ts";
import { type DraftDocument, documentOf, documentText } from "./policy-document.ts";
import { type NewDraft, readNewDraft } from "./read-asks.ts";
import { readDraft } from "./read-draft.ts";
import { storedVersion } from "./stored-version.ts";

/**
 * Makes a draft: a copy of the newest version of a policy, or of the one that is named, which restores it; or an empty
 * one, where there is no version of the policy yet. Whoever makes it is an editor of it.
 */
export async function createDraft(
  context: ServiceContext,
  { actor, body }: { readonly actor: Actor; readonly body: unknown },
): Promise<{ readonly draft: DraftView } | RefusedAsk> {
  const asked = readNewDraft(body);
  if ("refusal" in asked) return asked;
  const editor = await actingPerson(context, actor);
  if ("refusal" in editor) return editor;
  const rulebook = await context.rulebook();
  const id = newId(context, "draft");
  const made = await orRefused(() =>
    context.store.write(async (tx) => {
      const beginning = await beginningOf(tx, asked, { rulebook, now: context.now() });
      await insert(tx, { ...beginning, id, editor, policy: asked.policy, at: context.now() });
      await appendAuditEvent(tx, {
        at: context.now(),
        actor,
        action: "draft.created",
        object: { kind: "draft", id },
        after: { policy: asked.policy, from: beginning.baseVersion },
      });
      return {};
    }),
  );
  return "refusal" in made ? made : readDraft(context, { actor, id });
}

type Beginning = { readonly baseVersion: number | null; readonly document: DraftDocument };

async function beginningOf(
  tx: Db,
  { policy: policyId, from }: NewDraft,
  { rulebook, now }: { readonly rulebook: Rulebook; readonly now: number },
): Promise<Beginning> {
  const newest = await versionRow(tx, { policyId });
  if (!newest && from === undefined) {
    const [calendar = ""] = rulebook.ground().calendars;
    const today = localDay(now, FIRST_TIME_ZONE);
    return {
      baseVersion: null,
      document: firstDocument({ id: policyId, today, timeZone: FIRST_TIME_ZONE, calendar }),
    };
  }
  const base = await storedVersion(tx, rulebook, {
    policyId,
    ...(from === undefined ? {} : { version: from }),
  });
  // The number is given when it is published; until then the document bears the next one.
  const version = (newest?.version ?? 0) + 1;
  return { baseVersion: base.version, document: { ...documentOf(base.document), version } };
}

const FIRST_TIME_ZONE = "Asia/Shanghai";

async function insert(
  tx: Db,
  made: Beginning & {
    readonly id: string;
    readonly policy: string;
    readonly editor: ActingPerson;
    readonly at: number;
  },
): Promise<void> {
  const { id, policy, baseVersion, document, editor, at } = made;
  await insertDraft(tx, {
    id,
    policy_id: policy,
    base_version: baseVersion,
    state: "draft",
    revision: 1,
    last_revision: 1,
    created_at: at,
    created_by: editor.account,
    changed_at: at,
  });
  await insertDraftRevision(tx, {
    draft_id: id,
    revision: 1,
    parent: null,
    label: baseVersion === null ? policy : `v${baseVersion}`,
    document: documentText(document),
    editor: editor.account,
    editor_person: editor.person,
    at,
  });
}
