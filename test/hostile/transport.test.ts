import { type Socket, connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Contract, publishedContract } from "./contract.ts";
import { finesWith } from "./requests.ts";
import { type Sent, evaluation, send } from "./send.ts";
import { type RunningService, startService } from "./service.ts";

let service: RunningService;
let contract: Contract;
const slow: Socket[] = [];
beforeAll(async () => {
  service = await startService();
  contract = await publishedContract(service.port);
});
afterAll(async () => {
  for (const socket of slow) socket.destroy();
  // INVARIANT: whatever was sent, the service ends as it should and met no failure of its own.
  await service.stop();
});

const EVALUATE = "/v1/policies/complaint-fines/evaluate";

type Row = { readonly title: string; readonly sent: Sent; readonly status: number; readonly code: string };

const ROWS: readonly Row[] = [
  ...["GET", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND"].map((method) => ({
    title: `${method} for POST`,
    sent: { path: EVALUATE, method },
    status: 405,
    code: "method-not-allowed",
  })),
  {
    title: "a body with GET",
    sent: { path: "/v1/policies", method: "POST", body: "{}" },
    status: 405,
    code: "method-not-allowed",
  },
  {
    title: "no content type",
    sent: { path: EVALUATE, method: "POST", body: finesWith() },
    status: 415,
    code: "unsupported-media-type",
  },
  ...[
    "text/plain",
    "application/xml",
    "multipart/form-data; boundary=x",
    "application/json; charset=gb18030",
    "application/json, text/plain",
  ].map((type) => ({
    title: `a body of type ${type}`,
    sent: { path: EVALUATE, method: "POST", body: finesWith(), headers: { "Content-Type": type } },
    status: 415,
    code: "unsupported-media-type",
  })),
  ...["gzip", "br", "deflate, gzip"].map((encoding) => ({
    title: `a body in ${encoding}`,
    sent: {
      path: EVALUATE,
      method: "POST",
      body: finesWith(),
      headers: { "Content-Type": "application/json", "Content-Encoding": encoding },
    },
    status: 415,
    code: "unsupported-media-type",
  })),
  ...[
    "/",
    "/v1/policies/complaint-fines/evaluate/",
    "/v1/policies//evaluate",
    "/v1/policies/complaint-fines/Evaluate",
    "/v1/../etc/passwd",
    "/docs/../package.json",
    "//v1/policies",
    "/%2e%2e/%2e%2e/etc/passwd",
  ]
    .slice(1)
    .map((path) => ({
      title: `the address ${path}`,
      sent: { path, method: "POST", body: "{}", headers: { "Content-Type": "application/json" } },
      status: 404,
      code: "not-found",
    })),
  { title: "an unknown parameter", sent: evaluationWith("?x=1"), status: 400, code: "invalid-parameter" },
  {
    title: "a parameter called __proto__",
    sent: evaluationWith("?__proto__[x]=1"),
    status: 400,
    code: "invalid-parameter",
  },
  {
    title: "thousands of parameters",
    sent: evaluationWith(`?${"a=1&".repeat(3_000)}`),
    status: 400,
    code: "invalid-parameter",
  },
  {
    title: "a parameter that is no text",
    sent: { path: "/v1/policies/complaint-fines/requirements?version=%ff" },
    status: 400,
    code: "invalid-parameter",
  },
  {
    title: "a host that is none",
    sent: { path: "/v1/policies", headers: { Host: "a b" } },
    status: 400,
    code: "malformed-request",
  },
  {
    title: "a host with a path",
    sent: { path: "/v1/policies", headers: { Host: "example.org/x" } },
    status: 400,
    code: "malformed-request",
  },
  {
    title: "headers of 20 KB",
    sent: { path: "/v1/policies", headers: { "X-Long": "x".repeat(20_000) } },
    status: 431,
    code: "headers-too-large",
  },
];

function evaluationWith(query: string): Sent {
  const sent = evaluation("complaint-fines", finesWith());
  return { ...sent, path: sent.path + query };
}

describe("what is wrong around a request is a problem as well", () => {
  it.each(ROWS)("$title", async ({ sent, status, code }) => {
    const problem = contract.checkProblem(await send(service.port, sent));
    expect([problem.status, problem.code]).toEqual([status, code]);
  });

  it("tells beforehand what an address takes, and answers HEAD as GET", async () => {
    const options = await send(service.port, { path: EVALUATE, method: "OPTIONS" });
    expect([options.status, options.headers["allow"]]).toEqual([204, "POST, OPTIONS"]);
    const head = await send(service.port, { path: "/v1/policies", method: "HEAD" });
    expect([head.status, head.text]).toEqual([200, ""]);
    expect((await send(service.port, { path: EVALUATE, method: "HEAD" })).status).toBe(405);
  });

  it("takes an expectation that it does not know as none", async () => {
    const sent = evaluation("complaint-fines", finesWith());
    expect(
      (await send(service.port, { ...sent, headers: { ...sent.headers, Expect: "the-impossible" } })).status,
    ).toBe(200);
  });
});

describe("somebody else's slowness", () => {
  it("holds up nobody: a hundred bodies that never come to an end", async () => {
    for (let count = 0; count < 100; count += 1) slow.push(holdOpen(service.port));
    await sleep(200);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => send(service.port, evaluation("complaint-fines", finesWith()))),
    );
    expect(answers.map((answer) => contract.checkDecision(answer).outcome.disposition)).toEqual(
      answers.map(() => "upheld"),
    );
  });
});

/** Announces a body, sends a first byte, and then nothing. */
function holdOpen(port: number): Socket {
  const socket = connect(port, "127.0.0.1");
  // It is cut off by the service in the end, or by us.
  socket.on("error", () => socket.destroy());
  socket.write(
    `POST ${EVALUATE} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{`,
  );
  return socket;
}
