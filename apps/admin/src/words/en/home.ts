/** English: home. */
export const HOME = {
  home: {
    greeting: "Good to see you, {{ name }}.",
    drafts: "Drafts in work",
    noDrafts: "No draft is open.",
    reviews: "Waiting for a second person",
    noReviews: "Nothing waits for approval.",
    inForce: "In force today",
    changed: "changed {{ when }}",
  },
} as const;
