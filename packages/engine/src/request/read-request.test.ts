import { describe, expect, it } from "vitest";
import { readRequest } from "./read-request.ts";

type Ids = {
  readonly reference?: string;
  readonly parties?: readonly string[];
  readonly memberOf?: string;
  readonly supports?: string;
  readonly scheduled?: string;
};

/** What is wrong with a request that names these ids and is else as it should be. */
function problemsWith({
  reference = "C-1",
  parties = ["P1"],
  memberOf = "cutting",
  supports = "P1",
  scheduled = "P1",
}: Ids) {
  const read = readRequest({
    case: {
      reference,
      facts: {},
      parties: parties.map((id) => ({ id, kind: "person", memberOf, facts: {} })),
      evidence: [{ id: "E1", kind: "photo", supports }],
    },
    scheduled: [{ party: scheduled, month: "2026-07", amountMinor: 1 }],
  });
  return "refusal" in read
    ? read.refusal.problems.map(({ code, at, help }) => `${code} ${at} ${help?.en ?? ""}`)
    : [];
}

describe("an id", () => {
  it.each([
    [{ reference: "C-1 " }, "wrong-shape /case/reference did you mean `C-1`?"],
    [{ parties: [" P1"] }, "wrong-shape /case/parties/0/id did you mean `P1`?"],
    [{ parties: ["Ｐ１"] }, "wrong-shape /case/parties/0/id did you mean `P1`?"],
    [{ parties: ["P\u200b1"] }, "wrong-shape /case/parties/0/id did you mean `P1`?"],
    [{ memberOf: "team  A" }, "wrong-shape /case/parties/0/memberOf did you mean `team A`?"],
    [{ supports: "P1\t" }, "wrong-shape /case/evidence/0/supports did you mean `P1`?"],
    [{ scheduled: "P1\u3000" }, "wrong-shape /scheduled/0/party did you mean `P1`?"],
  ])("that is not written as ids are is refused with the one that was meant: %j", (ids, problem) => {
    expect(problemsWith(ids)).toEqual([problem]);
  });

  it("may hold blanks, brackets and Chinese", () => {
    const reference = "（2026）沪01号";
    expect(problemsWith({ reference, parties: ["P1", "质检 一班"], memberOf: "team A" })).toEqual([]);
  });

  it.each(["p1", "P 1"])("that would be taken for another party's is refused: %s beside P1", (id) => {
    expect(problemsWith({ parties: ["P1", id] })).toEqual(["duplicate-party /case/parties/1/id "]);
  });
});

describe("a field that is not known", () => {
  it("is not taken for one that stands there already", () => {
    const read = readRequest({ case: { reference: "C-1", facts: {}, parties: [], fact: {} } });
    const help = "refusal" in read ? read.refusal.problems[0]?.help?.en : undefined;
    expect(help).toBe("known here: `reference`, `facts`, `parties`, `evidence`");
  });
});
