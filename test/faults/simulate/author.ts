import { createUser } from "@evenhand/service";
import { processOver } from "../../policies/scene.ts";
import { type ServedDatabase, lookInto } from "../databases.ts";

/** Somebody who is signed in, at one server. */
export type Session = { readonly url: string; readonly cookie: string };

const OPERATOR = { kind: "system", id: "test" } as const;
const AUTHOR = { email: "author@example.org", name: "E1001", personId: "E1001", roles: ["author"] };
const PASSWORD = "four words in a row";

/** Makes an author's account, sets its password as its owner would, and signs in. */
export async function signInAuthor(database: ServedDatabase, url: string): Promise<Session> {
  const token = await lookInto(database, async (store) => {
    const { context } = processOver(store);
    const made = await createUser({ ...context, now: () => Date.now() }, { actor: OPERATOR, body: AUTHOR });
    if ("refusal" in made) throw new Error(JSON.stringify(made.refusal.problems));
    return made.invitation.token;
  });
  const fields = { name: AUTHOR.name, password: PASSWORD, again: PASSWORD };
  const set = await fetch(`${url}/welcome/${token}`, {
    method: "POST",
    headers: { Origin: url },
    body: new URLSearchParams(fields),
  });
  if (set.status !== 200) throw new Error(`setting a password gave ${set.status}: ${await set.text()}`);
  return signIn(url);
}

/** The same author, at the server that took the first one's place. */
export async function signIn(url: string): Promise<Session> {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Origin: url },
    body: JSON.stringify({ email: AUTHOR.email, password: PASSWORD }),
  });
  if (answer.status !== 200) throw new Error(`signing in gave ${answer.status}: ${await answer.text()}`);
  const cookie = answer.headers.getSetCookie().map((set) => set.split(";")[0]);
  return { url, cookie: cookie.join("; ") };
}

/**
 * Sends a request and reads its JSON.
 *
 * @throws Error where it is answered with another status than 2xx
 */
export async function ask<Answer>(
  { url, cookie }: Session,
  path: string,
  { method = "GET", body }: { readonly method?: string; readonly body?: unknown } = {},
): Promise<Answer> {
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: { Cookie: cookie, Origin: url, "Content-Type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path} gave ${answer.status}: ${text}`);
  // INVARIANT: our own service answers in the shape that its contract says.
  return JSON.parse(text) as Answer;
}
