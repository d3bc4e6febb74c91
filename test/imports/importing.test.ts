import { setImmediate as nextTurn } from "node:timers/promises";
import {
  type CaseView,
  type ImportPage,
  readCase,
  readCases,
  readImport,
  takeInRules,
} from "@evenhand/service";
import type { RuleFile } from "@evenhand/domain";
import type { Store } from "@evenhand/store";
import { expect, it } from "vitest";
import {
  FILES,
  type Scene,
  given,
  processOver,
  refusalOf,
  rule,
  sceneOver,
  wordsOf,
} from "../policies/scene.ts";
import { onBothDatabases } from "../support/databases.ts";
import { HANDLER, HEADER, begin, csv, decideAbout, importFile, rowsOf } from "./import-file.ts";
import { gb18030Cases } from "./sample-files.ts";

type Listed = { readonly id: string; readonly reference: string; readonly revision: number };

async function listed({ context }: Scene): Promise<readonly Listed[]> {
  const { body } = await readCases(context, { actor: HANDLER, asked: { limit: 200 } });
  const { cases } = JSON.parse(body) as { readonly cases: readonly Listed[] };
  return cases.toSorted((one, other) => (one.reference < other.reference ? -1 : 1));
}

async function opened({ context }: Scene, id: string): Promise<CaseView> {
  return JSON.parse(given(await readCase(context, { actor: HANDLER, id })).body) as CaseView;
}

async function countOf(
  store: Store,
  table: "cases" | "people" | "openings" | "audit_events",
): Promise<number> {
  const rows = await store.read((db) => db.selectFrom(table).selectAll().execute());
  return rows.length;
}

const where = ({ findings }: ImportPage): readonly string[] =>
  findings.map(({ code, place, row }) => `${code} at ${place ?? `row ${row}`}`);

/** Version 2 with a fact that every case must state, and that version 1 does not know. */
function withChannel(): RuleFile {
  const { path, text } = rule("complaint-fines/v2.json");
  const policy = JSON.parse(text) as { readonly facts: { readonly case: object } };
  const channel = {
    type: "enum",
    required: true,
    label: { en: "channel", zh: "投诉渠道" },
    values: { phone: { en: "telephone", zh: "电话" } },
  };
  const facts = { ...policy.facts, case: { ...policy.facts.case, channel } };
  return { path, text: JSON.stringify({ ...policy, facts, examples: [] }) };
}

onBothDatabases("an import of cases", (open) => {
  it("takes what fits of a file in GB18030, each case under the version of its day, and lists the rest", async () => {
    const scene = await sceneOver((await open()).store);
    const page = await importFile(scene, gb18030Cases());
    expect(page).toMatchObject({
      state: "done",
      dryRun: false,
      failure: null,
      rows: { total: 9, done: 9, taken: 3, refused: 6 },
      cases: { added: 2, revised: 0, known: 0 },
    });
    expect(page.columns.map(({ header, holds }) => `${header} ${holds}`)).toContain(
      "核定的投诉损失（元） case.lossAmount",
    );
    expect(page.unmatched.map(({ column }) => column)).toEqual(["备注"]);
    expect(where(page).toSorted()).toEqual([
      "before-first-version at C8",
      "missing-fact at D7",
      "missing-field at A10",
      "not-a-date at C5",
      "out-of-range at H9",
      "wrong-type at G6",
    ]);
    const cases = await listed(scene);
    expect(cases.map(({ reference }) => reference)).toEqual(["C-101", "C-102"]);
    const [first, second] = await Promise.all(cases.map(({ id }) => opened(scene, id)));
    expect(first).toMatchObject({
      appliesOn: "2026-07-06",
      import: page.id,
      decision: null,
      case: { facts: { complaintKind: "spec-mismatch", lossAmount: 1_200_000, receivedOn: "2026-07-06" } },
    });
    expect(first?.case.parties.map(({ id }) => id)).toEqual(["P1", "P2"]);
    expect(second?.case.facts["lossAmount"]).toBe(1_200_000);
  });

  it("makes nobody new who is almost somebody known, or named in the file before", async () => {
    const scene = await sceneOver((await open()).store);
    const [one = "", ...others] = rowsOf(3);
    await importFile(scene, csv(HEADER, one));
    const rows = [
      one.replace("C-0", "c-0"),
      one.replace("C-0", "C-9").replace("P0", "p0"),
      ...others,
      one.replace("C-0", "C-8").replace("P0", "p1"),
    ];
    for (const isDryRun of [true, false]) {
      const page = await importFile(scene, csv(HEADER, ...rows), { isDryRun });
      expect(page).toMatchObject({ rows: { taken: 2, refused: 3 }, cases: { added: 2 } });
      expect(page.findings.map(({ code, place, help }) => `${code} ${place} ${help?.en}`)).toEqual([
        "similar-id A2 write `C-0` if it is the same case; if not, use a reference that nobody mistakes for it",
        "similar-id E3 write `P0` if it is the same person; if not, use a number that nobody mistakes for it",
        "similar-id E6 write `P1` if it is the same person; if not, use a number that nobody mistakes for it",
      ]);
    }
    expect((await listed(scene)).map(({ reference }) => reference)).toEqual(["C-0", "C-1", "C-2"]);
  });

  it("says of each row that does not fit what was seen, why, and how to mend it", async () => {
    const scene = await sceneOver((await open()).store);
    const { findings } = await importFile(scene, gb18030Cases());
    expect(findings.find(({ place }) => place === "G6")).toMatchObject({
      row: 6,
      column: "经调查责任落实到本人",
      seen: "也许",
      help: { zh: expect.stringContaining("`是`") as string },
    });
    expect(findings.find(({ place }) => place === "H9")).toMatchObject({ row: 9, column: "本人基数" });
  });

  it("keeps no case, nobody and no text on a dry run, and tells what it would come to", async () => {
    const { store } = await open();
    const scene = await sceneOver(store);
    const page = await importFile(scene, gb18030Cases(), { isDryRun: true });
    expect(page).toMatchObject({ dryRun: true, state: "done", cases: { added: 2, revised: 0, known: 0 } });
    expect(where(page)).toHaveLength(6);
    for (const table of ["cases", "people", "openings"] as const) expect(await countOf(store, table)).toBe(0);
    await importFile(scene, gb18030Cases());
    const again = await importFile(scene, gb18030Cases(), { isDryRun: true });
    expect(again.cases).toEqual({ added: 0, revised: 0, known: 2 });
  });

  it("adds nothing where the same file comes again, and a revision of each case that was corrected", async () => {
    const { store } = await open();
    const scene = await sceneOver(store);
    await importFile(scene, csv(HEADER, ...rowsOf(3)));
    const again = await importFile(scene, csv(HEADER, ...rowsOf(3)));
    expect(again).toMatchObject({ rows: { taken: 3 }, cases: { added: 0, revised: 0, known: 3 } });
    expect(await countOf(store, "cases")).toBe(3);
    const corrected = await importFile(scene, csv(HEADER, ...rowsOf(2, "900")));
    expect(corrected.cases).toEqual({ added: 0, revised: 2, known: 0 });
    expect((await listed(scene)).map(({ revision }) => revision)).toEqual([2, 2, 1]);
  });

  it("tells of every part in the audit trail by the hash of each case, and of nobody's number", async () => {
    const { store } = await open();
    const scene = await sceneOver(store);
    const page = await importFile(scene, csv(HEADER, ...rowsOf(450)));
    expect(page.cases.added).toBe(450);
    const events = await store.read((db) =>
      db.selectFrom("audit_events").selectAll().where("object_id", "=", page.id).orderBy("id").execute(),
    );
    expect(events.map(({ action }) => action)).toEqual([
      "import.started",
      "cases.imported",
      "cases.imported",
      "cases.imported",
      "import.ended",
    ]);
    const told = events.flatMap(({ body }) => {
      const { after } = JSON.parse(body) as { readonly after: { readonly cases?: unknown } };
      return Array.isArray(after.cases)
        ? (after.cases as readonly { id: string; contentHash: string }[])
        : [];
    });
    const rows = await store.read((db) => db.selectFrom("cases").select(["id", "content_hash"]).execute());
    expect(new Map(told.map(({ id, contentHash }) => [id, contentHash]))).toEqual(
      new Map(rows.map(({ id, content_hash }) => [id, content_hash])),
    );
    expect(events.some(({ body }) => /"P\d+"/.test(body))).toBe(false);
  });

  it("can be asked how far it is while it runs, and lets others write meanwhile", async () => {
    const scene = await sceneOver((await open()).store);
    const begun = given(await begin(scene, csv(HEADER, ...rowsOf(450))));
    const { id } = JSON.parse(begun.answer.body) as { readonly id: string };
    const seen: number[] = [];
    let ended = false;
    void begun.reading?.then(() => (ended = true));
    while (!ended) {
      const { rows } = given(await readImport(scene.context, { id }));
      seen.push(rows.done);
      await nextTurn();
    }
    expect(seen).toEqual(seen.toSorted((one, other) => one - other));
    expect(seen.some((done) => done > 0 && done < 450)).toBe(true);
    expect(given(await readImport(scene.context, { id })).rows).toEqual({
      total: 450,
      done: 450,
      taken: 450,
      refused: 0,
    });
  });

  it("is told as failed once its process is gone, and keeps nothing more from one that comes back", async () => {
    const { store } = await open();
    const scene = await sceneOver(store);
    // The process stands still after its first part.
    const [stuck, stands] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    let kept = 0;
    const pause = async (): Promise<void> => {
      if (kept === 0) return;
      stands.resolve();
      await stuck.promise;
    };
    const progress = ({ done }: { readonly done: number }): void => void (kept = done);
    const begun = given(await begin(scene, csv(HEADER, ...rowsOf(450)), { pause, progress }));
    const { id } = JSON.parse(begun.answer.body) as { readonly id: string };
    await stands.promise;
    scene.clock.now += 3 * 60 * 1000;
    const lost = given(await readImport(scene.context, { id }));
    expect(lost).toMatchObject({ state: "failed", rows: { total: 450, done: 200, taken: 200 } });
    expect(lost.failure?.zh).toContain("不会重复导入");
    stuck.resolve();
    await begun.reading;
    expect(await countOf(store, "cases")).toBe(200);
    const again = await importFile(scene, csv(HEADER, ...rowsOf(450)));
    expect(again.cases).toEqual({ added: 250, revised: 0, known: 200 });
  });

  it("refuses a file as a whole whose columns are unclear, and says which may have been meant", async () => {
    const { store } = await open();
    const scene = await sceneOver(store);
    const bytes = csv("案件编号,投诉类型,投诉收到日,核定的投诉损矢", "C-1,规格不符,2026-07-06,300");
    expect(refusalOf(await begin(scene, bytes))).toEqual([
      "missing-fact",
      "unknown-column at /columns/核定的投诉损矢",
    ]);
    const mapped = await importFile(scene, bytes, { map: { 核定的投诉损矢: "lossAmount" } });
    expect(mapped.cases.added).toBe(1);
    expect(mapped.columns.find(({ letters }) => letters === "D")).toMatchObject({
      by: "map",
      holds: "case.lossAmount",
    });
    expect(refusalOf(await begin(scene, csv(HEADER)))).toEqual(["unreadable-sheet"]);
    expect(refusalOf(await begin(scene, bytes, { policy: "complaint-fine" }))).toEqual(["unknown-policy"]);
    expect(wordsOf(await begin(scene, new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d])))).toEqual([
      "the file is a PDF",
    ]);
  });

  it("warns of a slip in an open list as an evaluation does, and keeps the row", async () => {
    const scene = await sceneOver((await open()).store);
    const [one = "", two = ""] = rowsOf(2);
    const bytes = csv(HEADER, one.replace("spec-mismatch", "包装破坏"), two);
    for (const isDryRun of [true, false]) {
      const page = await importFile(scene, bytes, { isDryRun });
      expect(page).toMatchObject({ rows: { taken: 2, refused: 0 }, cases: { added: 2 }, warnings: 1 });
      expect(page.findings).toMatchObject([
        { code: "unlisted-value", at: "/rows/2/complaintKind", place: "B2", seen: "包装破坏" },
      ]);
      expect(page.findings[0]?.help?.zh).toContain("若应为`包装破损`");
    }
  });

  it("tells of each corrected case on which a decision stands, and changes nothing in that", async () => {
    const { store } = await open();
    const scene = await sceneOver(store);
    await importFile(scene, csv(HEADER, ...rowsOf(3)));
    const id = await decideAbout(scene, "C-1");
    for (const isDryRun of [true, false]) {
      const page = await importFile(scene, csv(HEADER, ...rowsOf(3, "900")), { isDryRun });
      expect(page).toMatchObject({ cases: { revised: 3 }, decided: 1, warnings: 1 });
      expect(page.findings).toMatchObject([
        {
          code: "decision-stands",
          row: 3,
          message: { en: expect.stringContaining(`\`C-1\` is decided (\`${id}\`)`) as string },
        },
      ]);
    }
    const standing = await store.read((db) => db.selectFrom("decisions").select("id").execute());
    expect(standing).toEqual([{ id }]);
  });

  it("reads past cases by the facts of every version, and asks of each what its own version requires", async () => {
    const scene = processOver((await open()).store);
    await takeInRules(scene.context, {
      ...FILES,
      policies: [rule("complaint-fines/v1.json"), withChannel()],
    });
    const row = "spec-mismatch,1200.00";
    const without = csv(
      "reference,receivedOn,complaintKind,lossAmount",
      `C-1,2025-11-03,${row}`,
      `C-2,2026-07-06,${row}`,
    );
    const page = await importFile(scene, without);
    expect(page.cases.added).toBe(1);
    expect(where(page)).toEqual(["missing-fact at row 3"]);
    const known = csv(
      "reference,receivedOn,complaintKind,lossAmount,投诉渠道",
      `C-1,2025-11-03,${row},电话`,
      `C-2,2026-07-06,${row},电话`,
    );
    const again = await importFile(scene, known);
    expect(again.cases).toEqual({ added: 1, revised: 0, known: 0 });
    expect(where(again)).toEqual(["unknown-fact at E2"]);
  });

  it("takes no text that cannot be kept, and none that would be opened like one of ours", async () => {
    const scene = await sceneOver((await open()).store);
    const page = await importFile(
      scene,
      csv(
        `${HEADER},unit`,
        `C-1,spec-mismatch,2026-07-06,300,P1,4,40,cut\0ting`,
        `C-2,spec-mismatch,2026-07-06,300,person-${"0".repeat(64)},4,40,cutting`,
        `C-3,spec-mismatch,2026-07-06,300,P3,4,40,cutting`,
      ),
    );
    expect(page.cases).toEqual({ added: 1, revised: 0, known: 0 });
    expect(where(page)).toEqual(["wrong-shape at H2", "wrong-shape at E3"]);
  });

  it("answers a key's request again without reading the file twice, and refuses another under it", async () => {
    const { store } = await open();
    const scene = await sceneOver(store);
    const KEY = { kind: "key", id: "k1", scopes: ["cases:write"] } as const;
    const bytes = csv(HEADER, ...rowsOf(2));
    expect(refusalOf(await begin(scene, bytes, { actor: KEY }))).toEqual(["missing-idempotency-key"]);
    const first = given(await begin(scene, bytes, { actor: KEY, key: "a" }));
    await first.reading;
    let pauses = 0;
    const pause = async (): Promise<void> => void (pauses += 1);
    const second = given(await begin(scene, bytes, { actor: KEY, key: "a", pause }));
    expect([second, pauses]).toEqual([{ answer: first.answer }, 0]);
    expect(refusalOf(await begin(scene, csv(HEADER, ...rowsOf(3)), { actor: KEY, key: "a" }))).toEqual([
      "idempotency-key-reused",
    ]);
    expect(await countOf(store, "cases")).toBe(2);
  });

  it("keeps each case once where two imports bring the same ones at the same time", async () => {
    const database = await open();
    const [one, other] = [await sceneOver(database.store), await sceneOver(await database.again())];
    const bytes = csv(HEADER, ...rowsOf(250));
    const pages = await Promise.all([importFile(one, bytes), importFile(other, bytes)]);
    expect(pages.map(({ state }) => state)).toEqual(["done", "done"]);
    expect(pages.reduce((sum, { cases }) => sum + cases.added, 0)).toBe(250);
    expect(pages.reduce((sum, { cases }) => sum + cases.known, 0)).toBe(250);
    expect(await countOf(database.store, "cases")).toBe(250);
  });
});
