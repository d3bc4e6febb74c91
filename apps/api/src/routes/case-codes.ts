/** What a case can be refused for wherever one is sent: to be kept, evaluated or decided. */
export const CASE_CODES = [
  "unknown-policy",
  "duplicate-party",
  "duplicate-evidence",
  "unknown-party",
  "unknown-fact",
  "missing-fact",
  "wrong-type",
  "unknown-value",
  "not-a-date",
  "out-of-range",
  "too-many",
  "conflicting-facts",
  "shares-exceed-whole",
  "before-first-version",
  "policy-not-usable",
  "similar-id",
] as const;
