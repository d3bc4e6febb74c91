/** Ids and names are short; the bound also keeps comparing them cheap. */
const LONGEST_NAME = 64;

/**
 * Whether a text is an id of ours: lower-case words and digits joined by single hyphens, at most 64 characters. One that
 * is all digits is none, since objects move such keys to the front, nor is a name that every object has.
 *
 * `close-in-7-days` is; `Close`, `7`, `a--b` and `constructor` are not.
 */
export function isIdentifier(text: string): boolean {
  return (
    text.length <= LONGEST_NAME &&
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) &&
    /[a-z]/.test(text) &&
    !(text in Object.prototype)
  );
}

/**
 * Whether a text is a name of a fact or parameter: camel case, beginning with a small letter, at most 64 characters, and
 * not a name that every object has.
 *
 * `lossAmount` is; `LossAmount`, `loss-amount` and `toString` are not.
 */
export function isFactName(text: string): boolean {
  return text.length <= LONGEST_NAME && /^[a-z][a-zA-Z0-9]*$/.test(text) && !(text in Object.prototype);
}

/**
 * A JSON pointer (RFC 6901) to a place in a document; none of the parts is the whole document.
 *
 * `pointer("rules", 0, "a/b~c")` is `/rules/0/a~1b~0c`.
 */
export function pointer(...parts: readonly (string | number)[]): string {
  return parts.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/**
 * The candidate that was most likely meant, for "did you mean": the same letters in another case or joined otherwise
 * (`loss-amount` for `lossAmount`), or else the nearest by slips of the keyboard, where one letter in three may be added,
 * left out, replaced or swapped with its neighbour, and never more than three. Of equals the earlier; `undefined` where
 * nothing is near.
 *
 * `suggest("lossAmuont", ["lossAmount", "receivedOn"])` is `lossAmount`.
 */
export function suggest(name: string, candidates: readonly string[]): string | undefined {
  if (name.length > LONGEST_NAME) return undefined;
  const wanted = lettersOf(name);
  let within = Math.min(3, Math.floor(wanted.length / 3));
  let nearest: string | undefined;
  for (const candidate of candidates) {
    if (candidate.length > LONGEST_NAME) continue;
    const letters = lettersOf(candidate);
    if (letters === wanted) return candidate;
    const distance = slipsBetween(wanted, letters, within);
    if (distance === undefined) continue;
    nearest = candidate;
    // Only a candidate that is nearer still may take its place.
    within = distance - 1;
  }
  return nearest;
}

function lettersOf(name: string): string {
  return name.replace(/[-_. ]/g, "").toLowerCase();
}

/**
 * The Damerau-Levenshtein distance in which no stretch is edited twice, or `undefined` once it is certain to be above
 * `most`: a request full of unknown names is compared with every fact there is.
 */
function slipsBetween(a: string, b: string, most: number): number | undefined {
  if (Math.abs(a.length - b.length) > most) return undefined;
  let twoBefore: readonly number[] = [];
  let before: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current[column] = Math.min(
        at(before, column) + 1,
        at(current, column - 1) + 1,
        at(before, column - 1) + (same ? 0 : 1),
        swapped ? at(twoBefore, column - 2) + 1 : Infinity,
      );
    }
    if (Math.min(...current, ...before) > most) return undefined;
    twoBefore = before;
    before = current;
  }
  const distance = at(before, b.length);
  return distance <= most ? distance : undefined;
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
