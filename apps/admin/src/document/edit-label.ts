/** The longest label of an edit that the service takes, in UTF-16 code units. */
const LONGEST = 200;

/** What undoing an edit will be called, as the service takes it: shortened between characters where it is too long. */
export function editLabel(text: string): string {
  const label = text.toWellFormed().replaceAll("\u0000", "");
  if (label.length <= LONGEST) return label;
  let kept = "";
  for (const character of label) {
    if (kept.length + character.length >= LONGEST) break;
    kept += character;
  }
  return `${kept}…`;
}
