import { publishDraft, rulebookOfStore, rulesOfStore } from "@evenhand/service";
import type { Store } from "@evenhand/store";
import { expect, it } from "vitest";
import { onBothDatabases } from "../support/databases.ts";
import { APPROVER, type Scene, approved, given, refusalOf, sceneOver } from "./scene.ts";

async function publishThird(scene: Scene): Promise<void> {
  const { id } = await approved(scene);
  given(await publishDraft(scene.context, { actor: APPROVER, id, body: { effectiveFrom: "2026-08-01" } }));
}

/** A store that counts how often it is read. */
function counting(store: Store): { readonly store: Store; readonly reads: () => number } {
  let reads = 0;
  return {
    store: {
      ...store,
      read: (work) => {
        reads += 1;
        return store.read(work);
      },
    },
    reads: () => reads,
  };
}

onBothDatabases("the rulebook of a database", (open) => {
  it("is asked once in a quarter of a second whether it is still the same", async () => {
    const { store } = await open();
    await sceneOver(store);
    const counted = counting(store);
    let elapsed = 1000;
    const rules = rulesOfStore(counted.store, { elapsed: () => elapsed });
    const first = await rules();
    elapsed += 249;
    expect(await rules()).toBe(first);
    expect(counted.reads()).toBe(1);
    elapsed += 1;
    expect(await rules()).toBe(first);
    expect(counted.reads()).toBe(2);
  });

  it("is the new one within that time in other processes, and at once in the one that publishes", async () => {
    const { store, again } = await open();
    let elapsed = 1000;
    const timed = { elapsed: () => elapsed };
    const scene = await sceneOver(store);
    const own = { ...scene.context, rulebook: rulebookOfStore(store, timed) };
    const other = rulebookOfStore(await again(), timed);
    await other();
    await publishThird({ ...scene, context: own });
    expect(given((await own.rulebook()).version("complaint-fines", 3)).version.policy.version).toBe(3);
    expect(refusalOf((await other()).version("complaint-fines", 3))).toEqual(["unknown-version"]);
    elapsed += 250;
    expect(given((await other()).version("complaint-fines", 3)).version.policy.version).toBe(3);
  });

  it("compiles no version again that it has, and knows that an older one is taken over", async () => {
    const { store } = await open();
    const scene = await sceneOver(store);
    const second = async () => given((await scene.context.rulebook()).version("complaint-fines", 2));
    const before = await second();
    expect(before.effectiveUntil).toBeNull();
    await publishThird(scene);
    const after = await second();
    expect(after.loaded).toBe(before.loaded);
    expect(after.effectiveUntil).toBe("2026-07-31");
  });

  it("is read once for everybody who asks at the same moment", async () => {
    const { store } = await open();
    await sceneOver(store);
    const counted = counting(store);
    const rulebook = rulebookOfStore(counted.store);
    const books = await Promise.all(Array.from({ length: 10 }, () => rulebook()));
    expect(new Set(books).size).toBe(1);
    expect(counted.reads()).toBe(1);
  });

  it("is given again after the database was away", async () => {
    const { store, again } = await open();
    await sceneOver(store);
    let isAway = true;
    const other = await again();
    const shaky: Store = {
      ...other,
      read: (work) => (isAway ? Promise.reject(new Error("away")) : other.read(work)),
    };
    const rulebook = rulebookOfStore(shaky);
    await expect(rulebook()).rejects.toThrow("away");
    isAway = false;
    expect((await rulebook()).policies()).toHaveLength(1);
  });
});
