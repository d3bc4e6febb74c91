import type { Exchange, Transcript } from "./transcript.ts";

/** What a step of the story sends. */
export type Sending = {
  readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** The step, where the page may tell of it. */
  readonly step?: string;
  /** The status that must come back; by default any that says it was done. */
  readonly status?: number;
};

export type Answer<Body> = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Body;
};

/** Somebody who sends requests. */
export type Client = {
  /** @throws Error with the whole answer where it has another status */
  readonly send: <Body = Readonly<Record<string, unknown>>>(sent: Sending) => Promise<Answer<Body>>;
};

/** A person with a browser: keeps the cookies that it is given, and says from which site it sends. */
export type Browser = Client & { readonly signIn: (step?: string) => Promise<void> };

type Place = { readonly url: string; readonly transcript: Transcript };

export function browserOf(
  place: Place,
  account: { readonly who: string; readonly email: string; readonly password: string },
): Browser {
  const jar = new Map<string, string>();
  const send = sender(place, account.who, {
    headers: ({ method }) => ({
      ...(jar.size > 0 ? { Cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") } : {}),
      ...(method === "GET" ? {} : { Origin: place.url }),
    }),
    answered: (response) => {
      for (const cookie of response.headers.getSetCookie()) keepCookie(jar, cookie);
    },
  });
  const { email, password } = account;
  return {
    send,
    signIn: async (step) => {
      await send({
        ...(step === undefined ? {} : { step }),
        method: "POST",
        path: "/api/auth/sign-in/email",
        body: { email, password },
      });
    },
  };
}

function keepCookie(jar: Map<string, string>, cookie: string): void {
  const pair = cookie.split(";")[0] ?? "";
  const at = pair.indexOf("=");
  if (/Max-Age=0(?:;|$)/i.test(cookie)) jar.delete(pair.slice(0, at));
  else jar.set(pair.slice(0, at), pair.slice(at + 1));
}

/** Another system with a key, which the page writes as `$<name>`. */
export function machineOf(
  place: Place,
  { name, key }: { readonly name: string; readonly key: string },
): Client {
  return { send: sender(place, name, { headers: () => ({ Authorization: `Bearer ${key}` }) }) };
}

type Habits = {
  readonly headers: (sent: { readonly method: string }) => Readonly<Record<string, string>>;
  readonly answered?: (response: Response) => void;
};

function sender({ url, transcript }: Place, who: string, habits: Habits): Client["send"] {
  return async <Body>(sent: Sending): Promise<Answer<Body>> => {
    const { method = "GET", path, headers = {}, body, step } = sent;
    const response = await fetch(url + path, {
      method,
      headers: {
        ...habits.headers({ method }),
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    habits.answered?.(response);
    const isWanted = sent.status === undefined ? response.ok : response.status === sent.status;
    if (!isWanted) throw new Error(`${who}: ${method} ${path} was answered ${response.status}: ${text}`);
    const isJson = response.headers.get("Content-Type")?.includes("json") === true;
    const answer: unknown = isJson ? JSON.parse(text) : text;
    const { status } = response;
    const exchange: Exchange = { who, method, path, headers, body, status, answer };
    if (step !== undefined) transcript.keep(step, exchange);
    return { status, headers: response.headers, text, body: answer as Body };
  };
}
