import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { requestsFor } from "../support/random-case.ts";
import { loadRules } from "../support/rules.ts";
import { type Contract, publishedContract } from "./contract.ts";
import { extremeRequests } from "./extremes.ts";
import { mutatedTexts } from "./mutate.ts";
import { type Answer, type Sent, evaluation, send } from "./send.ts";
import { type RunningService, startService } from "./service.ts";
import { wanderingRequests } from "./wander.ts";

const SEED = Number(process.env["SEED"] ?? 20_261_122);
/** How many requests are sent of each kind; a longer run asks for more. */
const REQUESTS = Number(process.env["REQUESTS"] ?? 800);
/** As many at once: what one request does to another is looked at as well. */
const AT_ONCE = 10;

const policies = loadRules().versions.map(({ policy }) => policy);

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

type Check = (answer: Answer, sent: Sent) => void;

/** Sends what is generated, checks every answer, and counts the answers by their status. */
async function sendAll(
  requests: fc.Arbitrary<Sent>,
  check: Check = contract.check,
): Promise<ReadonlyMap<number, number>> {
  const statuses = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(fc.array(requests, { minLength: AT_ONCE, maxLength: AT_ONCE }), async (several) => {
      await Promise.all(
        several.map(async (sent) => {
          const answer = await send(service.port, sent);
          check(answer, sent);
          statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        }),
      );
    }),
    { seed: SEED, numRuns: Math.ceil(REQUESTS / AT_ONCE) },
  );
  return statuses;
}

/** Which of the statuses were met often enough to show something; a generator that met none would show nothing. */
function metOf(statuses: ReadonlyMap<number, number>, expected: readonly number[]): readonly number[] {
  console.log(`seed ${SEED}: ${JSON.stringify(Object.fromEntries(statuses))}`);
  return expected.filter((status) => (statuses.get(status) ?? 0) > REQUESTS / 100);
}

describe(`generated requests, seed ${SEED}: none below a 4xx, all as published, none slow`, () => {
  it("that are sound are decided, or refused for what they say", async () => {
    const texts = fc
      .constantFrom(...policies)
      .chain((policy) =>
        requestsFor(policy).map((request) => evaluation(policy.id, JSON.stringify(request))),
      );
    expect(metOf(await sendAll(texts), [200])).toEqual([200]);
  });

  it("that state the most and the least there may be are decided, or refused for that", async () => {
    const requests = fc
      .constantFrom(...policies)
      .chain((policy) =>
        extremeRequests(policy).map((request) => evaluation(policy.id, JSON.stringify(request))),
      );
    expect(metOf(await sendAll(requests), [200, 422])).toEqual([200, 422]);
  });

  it("that something was done to are answered with what is wrong, or decided", async () => {
    const texts = fc
      .constantFrom(...policies)
      .chain((policy) => mutatedTexts(requestsFor(policy)).map((body) => evaluation(policy.id, body)));
    expect(metOf(await sendAll(texts), [200, 400, 422])).toEqual([200, 400, 422]);
  });

  it("that are any bytes are no text, or no JSON, or no request", async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.string({ unit: "binary", maxLength: 200 }).map((text) => new TextEncoder().encode(text)),
      fc.json().map((text) => new TextEncoder().encode(text)),
    );
    const statuses = await sendAll(bytes.map((body) => evaluation("complaint-fines", Uint8Array.from(body))));
    expect(metOf(statuses, [400, 422])).toEqual([400, 422]);
    expect(statuses.has(200)).toBe(false);
  });

  it("that go anywhere, with any method and any header, are answered there, or with what is wrong", async () => {
    const statuses = await sendAll(wanderingRequests(), (answer, { method }) => {
      if (answer.status >= 500) throw new Error(`the status is ${answer.status}`);
      if (answer.status >= 400 && method !== "HEAD") contract.checkProblem(answer);
      for (const header of ["content-security-policy", "x-content-type-options", "x-request-id"]) {
        if (answer.headers[header] === undefined) throw new Error(`${header} is missing`);
      }
    });
    expect(metOf(statuses, [200, 400, 404, 405])).toEqual([200, 400, 404, 405]);
  });
});
