import type { EvaluateResponse } from "@evenhand/domain";
import { Ajv2020 } from "ajv/dist/2020.js";
import { type Answer, send } from "./send.ts";

/** Far more than any answer needs, and far less than a hang: what nobody may wait for, also on a busy machine. */
const MOST_MS = 3_000;

/** A problem document, as far as the tests look into it. */
export type ProblemAnswer = {
  readonly code: string;
  readonly status: number;
  readonly instance: string;
  readonly errors: readonly { readonly code: string; readonly pointer: string; readonly detail: string }[];
};

/** Whatever is answered, held against what the service itself publishes. Every check throws where it fails. */
export type Contract = {
  /** Any answer to an evaluation: a decision that adds up, or a problem; never a failure of the service. */
  readonly check: (answer: Answer) => void;
  readonly checkDecision: (answer: Answer) => EvaluateResponse;
  readonly checkProblem: (answer: Answer) => ProblemAnswer;
  /** An answer that is no problem, against what is published for an address and its status. */
  readonly checkPublished: (path: string, answer: Answer, method?: string) => void;
};

type Schema = Readonly<Record<string, unknown>>;
type Operation = {
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>
  >;
};
type OpenApi = {
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};

/** Reads the contract of a running service from its own OpenAPI document. */
export async function publishedContract(port: number): Promise<Contract> {
  const document = JSON.parse((await send(port, { path: "/openapi.json" })).text) as OpenApi;
  const codes = JSON.parse((await send(port, { path: "/v1/problems" })).text) as {
    problems: readonly { code: string; status: number }[];
  };
  const statusOf = new Map(codes.problems.map(({ code, status }) => [code, status]));
  const conforms = schemaCheck(document);
  const contract: Contract = {
    check: (answer) =>
      void (answer.status === 200 ? contract.checkDecision(answer) : contract.checkProblem(answer)),
    checkDecision: (answer) => {
      const decision = conforms(
        { $ref: "#/components/schemas/EvaluateResponse" },
        answer,
      ) as EvaluateResponse;
      checkFigures(decision);
      return decision;
    },
    checkProblem: (answer) => {
      const problem = conforms({ $ref: "#/components/schemas/Problem" }, answer) as ProblemAnswer;
      checkProblem(problem, answer, statusOf);
      return problem;
    },
    checkPublished: (path, answer, method = "GET") => {
      const { status, headers } = answer;
      const response = document.paths[path]?.[method.toLowerCase()]?.responses[String(status)];
      const type = (headers["content-type"] ?? "").split(";")[0] ?? "";
      const schema = response?.content?.[type]?.schema;
      if (!schema) throw new Error(`nothing is published for ${method} ${path} with ${status} as ${type}`);
      if (type.endsWith("json")) conforms(schema, answer);
    },
  };
  return contract;
}

/** Checks a body against a schema of the document, and takes no member that the schema does not name. */
function schemaCheck({ components }: OpenApi): (schema: Schema, answer: Answer) => unknown {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
  const parts = Object.entries(components.schemas).map(([name, schema]) => [name, membersClosed(schema)]);
  const closed = { ...(closedUp(components) as Schema), parts: Object.fromEntries(parts) as Schema };
  return (schema, { text, tookMs }) => {
    if (tookMs > MOST_MS) throw new Error(`the answer took ${Math.round(tookMs)} ms`);
    const body: unknown = JSON.parse(text);
    const validate = compiled(ajv, { ...(closedUp(schema) as Schema), components: closed });
    if (!validate(body))
      throw new Error(`the answer has not the published shape: ${ajv.errorsText(validate.errors)}`);
    return body;
  };
}

const known = new WeakMap<Ajv2020, Map<string, ReturnType<Ajv2020["compile"]>>>();

function compiled(ajv: Ajv2020, schema: Schema): ReturnType<Ajv2020["compile"]> {
  const bySchema = known.get(ajv) ?? new Map<string, ReturnType<Ajv2020["compile"]>>();
  known.set(ajv, bySchema);
  const key = JSON.stringify({ ...schema, components: undefined });
  const validate = bySchema.get(key) ?? ajv.compile(schema);
  bySchema.set(key, validate);
  return validate;
}

/**
 * Published shapes are open, since more may be added; what is added here without being published is a fault. Parts that
 * are put together stay open each by itself, and are closed as a whole.
 */
function closedUp(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(closedUp);
  if (typeof node !== "object" || node === null) return node;
  if ("allOf" in node) {
    const { allOf, ...others } = node as { readonly allOf: readonly object[] };
    return { ...membersClosed(others), allOf: allOf.map(partOf), unevaluatedProperties: false };
  }
  const isOpen = "properties" in node && !("additionalProperties" in node);
  return { ...membersClosed(node), ...(isOpen ? { additionalProperties: false } : {}) };
}

function membersClosed(node: object): object {
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, closedUp(value)]));
}

function partOf(part: object): object {
  if (!("$ref" in part)) return membersClosed(part);
  return { $ref: String(part.$ref).replace("/schemas/", "/parts/") };
}

function checkFigures({ outcome }: EvaluateResponse): void {
  for (const { party, fineMinor, bonusMinor, totalMinor, schedule, outstandingMinor } of outcome.parties) {
    const scheduled = schedule.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
    if (fineMinor + bonusMinor !== totalMinor) throw new Error(`the total of ${party} does not add up`);
    if (schedule.length + outstandingMinor > 0 && scheduled + outstandingMinor !== totalMinor) {
      throw new Error(`what ${party} pays, and when, does not add up`);
    }
  }
}

function checkProblem(
  problem: ProblemAnswer,
  { status, headers }: Answer,
  statusOf: ReadonlyMap<string, number>,
): void {
  const fault = (what: string): never => {
    throw new Error(`${what}: ${JSON.stringify(problem)}`);
  };
  if (status < 400 || status >= 500) fault(`the status is ${status}, which is none of a bad request`);
  if (headers["content-type"] !== "application/problem+json") fault("it is not sent as a problem document");
  if (problem.status !== status || statusOf.get(problem.code) !== status)
    fault("the status is not that of the code");
  if (problem.errors[0]?.code !== problem.code) fault("the code is not that of the first problem");
  if (problem.instance !== headers["x-request-id"]) fault("it names another request");
  if (!problem.errors.every(({ pointer }) => /^(?:\/(?:[^~/]|~[01])*)*$/.test(pointer)))
    fault("a pointer is none");
  if (!problem.errors.every(({ detail }) => detail.isWellFormed() && detail.length > 0))
    fault("a detail says nothing");
}
