/** The part of an address that leads to one thing that changed: `#change/rule/close-in-7-days`. */
export function hashOf(key: string): string {
  return `#change/${encodeURIComponent(key)}`;
}
