import fc from "fast-check";
import type { Sent } from "./send.ts";

const METHODS = [
  "GET",
  "GET",
  "GET",
  "HEAD",
  "OPTIONS",
  "POST",
  "PUT",
  "DELETE",
  "PATCH",
  "TRACE",
  "SEARCH",
] as const;

const SEGMENTS = [
  "v1",
  "policies",
  "complaint-fines",
  "versions",
  "1",
  "2",
  "requirements",
  "reading",
  "schemas",
  "policy.json",
  "problems",
  "missing-fact",
  "docs",
  "init.js",
  "healthz",
  "readyz",
  "openapi.json",
  "..",
  ".",
  "",
  "%2e%2e",
  "%2f",
  "%00",
  "%",
  "%zz",
  "%E0%A4%A",
  "__proto__",
  "constructor",
  "*",
  ":id",
  "{id}",
  ";x=1",
] as const;

/** Addresses that there are, so that more than errors is met. */
const KNOWN = [
  "/v1/policies",
  "/v1/policies/complaint-fines",
  "/v1/policies/complaint-fines/versions/2",
  "/v1/policies/complaint-fines/versions/2/reading",
  "/v1/policies/complaint-fines/requirements",
  "/v1/problems",
  "/docs",
  "/healthz",
  "/",
] as const;

/** Visible ASCII, which is all that a header or an address may hold when it is sent. */
const visible = fc.string({
  unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
  maxLength: 12,
});

/** Requests to addresses that there are, that there are not, and that there cannot be. */
export function wanderingRequests(): fc.Arbitrary<Sent> {
  const segment = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...SEGMENTS) }, visible);
  const wandering = fc.array(segment, { maxLength: 6 }).map((segments) => `/${segments.join("/")}`);
  const query = fc.oneof(
    fc.constantFrom(
      "",
      "",
      "?",
      "?version=1",
      "?version=0",
      "?lang=zh",
      "?lang=fr",
      "?version=1&version=2",
      "?__proto__=1",
    ),
    visible.map((text) => `?${text}`),
  );
  const headers = fc.dictionary(
    fc.constantFrom(
      "Accept-Language",
      "X-Request-Id",
      "Accept",
      "Content-Type",
      "If-None-Match",
      "Range",
      "X-Forwarded-Proto",
    ),
    visible,
    { maxKeys: 3 },
  );
  const path = fc
    .tuple(fc.oneof(fc.constantFrom(...KNOWN), wandering), query)
    .map(([address, asked]) => address + asked);
  return fc.record({ method: fc.constantFrom(...METHODS), path, headers });
}
