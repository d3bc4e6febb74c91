export { readGuard } from "./guard/read-guard.ts";
export { parsePolicy } from "./parse-policy.ts";
export { policyJsonSchema } from "./json-schema.ts";
export { preparePolicy } from "./prepare-policy.ts";
export type { PolicyReading, ReadingEntry, ReadingSection } from "./reading/policy-reading.ts";
export { readPolicy } from "./reading/read-policy.ts";
export { renderPolicyReading } from "./reading/render-policy-reading.ts";
