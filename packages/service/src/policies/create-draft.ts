import { type Actor, localDay, pointer, quote, suggest } from "@evenhand/domain";
import { type Db, appendAuditEvent, insertDraft, insertDraftRevision, listVersions } from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { newId } from "../identity/new-id.ts";
import type { SentProblem } from "../problems/problem-document.ts";
import { AskRefused, type RefusedAsk, orRefused } from "../refused.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { type ActingPerson, actingPerson } from "./acting-person.ts";
import type { DraftView } from "./draft-view.ts";
import { firstDocument } from "./first-document.ts";
import { type DraftDocument, documentOf, documentText } from "./policy-document.ts";
import { type NewDraft, readNewDraft } from "./read-asks.ts";
import { readDraft } from "./read-draft.ts";
import { requireNotRemoved } from "../sample/require-not-removed.ts";
import { storedVersion } from "./stored-version.ts";

/**
 * Makes a draft: a copy of the newest version of a policy, or of the one that is named, which restores it; or an empty
 * one, where there is no version of the policy yet. Where the name is near to that of a policy there is, that must be said
 * to be meant. Whoever makes it is an editor of it.
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
      const { policy } = asked;
      await requireNotRemoved(tx, policy);
      const beginning = await beginningOf(tx, asked, { rulebook, now: context.now() });
      await keepNewDraft(tx, { ...beginning, id, actor, editor, policy, at: context.now() });
      return {};
    }),
  );
  return "refusal" in made ? made : readDraft(context, { actor, id });
}

type Beginning = { readonly baseVersion: number | null; readonly document: DraftDocument };

async function beginningOf(
  tx: Db,
  { policy: policyId, from, isNew }: NewDraft,
  { rulebook, now }: { readonly rulebook: Rulebook; readonly now: number },
): Promise<Beginning> {
  const all = await listVersions(tx);
  const versions = all.filter(({ policy_id }) => policy_id === policyId);
  if (isNew && versions.length > 0) throw new AskRefused(notNew(policyId));
  if (versions.length === 0 && from === undefined) {
    const meant = suggest(
      policyId,
      all.map(({ policy_id }) => policy_id),
    );
    if (meant !== undefined && !isNew) throw new AskRefused(perhaps(policyId, meant));
    const [calendar = ""] = rulebook.ground().calendars;
    const today = localDay(now, FIRST_TIME_ZONE);
    return {
      baseVersion: null,
      document: firstDocument({ id: policyId, today, timeZone: FIRST_TIME_ZONE, calendar }),
    };
  }
  // Where all were withdrawn, the last of them is what there is to go on with.
  const standing = versions.filter(({ withdrawn_at }) => withdrawn_at === null);
  const begins = from ?? (standing.at(-1) ?? versions.at(-1))?.version;
  const base = await storedVersion(tx, rulebook, {
    policyId,
    ...(begins === undefined ? {} : { version: begins }),
  });
  // The number is given when it is published; until then the document bears the next one.
  const version = (versions.at(-1)?.version ?? 0) + 1;
  return { baseVersion: base.version, document: { ...documentOf(base.document), version } };
}

const FIRST_TIME_ZONE = "Asia/Shanghai";

function notNew(policy: string): SentProblem {
  return {
    code: "already-there",
    at: pointer("new"),
    message: { en: `there is a policy ${quote(policy)} already`, zh: `制度${quote(policy)}已存在` },
    help: { en: "leave `new` out to begin as its newest version", zh: "如从其最新版本修订，请去掉`new`" },
  };
}

function perhaps(policy: string, meant: string): SentProblem {
  return {
    code: "unknown-policy",
    at: pointer("policy"),
    message: { en: `there is no policy ${quote(policy)}`, zh: `没有制度${quote(policy)}` },
    help: {
      en: `did you mean \`${meant}\`? add \`"new": true\` to begin a policy of this name`,
      zh: `是不是\`${meant}\`？如确需以此名称新建制度，请加上\`"new": true\``,
    },
  };
}

/** Keeps a draft that was just begun, with its event. */
export async function keepNewDraft(
  tx: Db,
  made: Beginning & {
    readonly id: string;
    readonly policy: string;
    readonly actor: Actor;
    readonly editor: ActingPerson;
    readonly at: number;
  },
): Promise<void> {
  const { id, policy, baseVersion, document, actor, editor, at } = made;
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
  await appendAuditEvent(tx, {
    at,
    actor,
    action: "draft.created",
    object: { kind: "draft", id },
    after: { policy, from: baseVersion },
  });
}
