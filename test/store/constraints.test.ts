import { Conflict, type Db, type Store, type Tables } from "@evenhand/store";
import type { Insertable } from "kysely";
import { expect, it } from "vitest";
import { onBothDatabases } from "../support/databases.ts";
import { conflictOf } from "./conflict-of.ts";
import {
  APPROVAL,
  AUDIT_EVENT,
  CASE,
  DECISION,
  DRAFT,
  insertOneOfEach,
  insertPerson,
  insertSubmittedDraft,
  PERSON,
  REVISION,
  SUBMISSION,
  VERSION,
} from "./one-of-each.ts";

/** What a bonus needs; the event is that of the rows that are there. */
const BONUS = {
  person: PERSON,
  month: "2026-08",
  bonus_minor: 1,
  source: "case",
  at: 1,
  audit_event_id: 1,
} as const;

onBothDatabases("what the ledger holds of a month", (open) => {
  const filled = async () => {
    const { store } = await open();
    await store.write(insertOneOfEach);
    return store;
  };

  it.each([
    { entries: [{ kind: "scheduled", amount: 60 }], taken: 60 },
    {
      entries: [
        { kind: "scheduled", amount: 60 },
        { kind: "deducted", amount: 60 },
      ],
      taken: 60,
    },
    {
      entries: [
        { kind: "scheduled", amount: 60 },
        { kind: "carried", source: "scheduled", amount: 25 },
      ],
      taken: 35,
    },
    {
      entries: [
        { kind: "scheduled", amount: 60 },
        { kind: "deducted", amount: 60 },
        { kind: "carried", source: "deducted", amount: 10 },
        { kind: "reversed", source: "deducted", amount: 20 },
      ],
      taken: 30,
    },
    {
      entries: [
        { kind: "scheduled", amount: 60 },
        { kind: "reversed", source: "scheduled", amount: 60 },
        { kind: "reversed", source: "outstanding", amount: 40 },
      ],
      taken: 0,
    },
    {
      entries: [
        { kind: "waived", amount: 5 },
        { kind: "settled", amount: 5 },
      ],
      taken: 0,
    },
  ])("is what its entries add up to: $entries", async ({ entries, taken }) => {
    const store = await filled();
    await store.write(async (tx) => {
      for (const entry of entries) await insertEntry(tx, entry);
    });
    expect(await takenIn(store)).toBe(taken);
  });

  it("fills a month up to its cap and not a minor unit further", async () => {
    const store = await filled();
    await store.write((tx) => insertEntry(tx, { kind: "scheduled", amount: 100 }));
    const further = store.write((tx) => insertEntry(tx, { kind: "scheduled", amount: 1 }));
    expect(await conflictOf(further)).toBe("ledger_months_cap");
    expect(await takenIn(store)).toBe(100);
  });

  it("takes no more out of a month than is in it", async () => {
    const store = await filled();
    await store.write((tx) => insertEntry(tx, { kind: "scheduled", amount: 40 }));
    const further = store.write((tx) =>
      insertEntry(tx, { kind: "carried", source: "scheduled", amount: 41 }),
    );
    expect(await conflictOf(further)).toBe("ledger_months_cap");
  });

  it("lowers no cap below what is taken", async () => {
    const store = await filled();
    await store.write((tx) => insertEntry(tx, { kind: "scheduled", amount: 40 }));
    const lower = (cap: number) =>
      store.write((tx) => tx.updateTable("ledger_months").set({ cap_minor: cap }).execute());
    await lower(40);
    expect(await conflictOf(lower(39))).toBe("ledger_months_cap");
  });

  it("refuses an entry of a month whose cap nobody stated", async () => {
    const store = await filled();
    const entry = store.write((tx) => insertEntry(tx, { kind: "scheduled", amount: 1, month: "2026-09" }));
    expect(await conflictOf(entry)).toBe("ledger_months_missing");
  });

  it("refuses a month that begins with something in it", async () => {
    const store = await filled();
    const month = { person: PERSON, month: "2026-09", taken_minor: 1, cap_minor: 100 };
    const insertion = store.write((tx) => tx.insertInto("ledger_months").values(month).execute());
    expect(await conflictOf(insertion)).toBe("ledger_months_begin_empty");
  });

  it.each([
    { entry: { kind: "assessed", amount: 0 }, constraint: "amount" },
    { entry: { kind: "assessed", amount: -1 }, constraint: "amount" },
    { entry: { kind: "forgiven", amount: 1 }, constraint: "kind_known" },
    { entry: { kind: "scheduled", amount: 1, month: null }, constraint: "month_fits" },
    { entry: { kind: "waived", amount: 1, month: "2026-08" }, constraint: "month_fits" },
    { entry: { kind: "scheduled", amount: 1, source: "outstanding" }, constraint: "source_fits" },
    { entry: { kind: "carried", amount: 1 }, constraint: "source_fits" },
    { entry: { kind: "carried", amount: 1, source: "outstanding" }, constraint: "source_fits" },
    { entry: { kind: "reversed", amount: 1 }, constraint: "source_fits" },
    {
      entry: { kind: "reversed", amount: 1, source: "outstanding", paid_back_in: "2026-09" },
      constraint: "paid_back_fits",
    },
  ])("refuses $entry", async ({ entry, constraint }) => {
    const store = await filled();
    const insertion = store.write((tx) => insertEntry(tx, entry));
    expect(await conflictOf(insertion)).toBe(`ledger_entries_${constraint}`);
  });
});

type EntryLike = {
  readonly kind: string;
  readonly amount: number;
  readonly source?: string;
  readonly month?: string | null;
  readonly paid_back_in?: string;
};

/** Entries that touch a month are of August unless they say otherwise. */
async function insertEntry(tx: Db, { kind, amount, source, month, paid_back_in }: EntryLike): Promise<void> {
  const touches = ["scheduled", "deducted"].some((word) => word === kind || word === source);
  const { id } = await tx.selectFrom("audit_events").select("id").executeTakeFirstOrThrow();
  await tx
    .insertInto("ledger_entries")
    .values({
      person: PERSON,
      account: "d1",
      kind,
      source: source ?? null,
      month: month === undefined ? (touches ? "2026-08" : null) : month,
      amount_minor: amount,
      paid_back_in: paid_back_in ?? null,
      at: 1,
      audit_event_id: id,
    })
    .execute();
}

async function takenIn(store: Store): Promise<number> {
  const { taken_minor } = await store.read((db) =>
    db.selectFrom("ledger_months").select("taken_minor").executeTakeFirstOrThrow(),
  );
  return taken_minor;
}

onBothDatabases("a review", (open) => {
  const review = (tx: Db, changes: Partial<Insertable<Tables["reviews"]>> = {}) =>
    tx
      .insertInto("reviews")
      .values({ ...APPROVAL, ...changes })
      .execute();
  const submitted = async () => {
    const { store } = await open();
    await store.write(insertSubmittedDraft);
    return store;
  };

  it("by a third person is kept", async () => {
    const store = await submitted();
    expect(await conflictOf(store.write((tx) => review(tx)))).toBe("nothing refused it");
  });

  it.each([
    { who: "wrote a revision", reviewer_person: "P1" },
    { who: "handed it in", reviewer_person: "P3" },
  ])("by somebody who $who is refused, under another account too", async ({ reviewer_person }) => {
    const store = await submitted();
    const own = store.write((tx) => review(tx, { reviewer: "user:another", reviewer_person }));
    expect(await conflictOf(own)).toBe("reviews_other_person");
  });

  it("of other content than was handed in is refused", async () => {
    const store = await submitted();
    const other = store.write((tx) => review(tx, { content_hash: "other" }));
    expect(await conflictOf(other)).toBe("reviews_newest_content");
  });

  it("of what was handed in before something newer is refused", async () => {
    const store = await submitted();
    await store.write((tx) =>
      tx
        .insertInto("submissions")
        // Within the same millisecond, so that only the sequence tells which one is newer.
        .values({ ...SUBMISSION, id: "s0", content_hash: "newer" })
        .execute(),
    );
    expect(await conflictOf(store.write((tx) => review(tx)))).toBe("reviews_newest_content");
    const newest = store.write((tx) => review(tx, { submission_id: "s0", content_hash: "newer" }));
    expect(await conflictOf(newest)).toBe("nothing refused it");
  });

  it("by the same person twice is refused", async () => {
    const store = await submitted();
    await store.write((tx) => review(tx));
    const twice = store.write((tx) => review(tx, { verdict: "returned" }));
    expect(await conflictOf(twice)).toBe("reviews_submission_id_reviewer_person_unique");
  });

  const publish = (store: Store) => store.write((tx) => tx.insertInto("versions").values(VERSION).execute());

  it("that approves lets a version be published", async () => {
    const store = await submitted();
    expect(await conflictOf(publish(store))).toBe("versions_approved");
    await store.write((tx) => review(tx));
    expect(await conflictOf(publish(store))).toBe("nothing refused it");
  });

  it("does not, where it returned the draft, or somebody else did", async () => {
    const store = await submitted();
    await store.write((tx) => review(tx, { verdict: "returned" }));
    await store.write((tx) => review(tx, { reviewer_person: "P5" }));
    expect(await conflictOf(publish(store))).toBe("versions_approved");
  });

  it("does not, where the one who approved wrote in the draft afterwards", async () => {
    const store = await submitted();
    await store.write((tx) => review(tx));
    const edit = { ...REVISION, revision: 2, parent: 1, editor_person: "P2" };
    await store.write((tx) => tx.insertInto("draft_revisions").values(edit).execute());
    expect(await conflictOf(publish(store))).toBe("versions_approved");
  });

  it("waits for an edit by the same person that is on its way, and is refused once it stands", async () => {
    const { store, again } = await open();
    const other = await again();
    await store.write(insertSubmittedDraft);
    const isEditing = Promise.withResolvers<void>();
    const editing = store.write(async (tx) => {
      await tx.updateTable("drafts").set({ last_revision: 2, revision: 2 }).where("id", "=", DRAFT).execute();
      await tx
        .insertInto("draft_revisions")
        .values({ ...REVISION, revision: 2, parent: 1, editor_person: "P2" })
        .execute();
      isEditing.resolve();
      await new Promise((resolve) => setTimeout(resolve, 100));
    });
    await isEditing.promise;
    const reviewing = conflictOf(other.write((tx) => review(tx)));
    await editing;
    expect(await reviewing).toBe("reviews_other_person");
  });
});

onBothDatabases("a constraint has one name on both databases", (open) => {
  const filled = async () => {
    const { store } = await open();
    await store.write(insertOneOfEach);
    return store;
  };

  it.each<{ title: string; constraint: string; work: (tx: Db) => Promise<unknown> }>([
    {
      title: "a second version of one number",
      constraint: "versions_policy_id_version_unique",
      work: (tx) =>
        tx
          .insertInto("versions")
          .values({ ...VERSION, hash: "other" })
          .execute(),
    },
    {
      title: "a second version with one content",
      constraint: "versions_hash_unique",
      work: (tx) =>
        tx
          .insertInto("versions")
          .values({ ...VERSION, version: 2 })
          .execute(),
    },
    {
      title: "a second revision of a case with one number",
      constraint: "cases_policy_id_reference_revision_unique",
      work: (tx) =>
        tx
          .insertInto("cases")
          .values({ ...CASE, id: "k2" })
          .execute(),
    },
    {
      title: "a second decision on a case that supersedes none",
      constraint: "decisions_policy_id_reference_unique",
      work: (tx) => insertDecision(tx, { id: "d2", root_id: "d2" }),
    },
    {
      title: "a decision that supersedes one and begins a chain of its own",
      constraint: "decisions_root_first",
      work: (tx) => insertDecision(tx, { id: "d2", root_id: "d2", supersedes: "d1" }),
    },
    {
      title: "a second decision that supersedes the same one",
      constraint: "decisions_supersedes_unique",
      work: async (tx) => {
        await insertDecision(tx, { id: "d2", supersedes: "d1" });
        await insertDecision(tx, { id: "d3", supersedes: "d1" });
      },
    },
    {
      title: "a second person with one staff number",
      constraint: "people_staff_id_unique",
      work: (tx) => insertPerson(tx, "person-2", "E1001"),
    },
    {
      title: "a second answer to one key",
      constraint: "idempotency_keys_actor_key_unique",
      work: (tx) =>
        tx
          .insertInto("idempotency_keys")
          .values({ actor: "key:1", key: "k", request_hash: "other", status: 201, body: "", at: 1 })
          .execute(),
    },
    {
      title: "a second leaf of one event",
      constraint: "log_leaves_audit_event_id_unique",
      work: async (tx) => {
        const { audit_event_id } = await tx
          .selectFrom("log_leaves")
          .select("audit_event_id")
          .executeTakeFirstOrThrow();
        await tx.insertInto("log_leaves").values({ position: 1, audit_event_id, leaf_hash: "x" }).execute();
      },
    },
    {
      title: "a leaf that leaves a gap",
      constraint: "log_leaves_in_order",
      work: async (tx) => {
        const { id } = await tx
          .insertInto("audit_events")
          .values(AUDIT_EVENT)
          .returning("id")
          .executeTakeFirstOrThrow();
        await tx
          .insertInto("log_leaves")
          .values({ position: 2, audit_event_id: id, leaf_hash: "x" })
          .execute();
      },
    },
    {
      title: "an account of somebody who is not known",
      constraint: "foreign_key",
      work: (tx) =>
        tx
          .insertInto("bonuses")
          .values({ ...BONUS, person: "person-9" })
          .execute(),
    },
    {
      title: "a draft in a state that there is not",
      constraint: "drafts_state_known",
      work: (tx) =>
        tx
          .updateTable("drafts")
          .set({ state: "lost" as "draft" })
          .execute(),
    },
    {
      title: "a missing value",
      constraint: "settings_value_not_null",
      work: (tx) =>
        tx
          .updateTable("settings")
          .set({ value: null as unknown as string })
          .execute(),
    },
    {
      title: "an amount that a number does not hold exactly",
      constraint: "bonuses_amount",
      work: (tx) =>
        tx
          .insertInto("bonuses")
          .values({ ...BONUS, bonus_minor: 2 ** 53 })
          .execute(),
    },
  ])("$title: $constraint", async ({ constraint, work }) => {
    const store = await filled();
    expect(await conflictOf(store.write(work))).toBe(constraint);
  });

  it("lets chains of decisions grow", async () => {
    const store = await filled();
    await store.write(async (tx) => {
      await insertDecision(tx, { id: "d2", supersedes: "d1" });
      await insertDecision(tx, { id: "d3", supersedes: "d2" });
    });
    expect(await store.read((db) => db.selectFrom("decisions").select("id").execute())).toHaveLength(3);
  });

  it("keeps what was thrown as its cause", async () => {
    const store = await filled();
    const insertion = store.write((tx) => insertPerson(tx));
    await expect(insertion).rejects.toBeInstanceOf(Conflict);
    await expect(insertion).rejects.toMatchObject({ cause: expect.any(Error) as Error });
  });
});

async function insertDecision(tx: Db, changes: Partial<Insertable<Tables["decisions"]>>): Promise<void> {
  const { id } = await tx
    .insertInto("audit_events")
    .values(AUDIT_EVENT)
    .returning("id")
    .executeTakeFirstOrThrow();
  await tx
    .insertInto("decisions")
    .values({ ...DECISION, audit_event_id: id, ...changes })
    .execute();
}
