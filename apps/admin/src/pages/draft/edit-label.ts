/** The longest label that an edit may have. */
const LONGEST_LABEL = 160;

/** A label of an edit, no longer than the service takes. */
export function shortened(label: string): string {
  return label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL - 1)}…` : label;
}
