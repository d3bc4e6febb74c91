import { fileURLToPath } from "node:url";
import type { EvaluateResponse } from "@evenhand/domain";
import { openRulebook } from "@evenhand/service";
import { readRuleFiles } from "@evenhand/store";
import { describe, expect, it } from "vitest";
import { EXAMPLE_A } from "../docs/example.ts";
import { SAMPLE_RULES, problemOf, sampleApp, sampleSurroundings } from "../sample-surroundings.ts";
import { createApp } from "../app.ts";

const app = sampleApp();
const ADDRESS = "/v1/policies/complaint-fines/evaluate";

function post(
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
  address = ADDRESS,
): Response | Promise<Response> {
  return app.request(address, {
    method: "POST",
    body,
    headers: { "Content-Type": "application/json", ...headers },
  });
}

const exampleWith = (facts: object): string => {
  const { case: given } = EXAMPLE_A.request;
  return JSON.stringify({ case: { ...given, facts: { ...given.facts, ...facts } } });
};

describe("POST /v1/policies/{id}/evaluate", () => {
  it("decides example A: P1 1,000.00 in July and 200.00 in August, P2 750.00 and 150.00", async () => {
    const response = await post(JSON.stringify(EXAMPLE_A.request));
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Type")).toBe("application/json");
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    const decision = (await response.json()) as EvaluateResponse;
    expect(decision).toMatchObject({
      reference: EXAMPLE_A.request.case.reference,
      evaluatedAt: expect.stringMatching(/^2026-07-10T09:00:00(\.000)?\+08:00$/) as string,
      calendar: { id: "cn", hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
      guards: expect.any(Array) as unknown[],
    });
    const { policy, outcome, explanation } = decision;
    expect(policy).toMatchObject({ id: "complaint-fines", version: 2 });
    expect(outcome.parties.map(({ party, schedule }) => [party, schedule])).toEqual([
      [
        "P1",
        [
          { month: "2026-07", amountMinor: 100_000 },
          { month: "2026-08", amountMinor: 20_000 },
        ],
      ],
      [
        "P2",
        [
          { month: "2026-07", amountMinor: 75_000 },
          { month: "2026-08", amountMinor: 15_000 },
        ],
      ],
    ]);
    expect(explanation.some(({ rule }) => rule === "deduct-share-of-loss")).toBe(true);
  });

  it.each([
    [
      "en",
      "P1 (responsible person): bears 10% of the loss, 1,200.00; is charged 1,200.00: 1,000.00 from the July 2026 bonus and 200.00",
    ],
    ["zh-CN", "P1（责任人）：承担损失的10%，即1,200.00元"],
  ])(
    "gives the explanation to read where text is asked for, in the language of %s",
    async (language, line) => {
      const response = await post(JSON.stringify(EXAMPLE_A.request), {
        Accept: "text/plain",
        "Accept-Language": language,
      });
      expect(response.headers.get("Content-Type")).toBe("text/plain; charset=utf-8");
      expect(response.headers.get("Content-Language")).toBe(language.slice(0, 2));
      expect(await response.text()).toContain(line);
    },
  );

  it("answers a refused decision as an outcome, with 200", async () => {
    const request = {
      case: {
        reference: "C-9",
        facts: { cause: "staff", reason: "loss", cost: 100_000, decidedOn: "2026-07-10", decidedBy: "P1" },
        parties: [{ id: "P1", kind: "person", facts: { causedError: true } }],
      },
    };
    const response = await post(JSON.stringify(request), {}, "/v1/policies/fair-attribution/evaluate");
    expect(await response.json()).toMatchObject({
      outcome: { disposition: "refused", ground: "conflict-of-interest" },
    });
    expect(response.status).toBe(200);
  });

  it("gives the very same answer in every language", async () => {
    const texts = await Promise.all(
      ["zh-CN", "en", "fr"].map(async (language) =>
        (await post(JSON.stringify(EXAMPLE_A.request), { "Accept-Language": language })).text(),
      ),
    );
    expect(new Set(texts).size).toBe(1);
  });

  it.each([
    { accept: "text/plain", language: "zh-CN", says: "处理结果" },
    { accept: "application/json;q=0.5, text/plain", language: "en", says: "Result" },
  ])(
    "reads the explanation aloud to whoever prefers $accept, in $language",
    async ({ accept, language, says }) => {
      const response = await post(JSON.stringify(EXAMPLE_A.request), {
        Accept: accept,
        "Accept-Language": language,
      });
      expect(response.headers.get("Content-Type")).toBe("text/plain; charset=utf-8");
      expect(response.headers.get("Vary")).toBe("Accept, Accept-Language");
      expect((await response.text()).split("\n")).toContain(says);
    },
  );

  it.each([
    "*/*",
    "",
    "text/html",
    "text/plain;q=0.1, application/json",
    "text/plain;q=0",
    ";;,,=;q=x",
    "application/json",
  ])("answers with JSON to `%s`, and with a problem document where there is one", async (accept) => {
    const response = await post(JSON.stringify(EXAMPLE_A.request), { Accept: accept });
    expect([response.status, response.headers.get("Content-Type")]).toEqual([200, "application/json"]);
    expect(await problemOf(await post("[", { Accept: accept }))).toMatchObject({ code: "not-json" });
  });

  it("takes the moment of evaluation from the clock it is given", async () => {
    const later = sampleApp({ now: () => Date.UTC(2026, 8, 15) });
    const { decidedOn: _, ...facts } = EXAMPLE_A.request.case.facts;
    const body = JSON.stringify({ case: { ...EXAMPLE_A.request.case, facts } });
    const response = await later.request(ADDRESS, {
      method: "POST",
      body,
      headers: { "Content-Type": "application/json" },
    });
    const { outcome } = (await response.json()) as EvaluateResponse;
    expect(outcome.parties[0]?.schedule[0]?.month).toBe("2026-09");
  });

  it("lists everything wrong with the facts at once, in the language that is asked for", async () => {
    const body = exampleWith({ lossAmount: -5, receivedOn: "2026-02-30", complaintKnd: "x" });
    const problem = await problemOf(await post(body, { "Accept-Language": "zh-CN,zh;q=0.9" }));
    expect(problem).toMatchObject({ code: "unknown-fact", status: 422, title: "未知的事实" });
    expect(problem.errors.map(({ code, pointer }) => [code, pointer])).toEqual([
      ["unknown-fact", "/case/facts/complaintKnd"],
      ["not-a-date", "/case/facts/receivedOn"],
      ["out-of-range", "/case/facts/lossAmount"],
    ]);
    expect(problem.errors[0]?.help).toContain("complaintKind");
  });

  it("refuses an unknown policy and says which was meant", async () => {
    const problem = await problemOf(
      await post(JSON.stringify(EXAMPLE_A.request), {}, "/v1/policies/complaint-fine/evaluate"),
    );
    expect(problem).toMatchObject({
      code: "unknown-policy",
      status: 404,
      errors: [{ help: "did you mean `complaint-fines`?" }],
    });
  });

  it("refuses a parameter in the address, which would otherwise be passed over", async () => {
    const problem = await problemOf(
      await post(JSON.stringify(EXAMPLE_A.request), {}, `${ADDRESS}?policyVersion=1`),
    );
    expect(problem).toMatchObject({
      code: "invalid-parameter",
      status: 400,
      errors: [{ pointer: "/policyVersion" }],
    });
  });

  it("is not ready while the rules are loading, and says when to come back", async () => {
    const loading = sampleApp({ rules: () => ({ state: "loading" }) });
    const response = await loading.request(ADDRESS, {
      method: "POST",
      body: "{}",
      headers: { "Content-Type": "application/json" },
    });
    expect(response.headers.get("Retry-After")).toBe("1");
    expect(await problemOf(response)).toMatchObject({ code: "not-ready", status: 503 });
  });

  it("answers a bug of ours with 500 and logs where it happened, without a word of the case", async () => {
    const rulebook = {
      ...SAMPLE_RULES.rulebook,
      evaluate: async () => ({ failure: new RangeError("P1 owes 120000") }),
    };
    const surroundings = sampleSurroundings({ rules: () => ({ ...SAMPLE_RULES, rulebook }) });
    const response = await createApp(surroundings).request(ADDRESS, {
      method: "POST",
      body: JSON.stringify(EXAMPLE_A.request),
      headers: { "Content-Type": "application/json" },
    });
    expect(await problemOf(response)).toMatchObject({ code: "internal-error", status: 500 });
    expect(surroundings.logged[0]).toMatchObject({
      requestId: "generated-1",
      fault: { cause: { name: "RangeError" } },
    });
    expect(JSON.stringify(surroundings.logged)).not.toMatch(/P1|120000|C-2026/);
  });
});

describe("a policy of which a rule file is broken", () => {
  const files = readRuleFiles(fileURLToPath(new URL("../../../../rules", import.meta.url)));
  const policies = files.policies.map((file) =>
    file.path === "complaint-fines/v2.json" ? { ...file, text: "{" } : file,
  );
  const broken = sampleApp({ rules: () => ({ state: "open", ...openRulebook({ ...files, policies }) }) });

  it("is our fault, not the sender's: 503, with nothing on when to come back", async () => {
    const response = await broken.request(ADDRESS, {
      method: "POST",
      body: JSON.stringify(EXAMPLE_A.request),
      headers: { "Content-Type": "application/json" },
    });
    expect(response.headers.has("Retry-After")).toBe(false);
    expect(await problemOf(response)).toMatchObject({
      code: "policy-not-usable",
      status: 503,
      errors: [{ help: "versions that can be named all the same: 1" }],
    });
  });
});

describe("the body of an evaluation", () => {
  it.each([
    { type: "text/plain" },
    { type: "application/x-www-form-urlencoded" },
    { type: "application/json; charset=gbk" },
    { type: "application/jsonp" },
    { type: "application/vnd.api+json" },
    { type: "" },
  ])("is refused when it is said to be `$type`", async ({ type }) => {
    const response = await post(JSON.stringify(EXAMPLE_A.request), { "Content-Type": type });
    expect(await problemOf(response)).toMatchObject({ code: "unsupported-media-type", status: 415 });
    expect(response.headers.get("Accept")).toBe("application/json");
  });

  it("is refused without a type", async () => {
    const response = await app.request(ADDRESS, { method: "POST", body: new TextEncoder().encode("{}") });
    expect(await problemOf(response)).toMatchObject({ code: "unsupported-media-type" });
  });

  it.each(["application/json; charset=utf-8", 'Application/JSON;charset="UTF-8"'])(
    "is read when it is said to be `%s`",
    async (type) => {
      expect((await post(JSON.stringify(EXAMPLE_A.request), { "Content-Type": type })).status).toBe(200);
    },
  );

  it("is refused when it is compressed", async () => {
    const response = await post(JSON.stringify(EXAMPLE_A.request), { "Content-Encoding": "gzip" });
    expect(await problemOf(response)).toMatchObject({ code: "unsupported-media-type", status: 415 });
  });

  it("may be 65,536 bytes large and no larger", async () => {
    const text = JSON.stringify(EXAMPLE_A.request);
    expect((await post(text.padEnd(65_536))).status).toBe(200);
    expect(await problemOf(await post(text.padEnd(65_537)))).toMatchObject({
      code: "too-large",
      status: 413,
    });
  });

  it("is refused by the length that is stated, before any of it is read", async () => {
    const response = await post("{}", { "Content-Length": "65537" });
    expect(await problemOf(response)).toMatchObject({ code: "too-large", status: 413 });
  });

  it("is refused where it is not UTF-8, also cut in the middle of a character", async () => {
    for (const bytes of [Uint8Array.of(0x22, 0xff, 0x22), new TextEncoder().encode('"元').slice(0, -1)]) {
      expect(await problemOf(await post(bytes))).toMatchObject({ code: "not-text", status: 400 });
    }
  });

  it("is refused with a byte order mark, and with nothing in it", async () => {
    expect(await problemOf(await post(`\uFEFF${JSON.stringify(EXAMPLE_A.request)}`))).toMatchObject({
      code: "not-json",
      status: 400,
    });
    expect(await problemOf(await post(""))).toMatchObject({ code: "not-json", status: 400 });
  });
});
