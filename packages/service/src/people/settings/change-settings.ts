import { type Actor, MAX_AMOUNT_MINOR } from "@evenhand/domain";
import { appendAuditEvent, lockUsers, putSetting } from "@evenhand/store";
import type { ServiceContext } from "../../context.ts";
import { booleanField, openFields, wholeField } from "../../input/read-fields.ts";
import type { SentProblem } from "../../problems/problem-document.ts";
import { type RefusedAsk, refusedAsk } from "../../refused.ts";
import { DEFAULT_SETTINGS, type Settings, settingsOf } from "./settings.ts";

/** Sets what is named and leaves the rest as it is. What is already so is no change and leaves no trace. */
export async function changeSettings(
  context: ServiceContext,
  { actor, body }: { readonly actor: Actor; readonly body: unknown },
): Promise<{ readonly settings: Settings } | RefusedAsk> {
  const asked = readChange(body);
  if ("refusal" in asked) return asked;
  return context.store.write(async (tx) => {
    await lockUsers(tx);
    const before = await settingsOf(tx);
    const settings = { ...before, ...asked };
    const names = (Object.keys(settings) as (keyof Settings)[]).filter(
      (name) => settings[name] !== before[name],
    );
    if (names.length === 0) return { settings };
    const at = context.now();
    for (const name of names) {
      const value = JSON.stringify(settings[name]);
      await putSetting(tx, { key: name, value, changed_at: at, changed_by: `${actor.kind}:${actor.id}` });
    }
    const object = { kind: "settings", id: "settings" } as const;
    await appendAuditEvent(tx, { at, actor, action: "settings.changed", object, before, after: settings });
    return { settings };
  });
}

function readChange(value: unknown): Partial<Settings> | RefusedAsk {
  const problems: SentProblem[] = [];
  const fields = openFields(value, { optional: Object.keys(DEFAULT_SETTINGS), problems });
  if (!fields) return refusedAsk(...problems);
  const requireSecondFactor = booleanField(fields, "requireSecondFactor");
  const twoApproversFromMinor = wholeField(fields, "twoApproversFromMinor", {
    least: 0,
    most: MAX_AMOUNT_MINOR,
  });
  const announcementDay = wholeField(fields, "announcementDay", { least: 1, most: 28 });
  if (problems.length > 0) return refusedAsk(...problems);
  return {
    ...(requireSecondFactor === undefined ? {} : { requireSecondFactor }),
    ...(twoApproversFromMinor === undefined ? {} : { twoApproversFromMinor }),
    ...(announcementDay === undefined ? {} : { announcementDay }),
  };
}
