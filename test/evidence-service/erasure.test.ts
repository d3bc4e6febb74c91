import { existsSync, readFileSync, renameSync } from "node:fs";
import { verifierKeyOf, verifyReceipt } from "@evenhand/evidence";
import {
  createUser,
  erasePerson,
  receiptOf,
  replay,
  sequenceLog,
  unmaskDecision,
  verifyStore,
} from "@evenhand/service";
import { type Store, type StorePlace, overwriteErased, wantOverwriting } from "@evenhand/store";
import { sql } from "kysely";
import { expect, it } from "vitest";
import { serviceOver } from "../auth/service.ts";
import { type Scene, given, refusalOf, sceneOver, wordsOf } from "../policies/scene.ts";
import { onBothDatabases } from "../support/databases.ts";
import { ADMIN, AUDITOR, HANDLER, actsOn, complaint } from "./acts.ts";

/** Long enough that no chance puts them into a file. */
const STAFF_ID = "EMP-90773151";
const EMAIL = "somebody-90773151@example.org";
const STATEMENT = "I was at the dentist on that afternoon";
const REASONS = "the drawing of the second floor was unclear";

async function erase(
  { context }: Pick<Scene, "context">,
  staffId: string,
  actor = ADMIN,
  reason = "asked for it",
) {
  return erasePerson(context, { actor, staffId, body: { reason } });
}

/** Somebody who was decided about, objected, was settled when they left, and had an account. */
async function somebodyErasable(store: Store) {
  const service = await serviceOver(store);
  await service.person({ roles: ["employee"], personId: STAFF_ID, email: EMAIL });
  await service.signIn({ email: EMAIL });
  const scene = await sceneOver(store);
  const acts = actsOn(scene);
  const decision = await acts.record(complaint("C-1", {}, [STAFF_ID, "P2"]), {
    departures: [{ party: STAFF_ID, bonusMinor: 90_000 }],
    reason: REASONS,
  });
  const appeal = await acts.appeal(decision, STAFF_ID, STATEMENT);
  return { scene, acts, decision, appeal };
}

onBothDatabases("erasing somebody", (open, dialect) => {
  it("is refused while anything is planned, owed or disputed, to themselves, and with a reason that names them", async () => {
    const { store } = await open();
    const { scene, acts, appeal } = await somebodyErasable(store);
    expect(refusalOf(await erase(scene, STAFF_ID))).toEqual(["still-owing", "still-owing"]);
    expect(wordsOf(await erase(scene, STAFF_ID))).toEqual([
      "this person still owes an amount that can be had",
      "an appeal of this person is not decided yet",
    ]);
    await acts.judge(appeal, { verdict: "upheld" });
    expect(wordsOf(await erase(scene, STAFF_ID))).toEqual(["deductions are still planned for this person"]);
    await acts.leave(STAFF_ID, "2026-07", 100_000);
    expect(refusalOf(await erase(scene, STAFF_ID, { ...ADMIN, person: STAFF_ID } as typeof ADMIN))).toEqual([
      "not-allowed",
    ]);
    expect(refusalOf(await erase(scene, STAFF_ID, ADMIN, `because ${STAFF_ID} asked`))).toEqual([
      "wrong-shape at /reason",
    ]);
    expect(refusalOf(await erase(scene, "EMP-0"))).toEqual(["not-found"]);
    given(await erase(scene, STAFF_ID));
    expect(refusalOf(await erase(scene, STAFF_ID))).toEqual(["not-found"]);
  });

  it("leaves nothing of what names them, and every proof as it was", async () => {
    const { store, place } = await open();
    const { scene, acts, decision, appeal } = await somebodyErasable(store);
    await acts.judge(appeal, { verdict: "reduced", departures: [{ party: STAFF_ID, bonusMinor: 60_000 }] });
    const other = await acts.record(complaint("C-2", {}, ["P2"]));
    const naming = await acts.appeal(other, "P2", `it was ${STAFF_ID}, not me`);
    await acts.judge(naming, { verdict: "upheld" });
    await acts.leave(STAFF_ID, "2026-07", 100_000);
    given(
      await unmaskDecision(scene.context, {
        actor: AUDITOR,
        decision,
        body: { reason: `${STAFF_ID} asked` },
      }),
    );
    const before = given(await receiptOf(scene.context, { actor: HANDLER, decision })).receipt;
    expect(before).toContain(STAFF_ID);
    expect(await remains(store, place, [STAFF_ID, EMAIL, STATEMENT, REASONS])).toEqual([
      STAFF_ID,
      EMAIL,
      STATEMENT,
      REASONS,
    ]);

    const { erased } = given(await erase(scene, STAFF_ID));
    expect(erased).toMatchObject({ accounts: 1, overwritten: dialect === "sqlite" });
    expect(await remains(store, place, [STAFF_ID, EMAIL, STATEMENT, REASONS, "the label of C-1"])).toEqual(
      [],
    );
    expect(await remains(store, place, ["the label of C-2"])).toEqual(["the label of C-2"]);

    const vkey = verifierKeyOf(scene.context.signer);
    expect(verifyReceipt(before, { vkey })).toEqual({ problems: [] });
    const after = given(await receiptOf(scene.context, { actor: HANDLER, decision })).receipt;
    expect(verifyReceipt(after, { vkey })).toEqual({ problems: [] });
    expect(after).not.toContain(STAFF_ID);
    for await (const { replayed } of replay(scene.context))
      expect([replayed.verdict, replayed.causes]).toEqual(["identical", []]);
    await sequenceLog(scene.context);
    expect((await verifyStore(store, { vkey })).problems).toEqual([]);
  });

  it("takes the number of whoever wrote, reviewed or recorded as well, and lets nobody sign in any more", async () => {
    const { store, place } = await open();
    const service = await serviceOver(store);
    await service.person({ roles: ["handler"], personId: STAFF_ID, email: EMAIL });
    const scene = await sceneOver(store);
    const handler = { ...HANDLER, person: STAFF_ID } as typeof HANDLER;
    await actsOn(scene, handler).record(complaint("C-1"));
    expect(await remains(store, place, [STAFF_ID, EMAIL])).toEqual([STAFF_ID, EMAIL]);
    given(await erase(scene, STAFF_ID));
    expect(await remains(store, place, [STAFF_ID, EMAIL])).toEqual([]);
    await expect(service.signIn({ email: EMAIL })).rejects.toThrow("signing in gave 401");
    await sequenceLog(scene.context);
    const vkey = verifierKeyOf(scene.context.signer);
    expect((await verifyStore(store, { vkey })).problems).toEqual([]);
  });
});

onBothDatabases("what somebody left on the disk", (open, dialect) => {
  it.runIf(dialect === "sqlite")(
    "is still to be overwritten where they were erased while the file was being written anew for somebody else",
    async () => {
      const { store, place } = await open();
      const scene = await sceneOver(store);
      const other = "EMP-90773152";
      await serviceOver(store);
      for (const personId of [STAFF_ID, other]) {
        const body = { email: `${personId}@example.org`, name: "Somebody", personId, roles: ["employee"] };
        given(await createUser(scene.context, { actor: ADMIN, body }));
      }
      let isErased: () => void = () => undefined;
      const erased = new Promise<void>((resolve) => (isErased = resolve));
      let isNoted: () => void = () => undefined;
      const noted = new Promise<void>((resolve) => (isNoted = resolve));
      // It looks what is to be overwritten only once the first one is through.
      const secondStore: Store = {
        ...store,
        write: (work) => store.write(work).finally(isErased),
        read: (work) => noted.then(() => store.read(work)),
      };
      let writes = 0;
      let second: ReturnType<typeof erase> | undefined;
      const firstStore: Store = {
        ...store,
        write: async (work) => {
          writes += 1;
          if (writes === 1) return store.write(work);
          second = erase({ context: { ...scene.context, store: secondStore } }, other);
          await erased;
          return store.write(work).finally(isNoted);
        },
      };
      given(await erase({ context: { ...scene.context, store: firstStore } }, STAFF_ID));
      expect(writes).toBe(2);
      expect(await second).toMatchObject({ erased: { overwritten: true } });
      expect(await remains(store, place, [STAFF_ID, other])).toEqual([]);
    },
  );

  it.runIf(dialect === "sqlite")(
    "is told as not overwritten where the file cannot be opened, and is not forgotten",
    async () => {
      const { store, place } = await open();
      const file = (place as { readonly file: string }).file;
      await store.write(wantOverwriting);
      // From here on the store has its connections.
      await store.read((db) => sql`select 1`.execute(db));
      renameSync(file, `${file}.elsewhere`);
      expect(await overwriteErased(store)).toBe(false);
      renameSync(`${file}.elsewhere`, file);
      expect(await overwriteErased(store)).toBe(true);
    },
  );
});

onBothDatabases("unmasking", (open) => {
  it("shows an auditor who is behind the pseudonyms, and keeps who looked and why", async () => {
    const { store } = await open();
    const scene = await sceneOver(store);
    const decision = await actsOn(scene).record(complaint("C-1"));
    const ask = { actor: AUDITOR, decision };
    expect(refusalOf(await unmaskDecision(scene.context, { ...ask, body: {} }))).toEqual([
      "missing-field at /reason",
    ]);
    const told = given(
      await unmaskDecision(scene.context, { ...ask, body: { reason: "a complaint of P1" } }),
    );
    expect(told.body).toContain('"party":"P1"');
    expect(told.body).toContain("the label of C-1 says 42");
    const { body } = await store.read((db) =>
      db
        .selectFrom("audit_events")
        .selectAll()
        .where("action", "=", "decision.unmasked")
        .executeTakeFirstOrThrow(),
    );
    expect(JSON.parse(body)).toMatchObject({
      actor: { kind: "user", id: AUDITOR.id },
      object: { kind: "decision", id: decision },
      after: { reason: expect.stringMatching(/^text-/) as string },
    });
    expect(
      refusalOf(
        await unmaskDecision(scene.context, { actor: AUDITOR, decision: "dec-0", body: { reason: "why" } }),
      ),
    ).toEqual(["not-found"]);
  });
});

/** Which of some texts can still be found: in any row, or anywhere in the bytes of a file. */
async function remains(
  store: Store,
  place: StorePlace,
  texts: readonly string[],
): Promise<readonly string[]> {
  const rows = await store.read(async (db) => {
    const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
    const all = [];
    for (const { name } of tables) all.push((await sql`select * from ${sql.table(name)}`.execute(db)).rows);
    return JSON.stringify(all);
  });
  const files =
    "file" in place ? [place.file, `${place.file}-wal`, `${place.file}-shm`].filter(existsSync) : [];
  const bytes = files.map((file) => readFileSync(file, "latin1"));
  return texts.filter((text) => [rows, ...bytes].some((one) => one.includes(text)));
}
