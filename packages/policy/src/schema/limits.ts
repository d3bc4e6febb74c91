/** How large a policy may be: enough for any measure that people still oversee, and small enough never to keep anybody waiting. */
export const POLICY_LIMITS = {
  /** Of the document's text, in UTF-8. */
  bytes: 256 * 1024,
  depth: 32,
  /** Values of any kind, the document itself included. */
  nodes: 10_000,
  textLength: 2_000,
  /** Of ids and names. */
  nameLength: 64,
  /** Rules and table rows together, since a row is a rule. */
  rules: 500,
  /** Rows of a table in which the upper row wins: each of them asks those above it as well. */
  firstRows: 100,
  /** Comparisons in one rule, those of the named conditions it names included. */
  conditions: 64,
  /** Pieces of evidence that a gate may ask for. */
  evidence: 100,
  /** Units of time in one deadline: longer than any at work, and short enough to count. */
  deadline: 10_000,
} as const;

/** Priorities run from 1, below which json-rules-engine refuses a rule, to this. */
export const HIGHEST_PRIORITY = 10_000;
