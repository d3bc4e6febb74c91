import {
  type DraftView,
  createDraft,
  listSimulations,
  pinSimulation,
  readDraft,
  saveDraft,
  submitDraft,
} from "@evenhand/service";
import { expect, it } from "vitest";
import { AUTHOR, type Scene, given, refusalOf, sceneOver, withCap } from "../policies/scene.ts";
import { onBothDatabases } from "../support/databases.ts";
import { begin, draftWith, foundIn, seen } from "./asking.ts";
import { POLICY, keepPast, workOff } from "./past.ts";

onBothDatabases("handing a draft in", (open) => {
  const submit = ({ context }: Scene, { id, revision }: Pick<DraftView, "id" | "revision">) =>
    submitDraft(context, { actor: AUTHOR, id, revision });

  it("needs a full simulation of exactly its content once there are past cases, and says what it would move", async () => {
    const { store } = await open();
    const scene = await sceneOver(store);
    await keepPast(store, { count: 60 });
    const draft = await draftWith(scene, 0.1);
    expect(refusalOf(await submit(scene, draft))).toEqual(["not-simulated"]);
    // Neither some days, nor another baseline, nor another content is enough.
    await begin(scene, { candidate: { draft: draft.id }, from: "2024-02-01" });
    await begin(scene, { candidate: { draft: draft.id }, baseline: 1 });
    await workOff(scene.context);
    expect(refusalOf(await submit(scene, draft))).toEqual(["not-simulated"]);
    const id = await begin(scene, { candidate: { draft: draft.id }, groups: ["unit"] });
    await workOff(scene.context);
    const handed = given(await submit(scene, draft)).draft;
    const { movedMinor } = foundIn(await seen(scene, id)).amounts;
    expect(handed.submissions.at(-1)).toMatchObject({ movedMinor });
    const again = given(
      await saveDraft(scene.context, {
        actor: AUTHOR,
        id: draft.id,
        revision: handed.revision,
        body: { label: "cap 30 %", document: withCap(draft.document, 0.3) },
      }),
    ).standing;
    expect(refusalOf(await submit(scene, { id: draft.id, revision: again.revision }))).toEqual([
      "not-simulated",
    ]);
  });

  it("needs none where there are no past cases, and one over none counts", async () => {
    const scene = await sceneOver((await open()).store);
    const draft = await draftWith(scene, 0.1);
    const other = await draftWith(scene, 0.2);
    expect(given(await submit(scene, draft)).draft.submissions.at(-1)).toMatchObject({ movedMinor: null });
    await begin(scene, { candidate: { draft: other.id } });
    await workOff(scene.context);
    expect(given(await submit(scene, other)).draft.submissions.at(-1)).toMatchObject({ movedMinor: 0 });
  });

  it("is told of a simulation that ends while it is in review, and of another one when that is pinned", async () => {
    const { store } = await open();
    const scene = await sceneOver(store);
    // What version 1 said, which charges other amounts than version 2.
    const asked = { actor: AUTHOR, body: { policy: POLICY, from: 1 } };
    const { draft } = given(await createDraft(scene.context, asked));
    given(await submit(scene, draft));
    const moved = async () =>
      given(await readDraft(scene.context, { actor: AUTHOR, id: draft.id })).draft.submissions.map(
        ({ movedMinor }) => movedMinor,
      );
    const evidence = async () =>
      (await listSimulations(scene.context)).simulations.flatMap((one) => (one.isEvidence ? [one.id] : []));
    const first = await begin(scene, { candidate: { draft: draft.id } });
    await workOff(scene.context);
    expect(await moved()).toEqual([null, 0]);
    await keepPast(store, { count: 200 });
    const id = await begin(scene, { candidate: { draft: draft.id }, groups: ["unit"] });
    await workOff(scene.context);
    expect(await moved()).toEqual([null, 0]);
    expect(await evidence()).toEqual([first]);
    given(await pinSimulation(scene.context, { actor: AUTHOR, id }));
    expect(await evidence()).toEqual([id]);
    expect(refusalOf(await pinSimulation(scene.context, { actor: AUTHOR, id: first }))).toEqual([
      "wrong-state",
    ]);
    const { movedMinor } = foundIn(await seen(scene, id)).amounts;
    expect(movedMinor).toBeGreaterThan(0);
    expect(await moved()).toEqual([null, 0, movedMinor]);
  });
});
