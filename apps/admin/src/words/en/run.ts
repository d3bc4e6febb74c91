/** English: how far a run is. */
export const RUN = {
  run: {
    inLine: "In line",
    found: "{{ total }} so far, none done yet",
    skipped: "{{ count }} skipped",
    rate: "{{ count }} a second",
    left: "about {{ time }} left",
  },
};
