/** English: what a draft shows of itself while it is edited. */
export const LIVE = {
  live: {
    tabs: { problems: "Problems", reading: "Reading" },
    readIn: "Language of the reading",
    readsIn: { zh: "中", en: "EN", both: "Both" },
    edited: "Being edited",
    notReadOut: "No sentence of the reading comes from this part.",
    readBeforeErrors: "This is how it read before its errors. Mend them and the reading follows.",
    readAfterMending: "The policy can be read out once its errors are mended.",
  },
} as const;
