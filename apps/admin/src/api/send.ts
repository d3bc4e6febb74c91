import type { Language } from "@evenhand/domain";
import type { Me } from "./answers.ts";
import { NoConnection, OtherAccount, ProblemError } from "./problem.ts";
import { isOtherAccount, isSessionOver, sessionEnded, sessionHolds } from "./session.ts";

export type Call = {
  readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** A `Blob` is sent as it is, under its own type; anything else as JSON. */
  readonly body?: unknown;
  /** The revision that a change was made on, as `If-Match` sends it. */
  readonly revision?: number;
  readonly signal?: AbortSignal;
};

/** The language that the service is asked to answer in; set by whoever switches it. */
let language: Language = "en";

export function answerIn(chosen: Language): void {
  language = chosen;
}

/**
 * So long an answer is waited for, longer than the service itself takes before it gives up: a connection that was lost on
 * the way, such as while a machine slept, may never tell.
 */
const LONGEST_WAIT_MS = 40_000;

/**
 * Sends a request with the session of this browser and gives the JSON of the answer. Only where a file is sent is it
 * waited for without end.
 *
 * @throws ProblemError where the service refuses; NoConnection where nothing of it answers; OtherAccount where something
 * would be done in the name of another account than the first of this window
 */
export async function send<Result>(path: string, call: Call = {}): Promise<Result> {
  const response = await answerTo(path, call, call.body instanceof Blob ? undefined : LONGEST_WAIT_MS);
  return response.status === 204 ? (undefined as Result) : await whole(response.json() as Promise<Result>);
}

/** The bytes that the service answers at an address, as they were sent; refused as `send` is. */
export async function readBytes(path: string): Promise<ArrayBuffer> {
  return whole((await answerTo(path, {})).arrayBuffer());
}

/** The text that the service answers at an address, to the byte; refused as `send` is. */
export async function readText(path: string): Promise<string> {
  return whole((await answerTo(path, {})).text());
}

async function answerTo(path: string, call: Call, withinMs?: number): Promise<Response> {
  const { method = "GET", body, revision } = call;
  if (method !== "GET" && !path.startsWith(SIGNING_IN)) await sameAccount();
  const ends = [call.signal, withinMs === undefined ? undefined : AbortSignal.timeout(withinMs)];
  const asked = {
    method,
    credentials: "same-origin",
    headers: {
      Accept: "application/json",
      "Accept-Language": language === "zh" ? "zh-CN" : "en",
      ...(body === undefined
        ? {}
        : { "Content-Type": body instanceof Blob ? body.type : "application/json" }),
      ...(revision === undefined ? {} : { "If-Match": `"${revision}"` }),
    },
    ...(body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }),
    signal: AbortSignal.any(ends.filter((end) => end !== undefined)),
  } as const;
  const response = await whole(fetch(path, asked));
  const type = response.headers.get("Content-Type") ?? "";
  if (response.ok) return response;
  if (!type.startsWith("application/problem+json")) throw new NoConnection(`${response.status} ${type}`);
  type ProblemDocument = ConstructorParameters<typeof ProblemError>[0];
  const problem = new ProblemError(await whole(response.json() as Promise<ProblemDocument>));
  // Whoever is signing in is told there what is wrong.
  if (isNotSignedIn(problem) && !path.startsWith(SIGNING_IN)) sessionEnded();
  throw problem;
}

/** What comes over the connection; where that was cut, also in the middle of an answer, the service did not answer. */
async function whole<Part>(coming: Promise<Part>): Promise<Part> {
  try {
    return await coming;
  } catch (cause) {
    throw new NoConnection(cause);
  }
}

/**
 * Tells the service something while the page goes away. Nobody is there to hear what became of it, so what is said must
 * be such that the service finds out by itself; nothing is sent once the session is over or somebody else's.
 */
export function sendOnLeaving(path: string, body: object): void {
  if (isSessionOver() || isOtherAccount()) return;
  const asked = {
    method: "POST",
    credentials: "same-origin",
    keepalive: true,
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  } as const;
  void fetch(path, asked).catch(() => undefined);
}

const SIGNING_IN = "/api/auth/";
const NOT_SIGNED_IN = 401;

/** The session is the browser's, and another tab may have changed whose it is since this window was opened. */
async function sameAccount(): Promise<void> {
  sessionHolds(await send<Me>("/v1/me"));
  if (isOtherAccount()) throw new OtherAccount();
}

/** Whether the service refused because it does not know who asks. */
export function isNotSignedIn(error: unknown): boolean {
  return error instanceof ProblemError && error.status === NOT_SIGNED_IN;
}
