import {
  copyFileSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { runEvenhand } from "@evenhand/cli";
import { verifierKeyOf } from "@evenhand/evidence";
import { erasePerson, receiptOf, sequenceLog } from "@evenhand/service";
import { type StorePlace, openStore, putMeta } from "@evenhand/store";
import { afterEach, describe, expect, it } from "vitest";
import { given } from "../policies/scene.ts";
import { type TestDatabase, onBothDatabases } from "../support/databases.ts";
import { ADMIN, HANDLER, complaint } from "./acts.ts";
import { pastTheService } from "./past-the-service.ts";
import { type Story, tellStory } from "./story.ts";

// Every command is a process of its own, which takes its time on a busy machine.
type Told = Pick<TestDatabase, "store" | "place"> &
  Story & { readonly env: Readonly<Record<string, string>>; readonly vkey: string };

/** A database with a story, and what tells a command where it is. */
async function told({ store, place }: Pick<TestDatabase, "store" | "place">): Promise<Told> {
  const story = await tellStory(store);
  const vkey = verifierKeyOf(story.scene.context.signer);
  await store.write((tx) => putMeta(tx, { key: "log-key", value: vkey }));
  return { store, place, ...story, vkey, env: environment(place) };
}

function environment(place: StorePlace): Readonly<Record<string, string>> {
  return "url" in place ? { DATABASE_URL: place.url } : { DATABASE_URL: "", DATA: dirname(place.file) };
}

const cleaning: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const clean of cleaning.splice(0).toReversed()) await clean();
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "evenhand-cli-"));
  cleaning.push(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** The same on a file, in a folder of its own. */
async function toldInFile(): Promise<Told & { readonly folder: string }> {
  const folder = newFolder();
  const place = { file: join(folder, "data", "evenhand.db") };
  const store = await openStore(place);
  cleaning.push(store.close);
  return { ...(await told({ store, place })), folder };
}

onBothDatabases("commands about evidence", (open) => {
  it("read the database of the service, and say what does not hold and what comes out otherwise", async () => {
    const all = await told(await open());
    const { env, vkey, standing } = all;
    const held = await runEvenhand(["verify", "--key", vkey], { env });
    expect(held).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^everything holds: \d+ events/) as string,
    });
    // Each part is told once it is done, and of how much.
    for (const part of ["log", "cases", "people and their ledgers", "texts"]) {
      const [, done, total] = new RegExp(`^${part}: (\\d+) of (\\d+)$`, "m").exec(held.err) ?? [];
      expect([part, Number(done) > 0, done]).toEqual([part, true, total]);
    }
    const every = await runEvenhand(["replay", "--all"], { env });
    expect(every).toMatchObject({
      code: 0,
      out: expect.stringContaining("6 decisions: 6 identical") as string,
    });
    expect(every.err).toContain("6 of 6 decisions\n");
    await pastTheService(
      all,
      `update cases set content = replace(content, '1200000', '1300000') where reference = 'C-4'`,
    );
    const found = await runEvenhand(["verify", "--lang", "zh"], { env });
    expect(found.code).toBe(2);
    expect(found.out).toContain("row-altered  /cases/");
    expect(found.out).toContain("的`content_hash`为");
    const moved = await runEvenhand(["replay", standing], { env });
    expect(moved.code).toBe(2);
    expect(moved.out).toBe(
      `different  ${standing}  \`C-4\`\n    fact  /case/facts/lossAmount  \`1200000\` → \`1300000\`\n` +
        "1 decision: 0 identical, 1 different, 0 that cannot be decided again\n",
    );
  });
});

describe("evenhand verify", () => {
  it("keeps a checkpoint of the log, and tells by it that the log only grew", async () => {
    const all = await toldInFile();
    const { env, folder } = all;
    const file = join(folder, "checkpoint.json");
    const saved = await runEvenhand(["verify", "log", "--save", file], { env });
    expect(saved).toMatchObject({
      code: 0,
      out: expect.stringContaining("kept the checkpoint over") as string,
    });
    expect(saved.err).toContain("the key that the database names itself");
    await all.acts.record(complaint("C-later"));
    const waiting = await runEvenhand(["verify", "log", "--since", file], { env });
    expect(waiting).toMatchObject({ code: 0, out: expect.stringContaining("1 more wait") as string });
    await sequenceLog(all.scene.context);
    expect((await runEvenhand(["verify", "log", "--since", file, "--save", file], { env })).code).toBe(0);
    // The log is now shorter than what was kept of it.
    await pastTheService(all, "delete from checkpoints where size = (select max(size) from checkpoints)");
    await pastTheService(
      all,
      "delete from log_leaves where position = (select max(position) from log_leaves)",
    );
    const cut = await runEvenhand(["verify", "log", "--since", file], { env });
    expect(cut.code).toBe(2);
    expect(cut.out).toContain("leaves-missing  /saved/0");
  });

  it("verifies a receipt without any database", async () => {
    const { scene, standing, vkey, folder } = await toldInFile();
    const file = join(folder, "receipt.json");
    const { receipt } = given(await receiptOf(scene.context, { actor: HANDLER, decision: standing }));
    writeFileSync(file, receipt);
    const nowhere = { env: { DATA: join(folder, "none"), DATABASE_URL: "" } };
    const held = await runEvenhand(["verify", file, "--key", vkey], nowhere);
    expect(held).toMatchObject({ code: 0, err: "" });
    expect(held.out).toContain("`decision.recorded`");
    expect((await runEvenhand(["verify", file], nowhere)).err).toContain("give `--key`");
    writeFileSync(file, receipt.replace("120000", "12000"));
    const altered = await runEvenhand(["verify", file, "--key", vkey], nowhere);
    expect(altered).toMatchObject({
      code: 2,
      out: expect.stringContaining("not-in-tree  /auditEvent") as string,
    });
    writeFileSync(file, "no receipt");
    expect((await runEvenhand(["verify", file], nowhere)).code).toBe(3);
    expect((await runEvenhand(["verify", join(folder, "other.json")], nowhere)).code).toBe(3);
    expect((await runEvenhand(["verify", file, "--since", file], nowhere)).code).toBe(3);
    expect((await runEvenhand(["verify", file, "--key", "x"], nowhere)).code).toBe(3);
  });
});

describe("evenhand replay", () => {
  it("prints a line of JSON for each decision, ends with 4 where one cannot be made again, and with 3 where it is called wrongly", async () => {
    const all = await toldInFile();
    const { env, standing } = all;
    const json = await runEvenhand(
      ["replay", "--policy", "complaint-fines", "--json", "--evaluator", "compiled"],
      {
        env,
      },
    );
    const verdicts = json.out
      .trimEnd()
      .split("\n")
      .map((line) => (JSON.parse(line) as { verdict: string }).verdict);
    expect(verdicts).toEqual(Array.from({ length: 6 }, () => "identical"));
    expect((await runEvenhand(["replay", "--from", "2027-01-01"], { env })).out).toContain("0 decisions");
    for (const args of [[], ["dec-0"], [standing, "--all"], ["--from", "soon"]])
      expect((await runEvenhand(["replay", ...args], { env })).code).toBe(3);
    await pastTheService(all, "delete from calendars");
    const missing = await runEvenhand(["replay", standing], { env });
    expect(missing).toMatchObject({ code: 4, out: expect.stringContaining("calendar  cn") as string });
  });
});

describe("evenhand backup", () => {
  it("copies a database that is being written to, so that the copy verifies and serves", async () => {
    const all = await toldInFile();
    const { folder, env } = all;
    const copy = join(folder, "copy.db");
    let [isOver, recorded] = [false, 0];
    const writing = (async () => {
      while (!isOver) {
        await all.acts.record(complaint(`B-${(recorded += 1)}`, { lossAmount: 1_000 }, ["P9"]));
        await sequenceLog(all.scene.context);
        // What reads and writes here never gives way by itself.
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    const made = await runEvenhand(["backup", copy], { env });
    isOver = true;
    await writing;
    expect(made).toMatchObject({ code: 0, err: "" });
    expect(recorded).toBeGreaterThan(3);
    expect(statSync(copy).mode & 0o777).toBe(0o600);
    const before = readFileSync(copy);
    const nowhere = { env: { DATA: join(folder, "none"), DATABASE_URL: "" } };
    expect((await runEvenhand(["verify", "--database", copy, "--key", all.vkey], nowhere)).code).toBe(0);
    expect((await runEvenhand(["replay", "--policy", "none", "--database", copy], nowhere)).code).toBe(0);
    // Verifying changed nothing, and left nothing beside it.
    expect(readFileSync(copy).equals(before)).toBe(true);
    expect(readdirSync(folder).toSorted()).toEqual(["copy.db", "data"]);
    expect((await runEvenhand(["backup", copy], { env })).code).toBe(3);
    expect((await runEvenhand(["backup", join(folder, "no", "copy.db")], { env })).code).toBe(3);
    await serves(copy, folder);
  });

  it("refuses what it cannot copy: PostgreSQL, and what is no database", async () => {
    const folder = newFolder();
    const away = await runEvenhand(["backup", join(folder, "copy.db")], {
      env: { DATABASE_URL: "postgres://127.0.0.1:1/none" },
    });
    expect(away).toMatchObject({ code: 3, err: expect.stringContaining("pg_dump") as string });
    writeFileSync(join(folder, "evenhand.db"), "");
    const none = await runEvenhand(["backup", join(folder, "copy.db")], {
      env: { DATA: folder, DATABASE_URL: "" },
    });
    expect(none).toMatchObject({
      code: 1,
      err: expect.stringContaining("no database of Evenhand") as string,
    });
    expect((await runEvenhand(["verify", "--database", join(folder, "none.db")])).code).toBe(3);
  });
});

/** A service goes on from a copy that was put in place. */
async function serves(copy: string, folder: string): Promise<void> {
  const restored = join(folder, "restored.db");
  copyFileSync(copy, restored);
  const store = await openStore({ file: restored });
  await store.write((tx) => putMeta(tx, { key: "restored", value: "yes" }));
  await store.close();
}

onBothDatabases("evenhand erase", (open, dialect) => {
  it("overwrites what could not be overwritten while others read, and leaves PostgreSQL to its server", async () => {
    const database = await open();
    const { env, scene } = await told(database);
    const reader = await database.again();
    const [begun, over] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const reading = reader.read(async (db) => {
      await db.selectFrom("people").selectAll().execute();
      begun.resolve();
      await over.promise;
    });
    await begun.promise;
    const { erased } = given(
      await erasePerson(scene.context, { actor: ADMIN, staffId: "P3", body: { reason: "asked" } }),
    );
    expect(erased.overwritten).toBe(false);
    over.resolve();
    await reading;
    const done = await runEvenhand(["erase"], { env });
    expect(done.code).toBe(dialect === "sqlite" ? 0 : 3);
    expect(done.out + done.err).toContain(dialect === "sqlite" ? "nothing of erased people" : "vacuum full");
  });
});
