import { describe, expect, it } from "vitest";
import { blocksOf } from "../docs/markdown.ts";
import { readCurl } from "./curl.ts";
import { apiPage, tellingsOf, untrue } from "./page.ts";
import { type Exchange, Transcript } from "./transcript.ts";

const SENT: Exchange = {
  who: "handler",
  method: "POST",
  path: "/v1/decisions/dec-1/appeals",
  headers: { "If-Match": '"3"' },
  body: { amountMinor: 1, words: "it was late" },
  status: 201,
  answer: { id: "app-77", figures: [1, 2, 3], none: null },
};

const TOLD = [
  "```sh story appeal",
  `as handler "$AT/v1/decisions/$FIRST/appeals" -H 'If-Match: "3"' \\`,
  `  -d '{ "amountMinor": 1, "words": "it was late" }'`,
  "```",
  "```json story appeal 201",
  '{ "id": "app-…", "figures": [1, "…"], "none": null }',
  "```",
  "```sh command verify",
  'npm run -s evenhand -- verify --key "$KEY"',
  "```",
  "```text command verify",
  "everything holds: … events",
  "```",
].join("\n");

function told(): Transcript {
  const transcript = new Transcript();
  transcript.name("FIRST", "dec-1");
  transcript.name("KEY", "log+1");
  transcript.keep("appeal", SENT);
  transcript.keepRun("verify", {
    words: ["evenhand", "verify", "--key", "log+1"],
    code: 0,
    said: "everything holds: 55 events\n",
  });
  return transcript;
}

describe("a page that tells the story", () => {
  it("is true where it shows what was sent and answered, shortened", () => {
    expect(untrue(TOLD, told())).toEqual([]);
  });

  it.each([
    ["who sent it", "as handler", "as author", "who was"],
    ["the address", "$FIRST/appeals", "$FIRST/waivers", "path was"],
    ["the method", "as handler", "as handler -X PUT", "method was"],
    ["a header", '"3"', '"4"', "headers was"],
    ["a figure that is sent", '"amountMinor": 1', '"amountMinor": 2', "the body was"],
    ["a word that is sent", "it was late", "it was early", "the body was"],
    ["the status", "appeal 201", "appeal 200", "the status was 201"],
    ["a figure of the answer", "[1, ", "[2, ", "/figures/0 was 1"],
    ["how long a list is", ', "…"]', "]", "/figures has 3 entries"],
    ["a member that is not there", '"none": null', '"nothing": null', "/nothing was"],
    ["a text", "app-…", "dec-…", '/id was "app-77"'],
    ["a step that the story does not take", "sh story appeal", "sh story other", "there is no such step"],
    ["a command", "verify --key", "replay --key", "it was evenhand verify"],
    ["what a command says", "everything holds", "something holds", "it said everything holds"],
    ["a command that nobody runs", "text command verify", "text command replay", "there is no such command"],
  ])("is found untrue in %s", (_what, from, to, says) => {
    const page = TOLD.replace(from, to);
    expect(page).not.toBe(TOLD);
    expect(untrue(page, told()).join("\n")).toContain(says);
  });

  it("writes requests as a shell takes them", () => {
    expect(
      readCurl(`curl -X POST "$AT/v1/x?a=1" -H "Authorization: Bearer $KEY" -d '{"a":"'"$ID"'"}'`),
    ).toEqual({
      who: "KEY",
      method: "POST",
      path: "/v1/x?a=1",
      headers: {},
      data: '{"a":"$ID"}',
    });
    expect(() => readCurl(`as handler "$AT/v1/x" -d '{"a":"$ID"}'`)).toThrow("stays as it is written");
    expect(() => readCurl(`as handler "$AT/v1/x`)).toThrow("a quotation mark is open");
    expect(() => readCurl(`as handler "$AT/v1/x" --data x`)).toThrow("nothing says what `--data` is");
  });
});

describe("the API page", () => {
  it("shows no request that is not a step of the story", () => {
    const lines = blocksOf({ path: "", text: apiPage() }).filter(
      ({ info, text }) => info === "sh" && /^(?:as|curl|node|npm) /m.test(text),
    );
    expect(lines).toEqual([]);
    expect(tellingsOf(apiPage()).length).toBeGreaterThan(25);
  });
});
