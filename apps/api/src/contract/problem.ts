import {
  PROBLEM_CODES,
  PROBLEM_TITLES,
  type ProblemCode,
  type ProblemDocument,
  type SentProblem,
  problemDocument,
} from "@evenhand/service";
import { z } from "@hono/zod-openapi";
import { PROBLEM_MEDIA_TYPE } from "../http/problem.ts";
import { BARE_PROBLEMS } from "../server/bare-problem.ts";
import { localizedText } from "./text.ts";

const code = z.enum(Object.keys(PROBLEM_CODES) as [ProblemCode, ...ProblemCode[]]).openapi("ProblemCode", {
  description:
    "One closed list, in order of precedence: where several problems are found, the first gives the answer its code.",
});

export const problem = z
  .object({
    type: z
      .string()
      .openapi({ format: "uri-reference", description: "Where the meaning of the code is told." }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code,
    errors: z
      .array(
        z
          .object({
            code,
            pointer: z.string().openapi({
              description:
                "A JSON pointer (RFC 6901) into the body, or to the parameter of the address; empty: the whole.",
            }),
            detail: z.string(),
            help: z.string().optional(),
          })
          .openapi("ProblemEntry"),
      )
      .openapi({ description: "Everything that was found, not only the first." }),
    instance: z.string().optional().openapi({ description: "The id of the request, as in `X-Request-Id`." }),
  })
  .openapi("Problem", {
    description: "A problem document (RFC 9457). The language follows `Accept-Language`.",
  });

export const problemKind = z
  .object({ type: z.string(), code, status: z.int(), title: localizedText })
  .openapi("ProblemKind");

type ProblemResponse = {
  readonly description: string;
  readonly content: Record<string, { schema: typeof problem; example?: unknown }>;
};

/** The responses of a route for these codes and those that every route may give, one for each status. */
export function problemResponses(...codes: readonly ProblemCode[]): Record<string, ProblemResponse> {
  const everywhere = [
    "method-not-allowed",
    "malformed-request",
    "headers-too-large",
    "internal-error",
  ] as const;
  const byStatus = Map.groupBy([...codes, ...everywhere], (each) => String(PROBLEM_CODES[each]));
  return Object.fromEntries(
    [...byStatus].map(([status, found]) => [
      status,
      {
        description: found.map((each) => `\`${each}\`: ${PROBLEM_TITLES[each].en}`).join("; "),
        content: { [PROBLEM_MEDIA_TYPE]: { schema: problem, ...exampleOf(found) } },
      },
    ]),
  );
}

function exampleOf(codes: readonly ProblemCode[]): { readonly example?: unknown } {
  const found = EXAMPLES.find((example) => codes.includes(example.code));
  return found ? { example: exampleDocument([found]) } : {};
}

/** A problem document as an example shows it. */
export function exampleDocument(problems: readonly SentProblem[]): ProblemDocument {
  return problemDocument(problems, { language: "en", instance: "0b7c1e0e-6a53" });
}

/** What is really sent, each where it can be; of an evaluation, the document has examples that were computed. */
const EXAMPLES: readonly SentProblem[] = [
  {
    code: "unknown-policy",
    at: "",
    message: { en: "there is no policy `complaint-fine`", zh: "没有制度`complaint-fine`" },
    help: { en: "did you mean `complaint-fines`?", zh: "是不是`complaint-fines`？" },
  },
  {
    code: "invalid-parameter",
    at: "/limit",
    message: { en: "`limit` is not a parameter here", zh: "此处没有参数`limit`" },
  },
  BARE_PROBLEMS["malformed-request"],
];
