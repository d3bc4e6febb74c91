import type { RunProgress } from "@evenhand/service";
import type { Session } from "./author.ts";

/** One event of a run, as the service told it. */
type Told = { readonly event: string; readonly progress: RunProgress };

/** What a run tells of itself over server-sent events, up to the last one. */
export async function* follow({ url, cookie }: Session, id: string): AsyncGenerator<RunProgress> {
  for (;;) {
    const answer = await fetch(`${url}/v1/simulations/${id}/events`, { headers: { Cookie: cookie } });
    if (!answer.ok || !answer.body) throw new Error(`the events gave ${answer.status}`);
    for await (const { event, progress } of eventsIn(answer.body)) {
      yield progress;
      if (event === "end") return;
    }
    // The service ends a stream after a while, and a browser comes again.
  }
}

async function* eventsIn(body: ReadableStream<Uint8Array>): AsyncGenerator<Told> {
  let text = "";
  for await (const part of body.pipeThrough(new TextDecoderStream())) {
    const blocks = `${text}${part}`.split("\n\n");
    text = blocks.pop() ?? "";
    for (const block of blocks) {
      const [event, data] = [lineOf(block, "event"), lineOf(block, "data")];
      // INVARIANT: every event of a run holds all of its progress; a comment holds none.
      if (event !== undefined && data !== undefined)
        yield { event, progress: JSON.parse(data) as RunProgress };
    }
  }
}

function lineOf(block: string, field: string): string | undefined {
  return block
    .split("\n")
    .find((line) => line.startsWith(`${field}:`))
    ?.slice(field.length + 1)
    .trim();
}
