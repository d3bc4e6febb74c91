/** English: the forms of what a policy says of itself. */
export const HEADER = {
  header: {
    wholeAsJson: "Whole policy (JSON)",
    guardsHint: "Tick those of the place where the people work. What would go beyond a limit is cut to it.",
    guardEdited: "statutory guard “{{ name }}”",
    otherCurrency: "counts in {{ currency }}, not in the currency of this policy, and cannot be chosen",
    unknown: "{{ value }} (there is none of this name)",
    calendarHint: "Working days in deadlines are counted by it.",
    appliesByHint:
      "A case uses the version in force on that day. Only dates that every case states are listed.",
    currencyHint: "Amounts already written are not converted.",
    lossFactHint: "The amount that is shared among those who bear it.",
    noLoss: "Nothing is divided",
    effectiveFrom: "The effective date is set at publication; the draft says {{ day }} for now.",
  },
  cap: {
    rate: "Rate",
    rateHint:
      "In one month no more than this part of a person’s monthly bonus is deducted, over all cases and policies.",
    choice: "{{ value }} · {{ label }}",
    toRate: "Change this rate",
    none: "There is no rate yet. Add a parameter whose unit is a rate first.",
    edited: "monthly cap: {{ name }}",
  },
  labels: {
    newGrade: "New grade",
    gradesHint:
      "Mildest first. Alt with ↑ or ↓ moves a grade. The labels are those of the words of outcomes.",
    gradesEdited: "grades of discipline",
    newWord: "New word",
    wordsHint: "What decisions and screens call these words.",
    wordsEdited: "word “{{ name }}”",
    malformed: "This part is not written as the form expects. Mend it in the JSON view.",
  },
} as const;
