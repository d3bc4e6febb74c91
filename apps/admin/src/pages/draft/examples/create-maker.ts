import type { RecentCase } from "@evenhand/service";
import { useQuery } from "@tanstack/solid-query";
import { createSignal } from "solid-js";
import { unwrap } from "solid-js/store";
import { type JsonObject, itemsOf, pointerTo } from "../../../document/pointer.ts";
import { useGround } from "../../../live/given.ts";
import { recentCasesQuery } from "../../../live/queries.ts";
import { useWords } from "../../../words/words.tsx";
import type { DraftSession } from "../draft-session.ts";
import { type NewExample, withExample } from "./example-list.ts";
import { asJson } from "./expectation.ts";
import { PAST_CASE, pastExample } from "./past-example.ts";
import { useCaseTitle } from "./use-case-title.ts";

const EMPTY_REQUEST: JsonObject = { case: { reference: "EXAMPLE-1", facts: {}, parties: [] } };

type Title = NewExample["title"];

/** Makes examples of a draft and leads to them. */
export function createMaker(session: DraftSession, onGo: (pointer: string) => void) {
  const { t, local } = useWords();
  const titleOf = useCaseTitle();
  const opened = useEngine(session);
  const [refused, setRefused] = createSignal<string>();
  const sample = useQuery(() => recentCasesQuery(session.draft().policy));
  const add = (label: string, id: string, example: NewExample): void => {
    const index = itemsOf(session.document()["examples"]).length;
    session.edit(label, (document) => withExample(document, id, example));
    onGo(pointerTo("examples", index));
  };
  const made = async (): Promise<JsonObject> => {
    const open = await opened();
    return open ? asJson(open.madeUpRequest(open.loaded)) : EMPTY_REQUEST;
  };
  const fromCase = async (
    one: RecentCase,
    { label, title }: { readonly label: string; readonly title: Title },
  ): Promise<boolean> => {
    const open = await opened();
    const run = open?.runCase(open.loaded, one);
    const reason = run?.failures[0];
    setRefused(reason && local(reason.message));
    const example = pastExample(one, run, title);
    if (!example) return false;
    add(label, PAST_CASE, example);
    return true;
  };
  return {
    /** Why the last case could not become an example. */
    refused,
    sample,
    /** One with made-up values that can be decided, and expects nothing yet. */
    empty: async (): Promise<void> => {
      const title = { en: t("examples.titles.empty.en"), zh: t("examples.titles.empty.zh") };
      add(t("examples.add.emptyLabel"), "example", { title, request: await made(), expect: {}, reasons: [] });
    },
    /** One from a past case, which expects what comes out now; `false` where that case cannot be decided. */
    fromPast: (one: RecentCase): Promise<boolean> =>
      fromCase(one, { label: t("examples.add.caseLabel"), title: titleOf(one) }),
    /** One that a rule must apply to: a past case that it applies to, else made-up values that are still to be changed. */
    forRule: async (rule: string, names: Title & { readonly shown: string }): Promise<void> => {
      const title = {
        en: t("examples.titles.forRule.en", { name: names.en }),
        zh: t("examples.titles.forRule.zh", { name: names.zh }),
      };
      const label = t("examples.add.ruleLabel", { name: names.shown });
      const open = await opened();
      const cases = sample.isSuccess ? unwrap(sample.data).cases : [];
      const found = open?.caseUnder(open.loaded, { rule, cases });
      if (found && (await fromCase(found, { label, title }))) return;
      const request = await made();
      add(label, `for-${rule.replaceAll("#", "-")}`, { title, request, expect: {}, reasons: [rule] });
    },
  };
}

/** Gives the draft as it is shown, ready to be decided under, with what decides; nothing while it has errors. */
function useEngine(session: DraftSession) {
  const ground = useGround();
  return async () => {
    const given = ground.data();
    const engine = await import("./decide-here.ts");
    const loaded =
      given && engine.loadedDraft(session.document(), { policy: session.draft().policy, ground: given });
    return loaded && { ...engine, loaded };
  };
}

export type Maker = ReturnType<typeof createMaker>;
