import type { Actor } from "@evenhand/domain";
import {
  type DraftVisitRow,
  type UserRow,
  draftVisits,
  putDraftVisit,
  removeDraftVisit,
  usersById,
} from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { booleanField, openFields, textField } from "../input/read-fields.ts";
import { seesNames } from "../people/own-or-other.ts";
import type { SentProblem } from "../problems/problem-document.ts";
import { type RefusedAsk, orRefused, refusedAsk } from "../refused.ts";
import { rowAtHand } from "./draft-at-hand.ts";
import { moment } from "./draft-view.ts";

/** Somebody who has a draft open in another window. */
export type DraftVisitor = {
  /** `user:<id>`; the asker's own where they have it open twice. */
  readonly account: string;
  /** The staff number and the name, for whoever may see names. */
  readonly person?: string;
  readonly name?: string;
  /** The JSON pointer of what they look at, as they said it. */
  readonly place: string | null;
  readonly seenAt: string;
};

export type DraftPresence = {
  /** The revision that counts: another one than the asker has was made by somebody else. */
  readonly revision: number;
  readonly others: readonly DraftVisitor[];
};

/** A window that was silent for so long is closed. Windows give a sign of life every five seconds. */
const SILENCE_MS = 15_000;
const MOST_VISITORS = 50;
/** Windows of one account at one draft; a further one takes the place of the one that was seen longest ago. */
const MOST_WINDOWS = 5;
const LONGEST_WINDOW = 64;
const LONGEST_PLACE = 500;

/** Says that a person has a draft open in one of their windows, or no longer has, and tells who else has. */
export async function visitDraft(
  context: ServiceContext,
  {
    actor,
    id,
    body,
  }: { readonly actor: Extract<Actor, { kind: "user" }>; readonly id: string; readonly body: unknown },
): Promise<{ readonly presence: DraftPresence } | RefusedAsk> {
  const asked = readVisit(body);
  if ("refusal" in asked) return asked;
  const now = context.now();
  const since = now - SILENCE_MS;
  return orRefused(() =>
    context.store.write(async (tx) => {
      const { revision } = await rowAtHand(tx, id);
      const visit = {
        draft_id: id,
        user_id: actor.id,
        window_id: asked.window,
        place: asked.place,
        seen_at: now,
      };
      if (asked.isLeaving) await removeDraftVisit(tx, visit);
      else await putDraftVisit(tx, visit, { silentSince: since, mostWindows: MOST_WINDOWS });
      const visits = await draftVisits(tx, { draftId: id, since, limit: MOST_VISITORS + 1 });
      const isOther = ({ user_id, window_id }: DraftVisitRow): boolean =>
        user_id !== actor.id || window_id !== asked.window;
      const others = visits.filter(isOther);
      const users = seesNames(actor)
        ? await usersById(
            tx,
            others.map(({ user_id }) => user_id),
          )
        : NOBODY;
      return { presence: { revision, others: others.map((other) => visitorOf(other, users)) } };
    }),
  );
}

type Visit = { readonly window: string; readonly place: string | null; readonly isLeaving: boolean };

function readVisit(body: unknown): Visit | RefusedAsk {
  const problems: SentProblem[] = [];
  const fields = openFields(body, { required: ["window"], optional: ["place", "isLeaving"], problems });
  if (!fields) return refusedAsk(...problems);
  const window = textField(fields, "window", LONGEST_WINDOW);
  const place = textField(fields, "place", LONGEST_PLACE);
  const isLeaving = booleanField(fields, "isLeaving") ?? false;
  if (problems.length > 0 || window === undefined) return refusedAsk(...problems);
  return { window, place: place ?? null, isLeaving };
}

const NOBODY: ReadonlyMap<string, UserRow> = new Map();

function visitorOf(
  { user_id, place, seen_at }: DraftVisitRow,
  users: ReadonlyMap<string, UserRow>,
): DraftVisitor {
  const user = users.get(user_id);
  return {
    account: `user:${user_id}`,
    ...(user ? { person: user.personId, name: user.name } : {}),
    place,
    seenAt: moment(seen_at),
  };
}
