import type { ApiApp } from "@evenhand/api";
import type { Language } from "@evenhand/domain";
import type { ProblemDocument } from "@evenhand/service";
import { type KeptService, openKeptService } from "../kept-service.ts";

/** What brings a problem about, and gives the document that the service answers with. */
export type ProblemExample = (language: Language) => Promise<ProblemDocument>;

/** A request to an app; a body goes as JSON. */
export type Sent = {
  readonly method?: string;
  readonly path: string;
  readonly body?: unknown;
  /** A body that is no JSON; `headers` say what it is. */
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** A refused request, and the app that refuses it. */
export type Refusing = Sent & { readonly app: ApiApp };

let open: Promise<KeptService> | undefined;

/** The service that all examples over a database share. */
export function keptService(): Promise<KeptService> {
  open ??= openKeptService();
  return open;
}

/** To be called when the examples are over. */
export async function closeKeptService(): Promise<void> {
  await (await open)?.close();
}

/**
 * An example over a database: what has to be so before is done once, and the request is then sent in each language. A
 * refused request changes nothing, so that one may follow the other; and examples that share the database name people and
 * cases of their own.
 */
export function kept(prepare: (service: KeptService) => Promise<Refusing> | Refusing): ProblemExample {
  let prepared: Promise<Refusing> | undefined;
  return async (language) => {
    prepared ??= keptService().then(prepare);
    const { app, ...sent } = await prepared;
    return refusedBy(app, sent, language);
  };
}

/** The problem document that a request is answered with. */
export async function refusedBy(app: ApiApp, sent: Sent, language: Language): Promise<ProblemDocument> {
  const response = await send(app, { ...sent, headers: { ...sent.headers, "Accept-Language": language } });
  return (await response.json()) as ProblemDocument;
}

/** Has a request carried out that is part of how things come to be so, and gives the answer. */
export async function done(app: ApiApp, sent: Sent): Promise<Readonly<Record<string, unknown>>> {
  const response = await send(app, sent);
  const text = await response.text();
  if (!response.ok) throw new Error(`${sent.method ?? "GET"} ${sent.path} gave ${response.status}: ${text}`);
  return JSON.parse(text) as Readonly<Record<string, unknown>>;
}

async function send(app: ApiApp, { method, path, body, text, headers }: Sent): Promise<Response> {
  return app.request(path, {
    method: method ?? (body === undefined && text === undefined ? "GET" : "POST"),
    headers: { ...(body === undefined ? {} : { "Content-Type": "application/json" }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(text === undefined ? {} : { body: text }),
  });
}
