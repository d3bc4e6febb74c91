/** What cases are found by whose case or party states a value of a fact; a value that nobody stated is the empty text. */
export function groupKey(fact: string, value: string | null): string {
  return `group:${fact}=${value ?? ""}`;
}
