import { type Answer, type Sent, send } from "../send.ts";
import type { World } from "./world.ts";

/** A request as it was meant: an address of the document with what fills it, and who sends it. */
export type Meant = {
  /** `POST /v1/decisions/{id}/waivers`, as the document has it. */
  readonly operation: string;
  readonly params?: Readonly<Record<string, string>>;
  /** As it stands in the address. */
  readonly query?: string;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Bytes of another type. */
  readonly file?: { readonly type: string; readonly bytes: Uint8Array };
  readonly headers?: Readonly<Record<string, string>>;
  /** A role or a scope, or the headers of somebody in particular. */
  readonly as: string | Readonly<Record<string, string>>;
};

/** A request that was answered as it should be. */
export type Visit = { readonly meant: Meant; readonly answer: Answer };

/** Sends a request, keeps it with its answer, and gives the answer read as JSON; throws where it was refused. */
export type Visiting = (operation: string, meant: Omit<Meant, "operation">) => Promise<Json>;
export type Json = Readonly<Record<string, unknown>>;

export function visitor(world: World): { readonly visit: Visiting; readonly visits: readonly Visit[] } {
  const visits: Visit[] = [];
  const visit: Visiting = async (operation, rest) => {
    const meant: Meant = { operation, ...rest };
    const answer = await send(world.port, sentFor(world, meant));
    if (answer.status >= 400) throw new Error(`${operation} gave ${answer.status}: ${answer.text}`);
    visits.push({ meant, answer });
    return /json/.test(answer.headers["content-type"] ?? "") ? (JSON.parse(answer.text) as Json) : {};
  };
  return { visit, visits };
}

/** The request as it goes over the wire. */
export function sentFor(
  world: World,
  { operation, params = {}, query, body, file, headers, as }: Meant,
): Sent {
  const [method = ""] = operation.split(" ");
  const path = pathOf(operation, (name) => encodeURIComponent(params[name] ?? ""));
  const sender = typeof as === "string" ? world.subjects.get(as) : as;
  if (!sender) throw new Error(`there is nobody called ${JSON.stringify(as)}`);
  const content =
    file ?? (body === undefined ? undefined : { type: "application/json", bytes: JSON.stringify(body) });
  return {
    method,
    path: query === undefined ? path : `${path}?${query}`,
    headers: { ...sender, ...(content ? { "Content-Type": content.type } : {}), ...headers },
    ...(content ? { body: content.bytes } : {}),
  };
}

/** The address of an operation with its parameters filled in, as they stand there. */
export function pathOf(operation: string, valueOf: (name: string) => string): string {
  const [, pattern = ""] = operation.split(" ");
  return pattern.replaceAll(/\{(\w+)\}/g, (_, name: string) => valueOf(name));
}
