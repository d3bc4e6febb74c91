import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Actor, Role, RuleFile, RuleFiles } from "@evenhand/domain";
import { signerFrom } from "@evenhand/evidence";
import {
  type DraftDocument,
  type DraftView,
  type SentProblem,
  type ServiceContext,
  createDraft,
  reviewDraft,
  rulebookOfStore,
  saveDraft,
  submitDraft,
  takeInRules,
} from "@evenhand/service";
import type { Store } from "@evenhand/store";

/** Complaint fines in both versions, with the calendar and the guard that they stand on. */
export const FILES: RuleFiles = {
  policies: [rule("complaint-fines/v1.json"), rule("complaint-fines/v2.json")],
  guards: [rule("guards/cn.json")],
  calendars: [rule("calendars/cn.json")],
};

export function rule(path: string): RuleFile {
  return { path, text: readFileSync(new URL(`../../rules/${path}`, import.meta.url), "utf8") };
}

/** 2026-07-10, 09:00 in Shanghai. */
export const NOW = Date.UTC(2026, 6, 10, 1);

/** A service over a database, at a moment that the test sets. */
export type Scene = { readonly context: ServiceContext; readonly clock: { now: number } };

/** A service over a database with the rules taken in. */
export async function sceneOver(store: Store): Promise<Scene> {
  const scene = processOver(store);
  await takeInRules(scene.context, FILES);
  return scene;
}

/** A service over a database as it stands. */
export function processOver(store: Store): Scene {
  const clock = { now: NOW };
  return {
    clock,
    context: {
      store,
      rulebook: rulebookOfStore(store),
      now: () => clock.now,
      random: (bytes) => randomBytes(bytes),
      signer: signerFrom(randomBytes(32), "test.example/log"),
      alarm: (message) => {
        throw new Error(`alarm: ${message}`);
      },
    },
  };
}

/** Somebody with an account; by default one account each. */
export function somebody(person: string, roles: readonly Role[], account = `user-${person}`): Actor {
  return { kind: "user", id: account, person, roles, secondFactor: true };
}

export const AUTHOR = somebody("E1001", ["author"]);
export const OTHER_AUTHOR = somebody("E1002", ["author"]);
export const APPROVER = somebody("E2001", ["approver"]);
export const OTHER_APPROVER = somebody("E2002", ["approver"]);

/** What a use case gave, where it refused nothing. */
export function given<Result extends object>(result: Result): Exclude<Result, { readonly refusal: unknown }> {
  if ("refusal" in result) throw new Error(JSON.stringify(result.refusal));
  return result as Exclude<Result, { readonly refusal: unknown }>;
}

/** What a use case refused, in words. */
export function wordsOf(result: object): readonly string[] {
  return problemsOf(result).map(({ message }) => message.en);
}

/** The codes and places of what a use case refused; none where it gave something. */
export function refusalOf(result: object): readonly string[] {
  return problemsOf(result).map(({ code, at }) => (at === "" ? code : `${code} at ${at}`));
}

function problemsOf(result: object): readonly SentProblem[] {
  if (!("refusal" in result)) return [];
  return (result.refusal as { readonly problems: readonly SentProblem[] }).problems;
}

/** A document with another cap. */
export function withCap(document: DraftDocument, rate: number): DraftDocument {
  const parameters = document["parameters"] as Readonly<Record<string, object>>;
  return {
    ...document,
    parameters: { ...parameters, bonusCapRate: { ...parameters["bonusCapRate"], value: rate } },
  };
}

/** A new draft of complaint fines. */
export async function newDraft({ context }: Scene, actor = AUTHOR): Promise<DraftView> {
  return given(await createDraft(context, { actor, body: { policy: "complaint-fines" } })).draft;
}

/** The draft with another cap, saved. */
export async function edit(
  { context }: Scene,
  { id, revision, document }: Pick<DraftView, "id" | "revision" | "document">,
  { rate, actor = AUTHOR }: { readonly rate: number; readonly actor?: Actor },
): Promise<number> {
  const saved = await saveDraft(context, {
    actor,
    id,
    revision,
    body: { label: `cap ${rate}`, document: withCap(document, rate) },
  });
  return given(saved).standing.revision;
}

/** A draft with a cap of 40 %, handed in by its author. */
export async function submitted(scene: Scene, rate = 0.4): Promise<DraftView> {
  const draft = await newDraft(scene);
  const revision = await edit(scene, draft, { rate });
  return given(await submitDraft(scene.context, { actor: AUTHOR, id: draft.id, revision })).draft;
}

/** The same, approved. */
export async function approved(scene: Scene, rate = 0.4): Promise<DraftView> {
  const draft = await submitted(scene, rate);
  return given(await approve(scene, draft)).draft;
}

export async function approve(
  { context }: Scene,
  { id, contentHash }: Pick<DraftView, "id" | "contentHash">,
  actor: Actor = APPROVER,
): ReturnType<typeof reviewDraft> {
  return reviewDraft(context, { actor, id, body: { verdict: "approved", contentHash } });
}
