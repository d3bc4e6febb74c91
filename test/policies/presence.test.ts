import { rulesOfStore, takeInRules } from "@evenhand/service";
import { expect, it } from "vitest";
import { type Answer, type TestService, serviceOver } from "../auth/service.ts";
import { RULE_FILES } from "../docs/service.ts";
import { onBothDatabases } from "../support/databases.ts";

const SECOND_MS = 1000;

type Presence = {
  readonly revision: number;
  readonly others: readonly { readonly account: string; readonly person?: string; readonly place: unknown }[];
};

onBothDatabases("whoever has a draft open", (open) => {
  /** Two authors, each served by a process of their own, and a draft. */
  async function twoAtOneDraft() {
    const { store } = await open();
    await takeInRules({ store, now: () => Date.now() }, RULE_FILES);
    const rules = rulesOfStore(store);
    const [one, other] = [await serviceOver(store, { rules }), await serviceOver(store, { rules })];
    const [first, second] = [await visitor(one, "author"), await visitor(other, "author")];
    const made = await one.send("/v1/drafts", {
      method: "POST",
      cookie: first.cookie,
      body: { policy: "complaint-fines" },
    });
    return { one, other, first, second, draft: String(made.body["id"]) };
  }

  it("is told of everybody else, and where they are, whichever process each is served by", async () => {
    const { one, other, draft, first, second } = await twoAtOneDraft();
    const at = (place: string) => ({ window: "a", place });
    expect(told(await visit(one, first, draft, at("/rules/0")))).toEqual({ revision: 1, others: [] });
    expect(told(await visit(other, second, draft, { window: "a" })).others).toEqual([
      {
        account: `user:${first.id}`,
        person: first.personId,
        name: "Somebody",
        place: "/rules/0",
        seenAt: new Date(one.now()).toISOString(),
      },
    ]);
    const back = told(await visit(one, first, draft, at("/rules/1")));
    expect(back.others).toMatchObject([{ person: second.personId, place: null }]);
    const again = told(await visit(other, second, draft, { window: "a" }));
    expect(again.others).toMatchObject([{ place: "/rules/1" }]);
  });

  it("is told of their own other windows, and of nobody who was silent for fifteen seconds", async () => {
    const { one, other, draft, first, second } = await twoAtOneDraft();
    await visit(one, first, draft, { window: "a" });
    const twice = told(await visit(one, first, draft, { window: "b" }));
    expect(twice.others.map(({ account }) => account)).toEqual([`user:${first.id}`]);
    other.pass(15 * SECOND_MS);
    expect(told(await visit(other, second, draft, { window: "a" })).others).toHaveLength(2);
    other.pass(SECOND_MS);
    expect(told(await visit(other, second, draft, { window: "a" })).others).toEqual([]);
  });

  it("is no longer told of a window that said it leaves, which may come back", async () => {
    const { one, other, draft, first, second } = await twoAtOneDraft();
    await visit(one, first, draft, { window: "a" });
    await visit(one, first, draft, { window: "b" });
    const left = told(await visit(one, first, draft, { window: "a", isLeaving: true }));
    expect(left.others).toHaveLength(1);
    expect(told(await visit(other, second, draft, { window: "a" })).others).toHaveLength(1);
    await visit(one, first, draft, { window: "a" });
    expect(told(await visit(other, second, draft, { window: "a" })).others).toHaveLength(2);
    const unfit = await visit(one, first, draft, { window: "a", isLeaving: "yes" });
    expect(unfit.body["errors"]).toMatchObject([{ code: "wrong-shape", pointer: "/isLeaving" }]);
  });

  it("counts with five windows of one account, those they used last", async () => {
    const { one, other, draft, first, second } = await twoAtOneDraft();
    for (const window of ["a", "b", "c", "d", "e", "f", "a"]) {
      one.pass(SECOND_MS);
      await visit(one, first, draft, { window, place: `/${window}` });
    }
    other.pass(7 * SECOND_MS);
    const seen = told(await visit(other, second, draft, { window: "a" })).others;
    expect(seen.map(({ place }) => place)).toEqual(["/a", "/f", "/e", "/d", "/c"]);
  });

  it("is not told who it is, where they are shown no names", async () => {
    const { one, draft, first } = await twoAtOneDraft();
    await visit(one, first, draft, { window: "a" });
    const { others } = told(await visit(one, await visitor(one, "auditor"), draft, { window: "a" }));
    expect(others.map((seen) => Object.keys(seen))).toEqual([["account", "place", "seenAt"]]);
  });

  it("says which window, at a draft that there is", async () => {
    const { one, draft, first } = await twoAtOneDraft();
    const unfit = await visit(one, first, draft, { place: "" });
    expect([unfit.status, unfit.body["errors"]]).toMatchObject([
      422,
      [
        { code: "wrong-shape", pointer: "/place" },
        { code: "missing-field", pointer: "/window" },
      ],
    ]);
    expect((await visit(one, first, "draft-none", { window: "a" })).status).toBe(404);
  });
});

type Person = { readonly id: string; readonly personId: string; readonly cookie: string };

async function visitor(service: TestService, role: "author" | "auditor"): Promise<Person> {
  const person = await service.person({ roles: [role] });
  return { ...person, cookie: await service.signIn(person) };
}

function visit(service: TestService, { cookie }: Person, draft: string, body: object): Promise<Answer> {
  return service.send(`/v1/drafts/${draft}/presence`, { method: "POST", cookie, body });
}

function told({ body }: Answer): Presence {
  return body as Presence;
}
