import type { EvaluateRequest, Policy } from "@evenhand/domain";
import { noticeParties, renderNotice } from "@evenhand/notices";
import { describe, expect, test } from "vitest";
import { textOf } from "./html-text.ts";
import { LANGUAGES, exampleA, noticeInput } from "./sample-documents.ts";
import { type Sample, decidedCases, sample } from "./sample-records.ts";

describe.each(LANGUAGES)("the notice of one party, in %s", (language) => {
  test("names no other party of any conformance case", () => {
    const cases = decidedCases().map(
      ([path, id]) => [`${path} ${id}`, sample(path, id, { request: withTellingIds })] as const,
    );
    const leaks = cases.flatMap(([name, one]) =>
      noticeParties(one.record).flatMap((party) => {
        const text = textOf(renderNotice(noticeInput(one, party, language)));
        return othersThan(party, one)
          .filter((id) => text.includes(id))
          .map((id) => `${name}: the notice of ${party} names ${id}`);
      }),
    );
    expect(cases.filter(([, { record }]) => noticeParties(record).length > 1).length).toBeGreaterThan(20);
    expect(leaks).toEqual([]);
  });

  test("holds none of the figures of another", () => {
    const text = textOf(renderNotice(noticeInput(exampleA(), "P1", language)));
    for (const figure of ["900.00", "750.00", "150.00", "1,500.00", "9,900.00", "7.5%"])
      expect(text).not.toMatch(new RegExp(`(?<![\\d,])${figure.replace(".", "\\.")}`));
    expect(textOf(renderNotice(noticeInput(exampleA(), "P2", language)))).toContain("900.00");
  });

  test("says nothing of the rules, grades and duties of others", () => {
    const one = sample("order-incident/examples.json", "example-a");
    const text = textOf(renderNotice(noticeInput(one, "production", language)));
    const [ownRole, otherRole, gradeOfHead, duty] =
      language === "zh"
        ? ["主要责任", "次要责任", "记大过", "由本单位完成"]
        : ["rimary responsibility", "econdary responsibility", "major demerit", "for the unit to do"];
    expect(text).toContain(ownRole);
    expect(text).not.toContain(otherRole);
    expect(text).not.toContain(gradeOfHead);
    expect(text.split(duty ?? "")).toHaveLength(2);
    expect(textOf(renderNotice(noticeInput(one, "H1", language)))).not.toContain("50,000.00");
  });

  test("says that a share moved to the party, but not whose it was", () => {
    const one = sample("fair-attribution/examples.json", "example-b");
    const text = textOf(renderNotice(noticeInput(one, "training-owner", language)));
    expect(text).toContain(
      language === "zh"
        ? "另一当事方的份额转由training-owner承担"
        : "The share of another party moves to training-owner",
    );
    expect(text).not.toContain("clerk");
  });

  test("names nobody in what the decider wrote, by number or by name", () => {
    const one = sample("complaint-fines/examples.json", "example-a", {
      extra: { reason: "P2 (Second Person) reported it; P20 did not. P1 was told." },
    });
    const names = { P1: "First Person", P2: "Second Person" };
    const text = textOf(renderNotice(noticeInput(one, "P1", language, { names })));
    expect(text).toContain("another party (another party) reported it; P20 did not. P1 was told.");
    expect(text).toContain("First Person");
  });

  test("names whoever decided, though they are no party", () => {
    const text = textOf(
      renderNotice(noticeInput(exampleA(), "P1", language, { names: { E2001: "Decider" } })),
    );
    expect(text).toContain(language === "zh" ? "E2001（Decider）" : "E2001 (Decider)");
  });
});

test("a check for names that sees everything finds those of others in the record itself", () => {
  const one = sample("complaint-fines/examples.json", "example-a", { request: withTellingIds });
  expect(othersThan("zq0zq", one).filter((id) => JSON.stringify(one.record).includes(id))).toEqual(["zq1zq"]);
});

/** Everybody whom the case names but one, and the unit that this one answers for or belongs to. */
function othersThan(party: string, { record }: Sample): readonly string[] {
  const unit = record.explanation.find(
    (step) => step.effect?.params["on"] === party && step.fired === true && step.party !== party,
  )?.party;
  const memberOf = record.case.parties.find(({ id }) => id === party)?.memberOf;
  return [...new Set(JSON.stringify(record).match(/zq\d+zq/g))].filter(
    (id) => id !== party && id !== unit && id !== memberOf,
  );
}

/** The same case with ids that occur in no sentence: `A` for a person could not be told from the article. */
function withTellingIds(request: EvaluateRequest, policy: Policy): EvaluateRequest {
  const given = new Map<string, string>();
  const telling = (id: string): string => {
    const known = given.get(id) ?? `zq${given.size}zq`;
    given.set(id, known);
    return known;
  };
  const renamed = <Facts extends EvaluateRequest["case"]["facts"]>(facts: Facts): Facts =>
    Object.fromEntries(
      Object.entries(facts).map(([name, value]) => {
        const type = (policy.facts.case[name] ?? policy.facts.party[name])?.type;
        return [name, type === "party" && typeof value === "string" ? telling(value) : value];
      }),
    ) as Facts;
  const { case: asked, scheduled = [] } = request;
  return {
    ...request,
    case: {
      ...asked,
      parties: asked.parties.map((party) => ({
        ...party,
        id: telling(party.id),
        ...(party.memberOf === undefined ? {} : { memberOf: telling(party.memberOf) }),
        facts: renamed(party.facts),
      })),
      facts: renamed(asked.facts),
      ...(asked.evidence === undefined
        ? {}
        : {
            evidence: asked.evidence.map((item) =>
              item.supports === undefined ? item : { ...item, supports: telling(item.supports) },
            ),
          }),
    },
    scheduled: scheduled.map((one) => ({ ...one, party: telling(one.party) })),
  };
}
