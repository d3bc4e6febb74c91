import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { createApp } from "../app.ts";
import { EXAMPLE_A } from "../docs/example.ts";
import { SAMPLE_RULES, sampleSurroundings } from "../sample-surroundings.ts";
import { type ListeningServer, type Patience, listen } from "./listen.ts";

const PATIENCE: Patience = { headers: 400, request: 800, idle: 5_000, stop: 1_000 };

const servers: ListeningServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

async function start(given: Parameters<typeof sampleSurroundings>[0] = {}): Promise<ListeningServer> {
  const surroundings = sampleSurroundings(given);
  const server = await listen(createApp(surroundings), {
    host: "127.0.0.1",
    port: 0,
    surroundings,
    patience: PATIENCE,
  });
  servers.push(server);
  return server;
}

/** Sends bytes as they are and gives what comes back until the other side ends. */
function talk(server: ListeningServer, ...parts: readonly string[]): Promise<string> {
  const { port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(Number(port), "127.0.0.1", () => {
      for (const part of parts) socket.write(part);
    });
    socket.setEncoding("utf8");
    socket.on("data", (text: string) => (answer += text));
    socket.on("error", reject);
    socket.on("close", () => resolve(answer));
  });
}

const EVALUATE =
  "POST /v1/policies/complaint-fines/evaluate HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

describe("what is no request", () => {
  it.each([
    { what: "no HTTP at all", sent: "hello\r\n\r\n", status: 400, code: "malformed-request" },
    {
      what: "a TLS greeting",
      sent: "\u0016\u0003\u0001\u0002\u0000\u0001",
      status: 400,
      code: "malformed-request",
    },
    {
      what: "two lengths",
      sent: `${EVALUATE}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`,
      status: 400,
      code: "malformed-request",
    },
    {
      what: "a length and chunks",
      sent: `${EVALUATE}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}`,
      status: 400,
      code: "malformed-request",
    },
    {
      what: "a broken chunk",
      sent: `${EVALUATE}Transfer-Encoding: chunked\r\n\r\nzz\r\n`,
      status: 400,
      code: "malformed-request",
    },
    {
      what: "headers without end",
      sent: `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${"x".repeat(20_000)}\r\n`,
      status: 431,
      code: "headers-too-large",
    },
    {
      what: "a tunnel",
      sent: "CONNECT example.org:443 HTTP/1.1\r\nHost: example.org\r\n\r\n",
      status: 405,
      code: "method-not-allowed",
    },
    {
      what: "no host",
      sent: "GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n",
      status: 400,
      code: "malformed-request",
    },
  ])("is answered with a problem document and all headers: $what", async ({ sent, status, code }) => {
    const answer = await talk(await start(), sent);
    expect(answer.slice(0, 12)).toBe(`HTTP/1.1 ${status}`);
    expect(answer.toLowerCase()).toContain("content-type: application/problem+json");
    expect(answer.toLowerCase()).toContain("content-security-policy: default-src 'none'");
    expect(JSON.parse(answer.slice(answer.indexOf("\r\n\r\n") + 4))).toMatchObject({ code, status });
  });

  it.each([
    { what: "an address without a path", line: "OPTIONS * HTTP/1.1" },
    { what: "an address without a slash", line: "GET healthz HTTP/1.1" },
    { what: "a backslash in the path", line: "GET /v1\\policies HTTP/1.1" },
  ])("is answered with a problem document where only the address is wrong: $what", async ({ line }) => {
    const answer = await talk(await start(), `${line}\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 400/);
    expect(answer).toContain('"code":"malformed-request"');
    expect(answer).not.toContain("percent-encoded");
    expect(answer.toLowerCase()).toContain("x-content-type-options: nosniff");
  });
});

describe("an address with characters that are not encoded", () => {
  it.each(["GET /v1/decisions?reference=投诉-1 HTTP/1.1", "GET /v1/policies/投诉 HTTP/1.1"])(
    "is answered in both languages with how to write them: %s",
    async (line) => {
      const answer = await talk(await start(), `${line}\r\nHost: localhost\r\n\r\n`);
      expect(answer).toMatch(/^HTTP\/1\.1 400/);
      expect(JSON.parse(answer.slice(answer.indexOf("\r\n\r\n") + 4))).toMatchObject({
        code: "malformed-request",
        title: "malformed request / 请求格式有误",
        detail:
          "the address holds characters that must be percent-encoded, such as Chinese ones / 地址中含有须经百分号编码的字符，例如汉字",
        errors: [{ help: expect.stringContaining("`%E6%8A%95%E8%AF%89`") as string }],
      });
    },
  );
});

describe("what comes after a request and is none", () => {
  it("is answered after that request, so that nobody takes one answer for the other", async () => {
    const body = JSON.stringify(EXAMPLE_A.request);
    const request = `${EVALUATE}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
    const answers = await talk(await start(), `${request}no request\r\n\r\n`);
    expect(answers.match(/HTTP\/1\.1 \d+/g)).toEqual(["HTTP/1.1 200", "HTTP/1.1 400"]);
    expect(answers.indexOf('"outcome"')).toBeLessThan(answers.indexOf('"code":"malformed-request"'));
  });

  it.each(["no request\r\n\r\nmore\r\n\r\n", "GET /healthz HTTP/1.1\r\n\r\n"])(
    "is answered after all of them where there are several: %j",
    async (sent) => {
      const get = "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n";
      const answers = await talk(await start(), `${get}${get}${sent}`);
      expect(answers.match(/HTTP\/1\.1 \d+/g)).toEqual(["HTTP/1.1 200", "HTTP/1.1 200", "HTTP/1.1 400"]);
    },
  );
});

describe("a client that takes its time", () => {
  it.each([
    { what: "with its headers", parts: ["GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Slow:"] },
    { what: "with its body", parts: [`${EVALUATE}Content-Length: 100\r\n\r\n`, "{"] },
    { what: "between its chunks", parts: [`${EVALUATE}Transfer-Encoding: chunked\r\n\r\n`, "1\r\n{\r\n"] },
  ])("is answered with 408 and let go: $what", async ({ parts }) => {
    const answer = await talk(await start(), ...parts);
    expect(answer).toMatch(/^HTTP\/1\.1 408/);
    expect(answer).toContain('"code":"request-timeout"');
  });

  it("gets to see that its body is too large while it is still sending", async () => {
    const { url } = await start();
    const response = await fetch(`${url}/v1/policies/complaint-fines/evaluate`, {
      method: "POST",
      body: "[".repeat(2_000_000),
      headers: { "Content-Type": "application/json" },
    });
    expect([response.status, (await response.json()) as object]).toMatchObject([413, { code: "too-large" }]);
  });

  it("is told so once, and may go on with the same connection once all of it was sent", async () => {
    const socket = connect(Number(new URL((await start()).url).port), "127.0.0.1");
    let answer = "";
    socket.setEncoding("utf8");
    socket.on("data", (text: string) => (answer += text));
    socket.write(`${EVALUATE}Content-Length: 100000\r\n\r\n${"[".repeat(70_000)}`);
    await expect.poll(() => answer).toMatch(/^HTTP\/1\.1 413/);
    // Longer than what it runs on waits by itself.
    await sleep(600);
    socket.write(`${"[".repeat(30_000)}GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    await expect.poll(() => answer).toContain("HTTP/1.1 200");
    socket.destroy();
    const never = await talk(await start(), `${EVALUATE}Content-Length: 100000\r\n\r\n${"[".repeat(70_000)}`);
    expect(never.match(/HTTP\/1\.1 \d+/g)).toEqual(["HTTP/1.1 413"]);
  });

  it("is answered where its body comes in chunks, up to the limit and beyond it", async () => {
    const { url } = await start();
    for (const [size, status] of [
      [65_536, 400],
      [65_537, 413],
    ] as const) {
      const body = new Blob(["[".repeat(size)]).stream();
      const init = {
        method: "POST",
        body,
        headers: { "Content-Type": "application/json" },
        duplex: "half",
      } as RequestInit;
      expect((await fetch(`${url}/v1/policies/complaint-fines/evaluate`, init)).status).toBe(status);
    }
  });

  it("leaves no trace of a failure of ours where it goes away in the middle", async () => {
    const surroundings = sampleSurroundings();
    const server = await listen(createApp(surroundings), {
      host: "127.0.0.1",
      port: 0,
      surroundings,
      patience: PATIENCE,
    });
    servers.push(server);
    const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
    socket.write(`${EVALUATE}Content-Length: 100\r\n\r\n{`);
    await sleep(100);
    socket.destroy();
    await expect.poll(() => surroundings.logged).toMatchObject([{ status: 400, code: "incomplete-body" }]);
  });
});

describe("stopping", () => {
  it("lets an open request end and accepts no other", async () => {
    const [arrived, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const rulebook: typeof SAMPLE_RULES.rulebook = {
      ...SAMPLE_RULES.rulebook,
      evaluate: async (...asked) => {
        arrived.resolve();
        await held.promise;
        return SAMPLE_RULES.rulebook.evaluate(...asked);
      },
    };
    const { url, stop } = await start({ rules: () => ({ ...SAMPLE_RULES, rulebook }) });
    const open = fetch(`${url}/v1/policies/complaint-fines/evaluate`, {
      method: "POST",
      body: "{}",
      headers: { "Content-Type": "application/json" },
    });
    await arrived.promise;
    const stopped = stop();
    await expect(fetch(`${url}/healthz`)).rejects.toThrow("fetch failed");
    held.resolve();
    expect((await open).status).toBe(422);
    await stopped;
  });

  it("does not wait for a client that never ends its request", async () => {
    const server = await start();
    const answer = talk(server, `${EVALUATE}Content-Length: 100\r\n\r\n`, "{").catch(() => "cut off");
    await sleep(50);
    await server.stop();
    expect(await answer).toMatch(/408|cut off|^$/);
  });

  it("does not wait for a connection that is merely kept open", async () => {
    const server = await start();
    await (await fetch(`${server.url}/healthz`)).text();
    await server.stop();
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow("fetch failed");
  });
});

describe("listening", () => {
  it("says the port it really got, and fails with the address where that is taken", async () => {
    const { url } = await start();
    const port = Number(new URL(url).port);
    expect(port).toBeGreaterThan(0);
    const surroundings = sampleSurroundings();
    await expect(listen(createApp(surroundings), { host: "127.0.0.1", port, surroundings })).rejects.toThrow(
      `cannot listen on 127.0.0.1:${port}`,
    );
  });
});
