import {
  type DraftDocument,
  type FairnessView,
  exportFairness,
  readDraft,
  saveDraft,
  startFairness,
} from "@evenhand/service";
import { expect, it } from "vitest";
import { AUDITOR } from "../evidence-service/acts.ts";
import { AUTHOR, type Scene, given, newDraft, refusalOf } from "../policies/scene.ts";
import { onBothDatabases } from "../support/databases.ts";
import { POLICY, type Told, recordAll, reviewed, seen, sitesOver } from "./sites.ts";

/** Takes a fine of so much from everybody whose function is operations. */
function withFine(document: DraftDocument, amountMinor: number): DraftDocument {
  const rules = document["rules"] as readonly object[];
  const parameters = document["parameters"] as Readonly<Record<string, object>>;
  const references = [{ article: "99" }];
  const label = { en: "operations pay", zh: "运营另罚" };
  return {
    ...document,
    parameters: { ...parameters, operationsFine: { value: amountMinor, unit: "money", label, references } },
    rules: [
      ...rules,
      {
        id: "operations-pay",
        stage: "penalty",
        scope: "party",
        label,
        references,
        rule: {
          conditions: {
            all: [{ condition: "upheld" }, { fact: "function", operator: "equal", value: "operations" }],
          },
          event: { type: "fine", params: { amount: { fact: "parameter.operationsFine" } } },
        },
      },
    ],
  };
}

async function draftWith(scene: Scene, amountMinor: number) {
  const { id, revision, document } = await newDraft(scene);
  const body = { label: "a fine", document: withFine(document, amountMinor) };
  given(await saveDraft(scene.context, { actor: AUTHOR, id, revision, body }));
  const { contentHash } = given(await readDraft(scene.context, { actor: AUTHOR, id })).draft;
  return { id, contentHash };
}

/** The south plant's people are all of operations, and pay as the north's do. */
const PLANTS: readonly Told[] = (["south", "north"] as const).flatMap((site) =>
  Array.from({ length: 15 }, (_, index): Told => ({
    site,
    points: 2 + (index % 3),
    ...(site === "south" ? { function: "operations" } : {}),
  })),
);

function draftIn({ result }: FairnessView) {
  if (!result?.draft) throw new Error("no draft was held against anything");
  return result.draft;
}

onBothDatabases("a draft against the version in force", (open) => {
  it("in another currency is refused where the ask names it", async () => {
    const scene = await sitesOver((await open()).store);
    const { id, revision, document } = await newDraft(scene);
    const body = { label: "in dollars", document: { ...document, currency: "USD", examples: [] } };
    given(await saveDraft(scene.context, { actor: AUTHOR, id, revision, body }));
    const asked = { actor: AUDITOR, body: { policy: POLICY, draft: { id } } };
    expect(refusalOf(await startFairness(scene.context, asked))).toEqual(["unknown-value at /draft"]);
  });

  it("that changes nothing changes no gap, and is said to be the same, with groups and without", async () => {
    const scene = await sitesOver((await open()).store);
    await recordAll(scene, PLANTS);
    const { id } = await newDraft(scene);
    for (const groups of [[], ["site"]]) {
      const { gaps, headline } = draftIn(await reviewed(scene.context, { groups, draft: { id } }));
      expect(gaps.filter(({ change }) => change === "widens" || change === "narrows")).toEqual([]);
      expect(headline.zh).toBe("草案与第2版内容相同，不会改变任何差距。");
    }
  });

  it("widens a gap where its rule falls on one plant alone, and says so beside the recorded figures", async () => {
    const scene = await sitesOver((await open()).store);
    await recordAll(scene, PLANTS);
    const draft = await draftWith(scene, 30_000);
    const asked = { groups: ["site"], reference: [{ fact: "site", value: "north" }] };
    const view = await reviewed(scene.context, { ...asked, draft });
    expect([view.state, view.done, view.total, view.isStale]).toEqual(["done", 60, 60, false]);
    expect(view.decisions).toBe(30);
    const found = draftIn(view);
    expect(found).toMatchObject({
      draft: draft.id,
      contentHash: draft.contentHash,
      baseline: { version: 2 },
      counts: { cases: 30, compared: 30, skipped: 0 },
    });
    expect(found.gaps.map(({ measure, before, after, change }) => [measure, before, after, change])).toEqual([
      ["rate", 1, 1, "same"],
      ["amount", 0, 30_000, "widens"],
    ]);
    expect(found.headline).toEqual({
      en: "Under the draft 1 of 2 gaps between groups widens, 0 narrow and 1 stays the same. “South plant”, what is typically paid: the same as comparable cases under version 2, 300.00 more than comparable cases under the draft. The gap widens.",
      zh: "按草案，各组之间的2项差距中，1项扩大，0项缩小，1项不变。“南厂”的典型扣款：按第2版与可比案件相同，按草案比可比案件高300.00元。差距扩大。",
    });
    // What was recorded is the same with a draft and without, to the seed.
    const live = await reviewed(scene.context, asked);
    expect(live.result).toEqual({ ...view.result, draft: null });
    const page = given(
      await exportFairness(scene.context, {
        id: view.id,
        format: "html",
        table: "groups",
        language: "en",
        pause: async () => undefined,
      }),
    );
    expect(new TextDecoder().decode(page.bytes)).toContain("Would the draft widen a gap?");
  });

  it("counts departures for the people who made them and not for the rules, and is stale once it is edited", async () => {
    const scene = await sitesOver((await open()).store);
    await recordAll(
      scene,
      PLANTS.map((told) => (told.site === "south" ? { ...told, times: 2 } : told)),
    );
    const draft = await draftWith(scene, 0);
    const asked = { groups: ["site"], reference: [{ fact: "site", value: "north" }], draft };
    const view = await reviewed(scene.context, asked);
    expect(draftIn(view).gaps.map(({ change }) => change)).toEqual(["same", "same"]);
    expect(view.result?.review.headline.en).toContain("typically pays");
    const { id, revision, document } = given(
      await readDraft(scene.context, { actor: AUTHOR, id: draft.id }),
    ).draft;
    const body = { label: "title", document: { ...document, title: { en: "Other", zh: "其他" } } };
    given(await saveDraft(scene.context, { actor: AUTHOR, id, revision, body }));
    expect((await seen(scene.context, view.id)).isStale).toBe(true);
  });
});
