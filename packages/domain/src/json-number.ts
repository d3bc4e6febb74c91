/**
 * Whether a number written in JSON is kept exactly: the decimal it is written as is the very decimal that the number
 * prints as. So `1.50`, `1e2` and `0.1` are, though no binary number is a tenth; `9007199254740993`, which would become
 * …992, `0.1000000000000000055`, `1e400` and `1e-400` are not.
 */
export function isExactNumber(text: string): boolean {
  const value = Number(text);
  if (!Number.isFinite(value)) return false;
  const printed = String(value);
  if (printed === text) return true;
  const [written, kept] = [decimalOf(text), decimalOf(printed)];
  return written.digits === kept.digits && written.exponent === kept.exponent;
}

/** `digits` × 10^`exponent`, without zeros at either end of the digits; zero has none. The sign needs no comparing. */
type Decimal = { readonly digits: string; readonly exponent: number };

function decimalOf(text: string): Decimal {
  const exponentAt = text.search(/e/i);
  const mantissa = exponentAt === -1 ? text : text.slice(0, exponentAt);
  const stated = exponentAt === -1 ? 0 : Number(text.slice(exponentAt + 1));
  const pointAt = mantissa.indexOf(".");
  const places = pointAt === -1 ? 0 : mantissa.length - pointAt - 1;
  const all = mantissa.replace(/[-.]/g, "");

  let first = 0;
  while (all[first] === "0") first += 1;
  if (first === all.length) return { digits: "", exponent: 0 };
  let end = all.length;
  while (all[end - 1] === "0") end -= 1;
  return { digits: all.slice(first, end), exponent: stated - places + (all.length - end) };
}
