import type { ApiContext, Surroundings } from "../http/env.ts";
import { type Attempts, ATTEMPTS, addressOf, attempts } from "./attempts.ts";
import { isWrongGuess, problemOfLibrary } from "./library-problems.ts";
import { ownOrigin } from "./own-origin.ts";
import type { LibraryAnswer } from "./sign-in.ts";

/** The limits that signing in stands under. */
export type Limits = { readonly ofAccount: Attempts; readonly ofAddress: Attempts };

export function signInLimits(): Limits {
  return { ofAccount: attempts(ATTEMPTS.mostOfAccount), ofAddress: attempts(ATTEMPTS.mostOfAddress) };
}

type Ask = {
  readonly path: string;
  readonly body: object;
  /** Whose secret is being guessed at, perhaps; without it only the address is counted. */
  readonly guessing?: string | undefined;
};

/** Hands something to the sign-in library, under the limits, and gives what it answers. */
export type AskLibrary = (c: ApiContext, ask: Ask) => Promise<LibraryAnswer>;

/** @returns a function that throws Refused where the library refuses, or where too much was tried */
export function libraryAsker(surroundings: Surroundings, limits: Limits): AskLibrary {
  return async (c, { path, body, guessing }) => {
    const library = surroundings.signIn();
    limits.ofAddress.take(addressOf(c, surroundings));
    // Counted before it is tried, so that guesses sent all at once are counted too.
    if (guessing !== undefined) limits.ofAccount.take(guessing);
    const answer = await library.ask({
      method: "POST",
      path,
      origin: ownOrigin(c, surroundings),
      cookie: c.req.header("Cookie"),
      body,
    });
    if (guessing !== undefined && !isWrongGuess(answer)) limits.ofAccount.giveBack(guessing);
    if (answer.status >= 400) throw problemOfLibrary(answer);
    return answer;
  };
}

/** Our own answer, with the cookies that the library wants to be kept. */
export function withCookies(response: Response, { cookies }: LibraryAnswer): Response {
  for (const cookie of cookies) response.headers.append("Set-Cookie", cookie);
  return response;
}
