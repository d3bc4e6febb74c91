import { type Server, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Contract, publishedContract } from "./contract.ts";
import { finesWith } from "./requests.ts";
import { type Answer, evaluation, send } from "./send.ts";
import { type RunningService, startService } from "./service.ts";

let service: RunningService;
let contract: Contract;
let decision: Answer;
let problem: Answer;
beforeAll(async () => {
  service = await startService();
  contract = await publishedContract(service.port);
  decision = await send(service.port, evaluation("complaint-fines", finesWith()));
  problem = await send(service.port, evaluation("complaint-fines", "{}"));
});
afterAll(async () => {
  await service.stop();
});

describe("the checks of this suite find what is planted", () => {
  it("and nothing where nothing is", () => {
    expect(() => {
      contract.check(decision);
      contract.check(problem);
    }).not.toThrow();
  });

  it.each<{ what: string; planted: () => Answer; says: RegExp }>([
    {
      what: "a failure of the service",
      planted: () => ({ ...problem, status: 500 }),
      says: /the status is 500/,
    },
    { what: "a redirection", planted: () => ({ ...problem, status: 302 }), says: /the status is 302/ },
    {
      what: "another status than the code's",
      planted: () => ({ ...problem, status: 400 }),
      says: /not that of the code/,
    },
    { what: "a page for a problem", planted: () => ({ ...problem, text: "<html>" }), says: /JSON/ },
    {
      what: "a problem sent as plain JSON",
      planted: () => with_(problem, "content-type", "application/json"),
      says: /not sent as a problem/,
    },
    {
      what: "somebody else's request",
      planted: () => with_(problem, "x-request-id", "other"),
      says: /another request/,
    },
    {
      what: "a problem that names nothing",
      planted: () => edited(problem, /"errors":\[[^\]]*\]/, '"errors":[]'),
      says: /not that of the first/,
    },
    {
      what: "a code that is not published",
      planted: () => edited(problem, /missing-field/g, "missing-thing"),
      says: /published shape/,
    },
    {
      what: "a pointer that is none",
      planted: () => edited(problem, '"/case"', '"case"'),
      says: /a pointer is none/,
    },
    {
      what: "a stack beside the problem",
      planted: () => edited(problem, '"errors"', '"stack":"at x","errors"'),
      says: /published shape/,
    },
    {
      what: "a decision without reasons",
      planted: () => edited(decision, /"explanation":\[.*\]/, '"why":[]'),
      says: /published shape/,
    },
    {
      what: "a fen too many in a plan",
      planted: () => edited(decision, '"amountMinor":20000', '"amountMinor":20001'),
      says: /does not add up/,
    },
    {
      what: "a total that is none",
      planted: () => edited(decision, '"fineMinor":0', '"fineMinor":1'),
      says: /the total of P1 does not add up/,
    },
    {
      what: "half a fen",
      planted: () => edited(decision, '"amountMinor":20000', '"amountMinor":20000.5'),
      says: /published shape/,
    },
    {
      what: "an answer that takes too long",
      planted: () => ({ ...decision, tookMs: 3_001 }),
      says: /took 3001 ms/,
    },
  ])("$what", ({ planted, says }) => {
    expect(() => contract.check(planted())).toThrow(says);
  });

  it("a service that never answers", async () => {
    const silent: Server = createServer(() => {}).listen(0, "127.0.0.1");
    await once(silent, "listening");
    const { port } = silent.address() as AddressInfo;
    await expect(send(port, { path: "/" }, { mostMs: 300 })).rejects.toThrow("no answer in 300 ms");
    silent.closeAllConnections();
    silent.close();
  });
});

function with_(answer: Answer, name: string, value: string): Answer {
  return { ...answer, headers: { ...answer.headers, [name]: value } };
}

/** The answer with something in its text replaced; what is not there cannot be planted. */
function edited(answer: Answer, from: string | RegExp, to: string): Answer {
  const text = answer.text.replace(from, to);
  if (text === answer.text) throw new Error(`the answer does not hold ${String(from)}`);
  return { ...answer, text };
}
