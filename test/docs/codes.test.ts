import { readFileSync } from "node:fs";
import { DIAGNOSTIC_CODES } from "@evenhand/domain";
import { parsePolicy } from "@evenhand/policy";
import { PROBLEM_CODES, PROBLEM_TITLES, isProblemCode } from "@evenhand/service";
import { afterAll, describe, expect, it } from "vitest";
import { loadRules } from "../support/rules.ts";
import { type Page, type Section, readPage, sectionsOf } from "./markdown.ts";
import { PROBLEM_EXAMPLES } from "./problem-examples.ts";
import { closeKeptService } from "./problems/example.ts";

/** The sections that are about one code each, in the order of the page. */
function codeSections(page: Page): ReadonlyMap<string, Section> {
  return new Map(
    sectionsOf(page).flatMap((section) => {
      const code = /^`([a-z-]+)`/.exec(section.title)?.[1];
      return code === undefined ? [] : [[code, section] as const];
    }),
  );
}

/** Those of the texts that a section lacks; one that there is none of is not lacking. */
function lacking(section: Section | undefined, texts: readonly (string | undefined)[]): readonly string[] {
  const wanted = texts.flatMap((text) => text ?? []);
  return wanted.filter((text) => !section?.text.includes(text));
}

/** A pointer as pages write it; the whole of a document needs none. */
function placeOf(pointer: string | undefined): string | undefined {
  return pointer ? `\`${pointer}\`` : undefined;
}

/** A text with the ids in it, which are others each time, as pages write them: `dec-…`. */
function withoutIds(text: string | undefined): string | undefined {
  return text?.replaceAll(/\b([a-z]+)-[0-9a-z]{26}\b/g, "$1-…");
}

describe("the page of diagnostics", () => {
  const sections = codeSections(readPage("docs/reference/diagnostics.md"));
  const { guards, calendar } = loadRules();
  const context = {
    guards: new Map(guards.map((guard) => [guard.jurisdiction, guard])),
    calendars: new Set([calendar.id]),
  };

  it("documents every code, no other, and in order of precedence", () => {
    expect([...sections.keys()]).toEqual([...DIAGNOSTIC_CODES]);
  });

  it.each(DIAGNOSTIC_CODES)("gives `%s` its severity and the message that its bad file gets", (code) => {
    const file = readFileSync(new URL(`../diagnostics/${code}.json`, import.meta.url));
    const found = parsePolicy(file, context).diagnostics.find((diagnostic) => diagnostic.code === code);
    const section = sections.get(code);
    expect(section?.title).toBe(`\`${code}\` – ${found?.severity ?? ""}`);
    const { message, help, at } = found ?? {};
    expect(lacking(section, [message?.en, message?.zh, help?.en, help?.zh, placeOf(at)])).toEqual([]);
  });
});

describe("the page of problem codes", () => {
  afterAll(closeKeptService);
  const sections = codeSections(readPage("docs/reference/problem-codes.md"));
  const codes = Object.keys(PROBLEM_CODES).filter(isProblemCode);

  it("documents every code, no other, and in order of precedence", () => {
    expect([...sections.keys()]).toEqual(codes);
  });

  it.each(codes)("gives `%s` its status and its titles", (code) => {
    const section = sections.get(code);
    expect(section?.title).toBe(`\`${code}\` – ${PROBLEM_CODES[code]}`);
    expect(section?.text).toContain(`*${PROBLEM_TITLES[code].en}* · ${PROBLEM_TITLES[code].zh}`);
  });

  it.each(codes)("gives `%s` the messages that are really sent", async (code) => {
    for (const language of ["en", "zh"] as const) {
      const sent = await PROBLEM_EXAMPLES[code](language);
      expect(sent).toMatchObject({ code, status: PROBLEM_CODES[code] });
      const { detail, help, pointer } = sent.errors[0] ?? {};
      const told = [withoutIds(detail), withoutIds(help), placeOf(pointer)];
      expect(lacking(sections.get(code), told)).toEqual([]);
    }
  });
});

describe("a code's section", () => {
  const text = "# Codes\n\n### `too-large` – 413\n\nsaid\n\n`not-a-code`\n\n```\n### `in-a-block`\n```\n";
  const sections = codeSections({ path: "canary.md", text });

  it("is one of a heading, and of nothing else", () => {
    expect([...sections.keys()]).toEqual(["too-large"]);
  });

  it("is found to lack what does not stand in it", () => {
    expect(lacking(sections.get("too-large"), ["said", undefined, "unsaid"])).toEqual(["unsaid"]);
    expect(lacking(undefined, ["said"])).toEqual(["said"]);
  });
});
