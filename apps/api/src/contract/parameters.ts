import { z } from "@hono/zod-openapi";
import { policyId } from "./text.ts";

const versionNumber = z.int().min(1).max(999_999_999);

export const versionPath = z.object({
  id: policyId,
  version: versionNumber.openapi({ param: { name: "version", in: "path", required: true }, example: 2 }),
});

export const versionQuery = z.object({
  version: versionNumber.optional().openapi({ description: "Default: the newest version.", example: 2 }),
});
