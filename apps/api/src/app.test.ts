import { describe, expect, it } from "vitest";
import { createApp } from "./app.ts";
import { EXAMPLE_A } from "./docs/example.ts";
import { problemOf, sampleApp, sampleSurroundings } from "./sample-surroundings.ts";

const app = sampleApp();

describe("an address that there is not", () => {
  it.each(["/nowhere", "/v1", "/v1/policies/", "/v1/policies/complaint-fines/evaluate/more", "/V1/policies"])(
    "is not found: %s",
    async (address) => {
      expect(await problemOf(await app.request(address))).toMatchObject({ code: "not-found", status: 404 });
    },
  );
});

describe("a method that an address does not take", () => {
  it.each([
    { method: "GET", address: "/v1/policies/complaint-fines/evaluate", allow: "POST, OPTIONS" },
    { method: "HEAD", address: "/v1/policies/complaint-fines/evaluate", allow: "POST, OPTIONS" },
    { method: "PUT", address: "/v1/policies/complaint-fines/evaluate", allow: "POST, OPTIONS" },
    { method: "DELETE", address: "/v1/policies", allow: "GET, HEAD, OPTIONS" },
    { method: "POST", address: "/healthz", allow: "GET, HEAD, OPTIONS" },
    { method: "BREW", address: "/docs", allow: "GET, HEAD, OPTIONS" },
  ])("is refused with what it does take: $method $address", async ({ method, address, allow }) => {
    const response = await app.request(address, { method });
    expect([response.status, response.headers.get("Allow")]).toEqual([405, allow]);
    expect(response.headers.get("Content-Type")).toBe("application/problem+json");
    expect(await response.text()).toMatch(method === "HEAD" ? /^$/ : /"code":"method-not-allowed"/);
  });

  it("is told beforehand to whoever asks", async () => {
    const response = await app.request("/v1/policies/complaint-fines/evaluate", { method: "OPTIONS" });
    expect([response.status, response.headers.get("Allow")]).toEqual([204, "POST, OPTIONS"]);
  });

  it("is not HEAD where there is a GET, which is answered alike, without a body", async () => {
    const response = await app.request("/v1/policies", { method: "HEAD" });
    expect([response.status, response.headers.get("Content-Type"), await response.text()]).toEqual([
      200,
      "application/json",
      "",
    ]);
  });
});

describe("the id of a request", () => {
  it.each(["/nowhere", "/*", "/%2A"])("is one, at %s as well", async (address) => {
    const response = await sampleApp().request(address);
    expect((await problemOf(response)).instance).toBe(response.headers.get("X-Request-Id"));
  });

  it("is the one it brought, where that is sane, in the answer and in the problem document", async () => {
    const response = await app.request("/nowhere", { headers: { "X-Request-Id": "order-17.b_2" } });
    expect((await problemOf(response)).instance).toBe("order-17.b_2");
  });

  it.each(["", " ", "a b", "ä", "x".repeat(65), "<script>", "a\tb", "../x", "-x"])(
    "is a new one for `%s`",
    async (id) => {
      const response = await sampleApp().request("/healthz", {
        headers: { "X-Request-Id": encodeURIComponent(id) === id ? id : headerSafe(id) },
      });
      expect(response.headers.get("X-Request-Id")).toBe("generated-1");
    },
  );
});

describe("the headers of an answer", () => {
  const answers = [
    {
      what: "a decision",
      address: "/v1/policies/complaint-fines/evaluate",
      init: post(JSON.stringify(EXAMPLE_A.request)),
    },
    { what: "a refused body", address: "/v1/policies/complaint-fines/evaluate", init: post("[") },
    { what: "a list", address: "/v1/policies", init: {} },
    { what: "nothing found", address: "/nowhere", init: {} },
    { what: "a method not taken", address: "/v1/policies", init: { method: "PATCH" } },
    { what: "a page", address: "/docs", init: {} },
    { what: "a script", address: "/docs/init.js", init: {} },
    { what: "the options", address: "/docs", init: { method: "OPTIONS" } },
  ];

  it.each(answers)("keep browsers safe, for $what", async ({ address, init }) => {
    const { headers } = await app.request(address, init);
    expect(headers.get("Content-Security-Policy")).toContain("frame-ancestors 'none'");
    expect(headers.get("Content-Security-Policy")).toContain("default-src 'none'");
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("Referrer-Policy")).toBe("no-referrer");
    expect(headers.get("Cache-Control")).toMatch(/^no-(store|cache)$/);
    expect(headers.get("Vary")).toBe("Accept, Accept-Language");
    expect(headers.get("X-Request-Id")).toMatch(/^generated-\d+$/);
    expect(headers.has("Strict-Transport-Security")).toBe(false);
  });

  it("hold browsers to HTTPS only where the service is said to be served so", async () => {
    const { headers } = await sampleApp({ servedOverHttps: true }).request("/nowhere", {
      headers: { "X-Forwarded-Proto": "http" },
    });
    expect(headers.get("Strict-Transport-Security")).toContain("max-age=63072000");
  });
});

describe("the language of a problem document", () => {
  it.each([
    { accept: "zh", language: "zh", title: "此处没有内容" },
    { accept: "zh-Hans-CN", language: "zh", title: "此处没有内容" },
    { accept: "en;q=0.5, zh;q=0.8", language: "zh", title: "此处没有内容" },
    { accept: "zh;q=0, en", language: "en", title: "nothing is here" },
    { accept: "de, *;q=0.1", language: "en", title: "nothing is here" },
    { accept: ";;;,,,q=", language: "en", title: "nothing is here" },
  ])("is $language for `$accept`", async ({ accept, language, title }) => {
    const response = await app.request("/nowhere", { headers: { "Accept-Language": accept } });
    expect(response.headers.get("Content-Language")).toBe(language);
    expect((await problemOf(response)).title).toBe(title);
  });
});

describe("the log", () => {
  it("has one line for a request: what it was, what came of it, how long it took", async () => {
    const surroundings = sampleSurroundings();
    await createApp(surroundings).request("/v1/policies/complaint-fines/versions/9?x", {});
    expect(surroundings.logged).toEqual([
      {
        level: 30,
        time: expect.any(Number) as number,
        requestId: "generated-1",
        method: "GET",
        route: "/v1/policies/:id/versions/:version",
        status: 400,
        durationMs: expect.any(Number) as number,
        code: "invalid-parameter",
        msg: "request",
      },
    ]);
  });

  it("names neither path nor person, nor anything that was sent", async () => {
    const surroundings = sampleSurroundings();
    const logging = createApp(surroundings);
    await logging.request("/v1/policies/complaint-fines/evaluate", post(JSON.stringify(EXAMPLE_A.request)));
    await logging.request(
      "/v1/policies/person-4711/evaluate?who=person-4711",
      post('{"case":"person-4711"}'),
    );
    await logging.request("/person-4711", {
      headers: { "User-Agent": "person-4711", Cookie: "person-4711" },
    });
    expect(surroundings.logged.map(({ status }) => status)).toEqual([200, 400, 404]);
    expect(JSON.stringify(surroundings.logged)).not.toMatch(/4711|P1|C-2026|cutting|spec-mismatch/);
  });
});

function post(body: string): RequestInit {
  return { method: "POST", body, headers: { "Content-Type": "application/json" } };
}

/** A header cannot hold letters beyond Latin-1; what stands for them is no saner. */
function headerSafe(text: string): string {
  return text.replace(/[^\x20-\x7e\t]/g, "\u00e4");
}
