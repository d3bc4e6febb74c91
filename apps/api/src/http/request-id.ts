/** Letters, digits and a few marks: safe in a log, in a header and as a URI reference. */
const SANE_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** The id a request brought along where it is a sane one, else a new one. */
export function requestIdOf(header: string | undefined, newRequestId: () => string): string {
  return header !== undefined && SANE_ID.test(header) ? header : newRequestId();
}
