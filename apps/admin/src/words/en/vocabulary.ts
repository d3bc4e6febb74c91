/** English: statutory guards and the vocabulary. */
export const VOCABULARY = {
  guards: {
    fromRules:
      "Guards come with the rules of the service and are only read here. A policy names those that it is held to.",
    namedBy: "Named by",
    namedByNone: "No policy in force names this guard.",
    sources: "Limits in {{ currency }}. Sources: {{ sources }}",
  },
  vocabulary: {
    search: "Search by name, in Chinese or English, or by key",
    onlyDiffering: "Only what policies call or type differently",
    onlyDifferingHint: "Facts that have one key and differ in name, type or values: {{ count }}",
    changing:
      "A fact is changed in a draft of its policy: “Change in a draft” goes there, and begins one where none is being written.",
    differs: {
      label: "called differently",
      type: "of different types",
      values: "with different values",
      scope: "of the case here, of a party there",
    },
    scopes: { case: "of the case", party: "of each party" },
    types: {
      money: "amount",
      rate: "rate",
      integer: "whole number",
      decimal: "number",
      boolean: "yes or no",
      date: "day",
      instant: "moment",
      text: "text",
      enum: "one of its values",
      set: "any of its values",
      party: "party",
      derived: "worked out from other facts",
    },
    called: "{{ en }} · {{ zh }}",
    values: "Allowed values ({{ count }})",
    readBy: "Where it is used ({{ count }})",
    servesAs: {
      loss: "It is the loss that is shared out.",
      version: "Its day chooses the version of the policy.",
      cap: "The monthly cap is a part of it.",
      "start-of-deduction": "Deductions start in its month.",
      conflict: "It says who may not decide.",
      guard: "The statutory guards read it.",
      gate: "The gates compare it.",
    },
    readByNothing: "Used by no rule and no table.",
    toDraft: "Change in a draft",
  },
} as const;
