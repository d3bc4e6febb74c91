/** What JSON answers need: nothing may be loaded, run or framed. */
const NOTHING = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** What the API pages need: their own scripts and styles, our own answers, and icons that the style sheet holds itself. */
export const PAGES_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** Two years, as browsers' preload lists ask for. */
const HSTS = "max-age=63072000; includeSubDomains";

/** Headers of every answer, of errors too; an answer may say otherwise for caching and for its content policy. */
export function securityHeaders({
  servedOverHttps,
}: {
  readonly servedOverHttps: boolean;
}): Readonly<Record<string, string>> {
  return {
    "Content-Security-Policy": NOTHING,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
    Vary: "Accept, Accept-Language",
    ...(servedOverHttps ? { "Strict-Transport-Security": HSTS } : {}),
  };
}
