import { connect } from "node:net";
import { createApp, listen } from "@evenhand/api";
import type { EvaluateRequest, RuleFiles } from "@evenhand/domain";
import type { ProblemDocument } from "@evenhand/service";
import { RULE_FILES, SERVICE, answer, serving, surroundingsWith } from "../service.ts";
import type { ProblemExample } from "./example.ts";
import { type Facts, SOUND } from "./sound.ts";

const COMPLAINT_FINES = "/v1/policies/complaint-fines/evaluate";

type Spoilt = Record<string, unknown> & { case: typeof SOUND.case & Record<string, unknown> };

function spoilt(spoil: (request: Spoilt) => void): ProblemExample {
  const request: Spoilt = structuredClone(SOUND);
  spoil(request);
  return evaluating(JSON.stringify(request));
}

/** An example in which the facts of the case are others. */
function withFacts(facts: Facts): ProblemExample {
  return spoilt((request) => Object.assign(request.case.facts, facts));
}

/** An example in which the facts of the second party are others. */
function withPartyFacts(facts: Facts): ProblemExample {
  return spoilt((request) => Object.assign(request.case.parties[1]?.facts ?? {}, facts));
}

function evaluating(body: string | Uint8Array<ArrayBuffer>, path = COMPLAINT_FINES): ProblemExample {
  return (language) =>
    problemIn(SERVICE, path, {
      method: "POST",
      body,
      headers: { "Content-Type": "application/json", "Accept-Language": language },
    });
}

function getting(path: string, init: RequestInit = {}, surroundings = SERVICE): ProblemExample {
  return (language) => problemIn(surroundings, path, { ...init, headers: { "Accept-Language": language } });
}

async function problemIn(...asked: Parameters<typeof answer>): Promise<ProblemDocument> {
  const { body } = await answer(...asked);
  return body as unknown as ProblemDocument;
}

/** Bytes sent over a real connection, where nothing becomes a request. */
function sending(bytes: string): ProblemExample {
  return async () => {
    const patience = { headers: 50, request: 50, idle: 5_000, stop: 100 };
    const server = await listen(createApp(SERVICE), {
      host: "127.0.0.1",
      port: 0,
      surroundings: SERVICE,
      patience,
    });
    try {
      const text = await new Promise<string>((resolve, reject) => {
        const received: Buffer[] = [];
        const socket = connect(Number(new URL(server.url).port), "127.0.0.1", () => socket.write(bytes));
        socket.on("data", (chunk) => received.push(chunk));
        socket.on("close", () => resolve(Buffer.concat(received).toString()));
        socket.on("error", reject);
      });
      return JSON.parse(text.slice(text.indexOf("\r\n\r\n") + 4)) as ProblemDocument;
    } finally {
      await server.stop();
    }
  };
}

/** The rules with version 2 of complaint-fines broken. */
function withBrokenVersion(): RuleFiles {
  const policies = RULE_FILES.policies.map((file) =>
    file.path === "complaint-fines/v2.json" ? { ...file, text: "{}" } : file,
  );
  return { ...RULE_FILES, policies };
}

/** A body whose sender goes away. */
function breakingOff(): ReadableStream {
  return new ReadableStream({ pull: (controller) => controller.error(new Error("gone")) });
}

function ask(
  id: string,
  facts: Facts,
  parties: readonly { readonly id: string; readonly facts: Facts }[],
): ProblemExample {
  const request = {
    case: { reference: "X-1", facts, parties: parties.map((party) => ({ kind: "department", ...party })) },
  };
  return evaluating(
    JSON.stringify(request satisfies { case: Omit<EvaluateRequest["case"], "facts" | "parties"> }),
    `/v1/policies/${id}/evaluate`,
  );
}

/** Requests that nothing is kept of: what is wrong with a case or around it, and with the service itself. */
export const OF_REQUESTS = {
  "too-large": evaluating(" ".repeat(65_537)),
  "unsupported-media-type": (language) =>
    problemIn(SERVICE, COMPLAINT_FINES, {
      method: "POST",
      body: "{}",
      headers: { "Content-Type": "text/plain", "Accept-Language": language },
    }),
  "not-text": evaluating(new Uint8Array([0x22, 0xff, 0x22])),
  "too-deep": evaluating("[".repeat(33)),
  "too-many-nodes": evaluating(`[${"0,".repeat(10_000)}0]`),
  "not-json": evaluating('{ "case": }'),
  "duplicate-key": evaluating('{ "case": {}, "case": {} }'),
  "dangerous-key": evaluating('{ "__proto__": {} }'),
  "inexact-number": evaluating('{ "policyVersion": 1e400 }'),
  "not-found": getting("/v2/policies"),
  "method-not-allowed": getting("/v1/policies", { method: "DELETE" }),
  "unknown-policy": evaluating("{}", "/v1/policies/complaint-fine/evaluate"),
  "unknown-version": spoilt((request) => (request["policyVersion"] = 9)),
  "invalid-parameter": getting("/v1/policies/complaint-fines/requirements?verison=1"),
  "wrong-shape": spoilt((request) => Object.assign(request.case, { parties: {} })),
  "unknown-field": spoilt((request) => (request["polcyVersion"] = 2)),
  "missing-field": spoilt((request) => Object.assign(request.case, { reference: undefined })),
  "duplicate-party": spoilt((request) => Object.assign(request.case.parties[1] ?? {}, { id: "P1" })),
  "duplicate-evidence": spoilt(
    (request) => (request.case["evidence"] = [1, 2].map(() => ({ id: "E1", kind: "photo" }))),
  ),
  "unknown-party": ask("order-incident", {}, [
    { id: "sales", facts: { accusedBy: "productoin" } },
    { id: "production", facts: {} },
  ]),
  "unknown-fact": withFacts({ lossAmuont: 1_200_000 }),
  "missing-fact": withFacts({ lossAmount: undefined }),
  "wrong-type": withFacts({ lossAmount: 12_000.5 }),
  "unknown-value": withPartyFacts({ seriousness: "slihgt" }),
  "not-a-date": withFacts({ receivedOn: "2026-02-30" }),
  "out-of-range": withPartyFacts({ basePoints: 41 }),
  "too-many": spoilt((request) =>
    Object.assign(request.case, {
      parties: Array.from({ length: 201 }, (_, index) => ({ id: `P${index}`, kind: "person", facts: {} })),
    }),
  ),
  "conflicting-facts": withPartyFacts({ unitBasePoints: 50 }),
  "shares-exceed-whole": ask(
    "manufacturer-complaints",
    { cause: "quality", market: "domestic", acceptedOn: "2026-03-02", lossAmount: 1_000_000, upheld: true },
    [
      { id: "manufacturing", facts: { share: 0.6 } },
      { id: "business", facts: { share: 0.5 } },
    ],
  ),
  "before-first-version": withFacts({ receivedOn: "2025-06-30" }),
  "policy-not-usable": (language) =>
    problemIn(serving(withBrokenVersion()), COMPLAINT_FINES, {
      method: "POST",
      body: JSON.stringify(SOUND),
      headers: { "Content-Type": "application/json", "Accept-Language": language },
    }),
  "malformed-request": sending("no request\r\n\r\n"),
  "incomplete-body": (language) =>
    problemIn(SERVICE, COMPLAINT_FINES, {
      method: "POST",
      body: breakingOff(),
      duplex: "half",
      headers: { "Content-Type": "application/json", "Accept-Language": language },
    }),
  "request-timeout": sending("POST /healthz HTTP/1.1\r\n"),
  "headers-too-large": sending(`GET /healthz HTTP/1.1\r\nX-Long: ${"x".repeat(20_000)}\r\n\r\n`),
  "internal-error": getting(
    "/v1/policies",
    {},
    surroundingsWith(() => {
      throw new Error("broken on purpose");
    }),
  ),
  "not-ready": getting(
    "/readyz",
    {},
    surroundingsWith(() => ({ state: "loading" })),
  ),
} as const satisfies Readonly<Record<string, ProblemExample>>;
