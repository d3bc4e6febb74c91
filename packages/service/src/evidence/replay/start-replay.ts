import { type Actor, instantOn, parseDay, pointer, quote } from "@evenhand/domain";
import {
  type Db,
  type ReplayFilter,
  actorName,
  countDecisionsToReplay,
  decisionsById,
  insertJob,
} from "@evenhand/store";
import type { ServiceContext } from "../../context.ts";
import { newId } from "../../identity/new-id.ts";
import {
  choiceField,
  dayField,
  listField,
  openFields,
  textField,
  timeZoneField,
} from "../../input/read-fields.ts";
import type { SentProblem } from "../../problems/problem-document.ts";
import { type RefusedAsk, refusedAsk } from "../../refused.ts";
import { MOST_NAMED, REPLAY, type ReplayPayload } from "./replay-job.ts";

/**
 * Puts a replay in line: of the decisions that are named, of those recorded from one day until another, of one policy, or
 * of all. Days are counted in the time zone that is named, in UTC where none is; `until` is the day after the last one.
 */
export async function startReplay(
  context: ServiceContext,
  { actor, body }: { readonly actor: Actor; readonly body: unknown },
): Promise<{ readonly id: string } | RefusedAsk> {
  const asked = readAsked(body);
  if ("refusal" in asked) return asked;
  const { payload } = asked;
  return context.store.write(async (tx) => {
    const unknown = await unknownAmong(tx, payload.ids ?? []);
    if (unknown.length > 0) return refusedAsk(...unknown);
    const id = newId(context, "job");
    await insertJob(tx, {
      id,
      kind: REPLAY.kind,
      payload: JSON.stringify(payload),
      total: await countDecisionsToReplay(tx, payload),
      created_at: context.now(),
      created_by: actorName(actor),
    });
    return { id };
  });
}

function readAsked(body: unknown): { readonly payload: ReplayPayload } | RefusedAsk {
  const problems: SentProblem[] = [];
  const fields = openFields(body, {
    optional: ["decisions", "from", "until", "timeZone", "policy", "evaluator"],
    problems,
  });
  if (!fields) return refusedAsk(...problems);
  const ids = listField(fields, "decisions", {
    most: MOST_NAMED,
    read: (value, at) => {
      if (typeof value === "string" && value.length > 0 && value.length <= 100) return value;
      problems.push({ ...NO_ID, at: pointer(...at) });
      return undefined;
    },
  });
  const [from, until] = [dayField(fields, "from"), dayField(fields, "until")];
  const timeZone = timeZoneField(fields, "timeZone") ?? "UTC";
  const policyId = textField(fields, "policy", 64);
  const evaluator = choiceField(fields, "evaluator", ["both", "compiled"]);
  if (problems.length > 0) return refusedAsk(...problems);
  const filter: ReplayFilter = {
    ...(ids === undefined ? {} : { ids: [...new Set(ids)] }),
    ...(from === undefined ? {} : { from: startOf(from, timeZone) }),
    ...(until === undefined ? {} : { until: startOf(until, timeZone) }),
    ...(policyId === undefined ? {} : { policyId }),
  };
  return { payload: { ...filter, ...(evaluator === undefined ? {} : { evaluators: evaluator }) } };
}

function startOf(day: string, timeZone: string): number {
  return instantOn(parseDay(day) ?? 0, "00:00", timeZone);
}

async function unknownAmong(tx: Db, ids: readonly string[]): Promise<readonly SentProblem[]> {
  const known = new Set((await decisionsById(tx, ids)).map(({ id }) => id));
  return ids.flatMap((id, index) => (known.has(id) ? [] : [unknownDecision(id, index)]));
}

const NO_ID: Omit<SentProblem, "at"> = {
  code: "wrong-shape",
  message: { en: "this is no id of a decision", zh: "这不是决定编号" },
};

function unknownDecision(id: string, index: number): SentProblem {
  return {
    code: "unknown-value",
    at: pointer("decisions", index),
    message: { en: `there is no decision ${quote(id)}`, zh: `没有编号为${quote(id)}的决定` },
  };
}
