import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BAD_REQUESTS } from "./bad-requests.ts";
import { type Contract, publishedContract } from "./contract.ts";
import { ODD_REQUESTS } from "./odd-requests.ts";
import { finesWith } from "./requests.ts";
import { evaluation, send } from "./send.ts";
import { type RunningService, startService } from "./service.ts";

let service: RunningService;
let contract: Contract;
beforeAll(async () => {
  service = await startService();
  contract = await publishedContract(service.port);
});
afterAll(async () => {
  // INVARIANT: whatever was sent, the service ends as it should and met no failure of its own.
  await service.stop();
});

describe("a bad request is answered with everything that is wrong with it", () => {
  it.each(BAD_REQUESTS)("$title", async ({ policy = "complaint-fines", body, status, problems }) => {
    const problem = contract.checkProblem(await send(service.port, evaluation(policy, body)));
    expect([problem.status, problem.errors.map(({ code, pointer }) => [code, pointer])]).toEqual([
      status,
      problems,
    ]);
  });

  it("in Chinese as in English", async () => {
    for (const { policy = "complaint-fines", body } of BAD_REQUESTS) {
      const sent = evaluation(policy, body);
      const answer = await send(service.port, {
        ...sent,
        headers: { ...sent.headers, "Accept-Language": "zh" },
      });
      const { errors } = contract.checkProblem(answer);
      expect(answer.headers["content-language"]).toBe("zh");
      for (const { detail } of errors) expect(detail).toMatch(/[\u4e00-\u9fff]/);
    }
  });
});

describe("an odd request is decided all the same", () => {
  it.each(ODD_REQUESTS)("$title", async ({ policy, body, disposition }) => {
    const answer = await send(service.port, evaluation(policy, body));
    if (answer.status !== 200) throw new Error(answer.text.slice(0, 500));
    expect(contract.checkDecision(answer).outcome.disposition).toBe(disposition);
  });
});

describe("bytes that are no text", () => {
  it.each([
    { title: "a byte that UTF-8 does not know", body: Uint8Array.of(0x22, 0xff, 0x22) },
    { title: "a character cut short", body: new TextEncoder().encode('"元').slice(0, -1) },
    { title: "a surrogate in UTF-8", body: Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22) },
    { title: "an overlong slash", body: Uint8Array.of(0x22, 0xc0, 0xaf, 0x22) },
    { title: "UTF-16", body: new Uint8Array(Buffer.from(`\uFEFF${finesWith()}`, "utf16le")) },
  ])("are refused: $title", async ({ body }) => {
    const problem = contract.checkProblem(await send(service.port, evaluation("complaint-fines", body)));
    expect([problem.status, problem.code]).toEqual([400, "not-text"]);
  });
});

describe("what is published", () => {
  it.each([
    { path: "/healthz" },
    { path: "/readyz" },
    { path: "/v1/policies" },
    { path: "/v1/policies/{id}", address: "/v1/policies/complaint-fines" },
    ...["complaint-fines", "fair-attribution", "delivery-compensation", "first-contact"].flatMap((id) => [
      { path: "/v1/policies/{id}/requirements", address: `/v1/policies/${id}/requirements` },
      { path: "/v1/policies/{id}/versions/{version}", address: `/v1/policies/${id}/versions/1` },
      {
        path: "/v1/policies/{id}/versions/{version}/requirements",
        address: `/v1/policies/${id}/versions/1/requirements`,
      },
      {
        path: "/v1/policies/{id}/versions/{version}/reading",
        address: `/v1/policies/${id}/versions/1/reading?lang=zh`,
      },
    ]),
    { path: "/v1/schemas/policy.json" },
    { path: "/v1/problems" },
    { path: "/problems/{code}", address: "/problems/missing-fact" },
    { path: "/openapi.json" },
  ])("is what is answered: $path $address", async ({ path, address = path }) => {
    const answer = await send(service.port, { path: address });
    expect(answer.status).toBe(200);
    contract.checkPublished(path, answer);
  });
});
