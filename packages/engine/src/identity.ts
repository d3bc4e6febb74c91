/**
 * What the two evaluators are, as a recorded decision names them: our own rules compiled, under the version of this
 * package, and the library that answers beside them, under its own.
 */
export const EVALUATORS = {
  compiled: "evenhand-compiled/0.1.0",
  reference: "json-rules-engine/7.3.1",
} as const;
