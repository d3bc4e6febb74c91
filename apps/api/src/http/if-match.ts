import { quote } from "@evenhand/domain";
import { z } from "@hono/zod-openapi";
import type { ApiContext } from "./env.ts";
import { type Refused, refused } from "./problem.ts";

/** The header with which somebody who edits says what they saw, for the document. */
export const IF_MATCH = z.object({
  "If-Match": z.string().openapi({
    description:
      "The revision that was seen, as `ETag` gave it; where there is another by now, nothing is changed.",
    example: '"7"',
  }),
});

/** The header with which an answer says which revision it shows, for the document. */
export const ETAG = {
  ETag: { description: "The revision, for `If-Match`.", schema: { type: "string" as const } },
};

/**
 * The revision that the request was made upon.
 *
 * @throws Refused as `invalid-parameter` where the header is missing or is not one revision in quotes
 */
export function revisionSeen(c: ApiContext): number {
  const header = c.req.header("If-Match");
  const revision = /^"([1-9]\d{0,8})"$/.exec(header ?? "")?.[1];
  if (revision === undefined) throw noRevision(header);
  return Number(revision);
}

function noRevision(header: string | undefined): Refused {
  return refused({
    code: "invalid-parameter",
    at: "/If-Match",
    message:
      header === undefined
        ? { en: "the request does not say which revision was seen", zh: "请求未说明所依据的修订" }
        : { en: `${quote(header)} names no revision`, zh: `${quote(header)}不是有效的修订标识` },
    help: {
      en: 'send the `ETag` of the draft as it was read, such as `If-Match: "7"`',
      zh: '请发送读取草案时得到的`ETag`，如`If-Match: "7"`',
    },
  });
}
