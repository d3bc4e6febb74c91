import { focusManager } from "@tanstack/solid-query";
import { isAtWork } from "../shell/at-work.ts";
import type { RunProgress } from "./answers.ts";
import { NoConnection } from "./problem.ts";
import { send } from "./send.ts";

/**
 * Watches a run of the service, such as a replay or a simulation, until it is over.
 *
 * @param path - where the run is: `/v1/simulations/<id>`, `/v1/replays/<id>`
 * @param onProgress - is told how far it is, in cases that were counted, whenever that changes and once at the end
 * @param signal - stops watching; the run itself goes on
 * @returns how it ended, which need not be `done`
 * @throws ProblemError where the service refuses it; NoConnection where nothing more is heard of it; the reason of `signal`
 */
export async function watchRun(
  path: string,
  {
    onProgress,
    signal,
  }: { readonly onProgress: (progress: RunProgress) => void; readonly signal?: AbortSignal },
): Promise<RunProgress> {
  signal?.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<RunProgress>();
  const connection = connections.get(path) ?? connect(path);
  const watcher: Watcher = { onProgress, onEnd: resolve, onFailure: reject };
  const stop = (): void => reject(signal?.reason);
  connection.watchers.add(watcher);
  signal?.addEventListener("abort", stop);
  if (connection.latest) onProgress(connection.latest);
  try {
    return await promise;
  } finally {
    signal?.removeEventListener("abort", stop);
    connection.watchers.delete(watcher);
    if (connection.watchers.size === 0) connection.close();
  }
}

type Watcher = {
  readonly onProgress: (progress: RunProgress) => void;
  readonly onEnd: (progress: RunProgress) => void;
  readonly onFailure: (error: unknown) => void;
};

type Connection = {
  readonly watchers: Set<Watcher>;
  readonly close: () => void;
  latest?: RunProgress;
};

/** A browser keeps few connections to one address, so all who watch one run share one. */
const connections = new Map<string, Connection>();

function connect(path: string): Connection {
  let closeStream: () => void = () => undefined;
  const connection: Connection = {
    watchers: new Set(),
    close: () => {
      closeStream();
      if (connections.get(path) === connection) connections.delete(path);
    },
  };
  const tell = (progress: RunProgress): void => {
    connection.latest = progress;
    for (const watcher of connection.watchers) watcher.onProgress(progress);
  };
  connections.set(path, connection);
  closeStream = openStream(`${path}/events`, {
    onProgress: tell,
    onEnd: (progress) => {
      tell(progress);
      for (const watcher of connection.watchers) watcher.onEnd(progress);
      connection.close();
    },
    onFailure: () => {
      connection.close();
      void whyRefused(path).then((error) => {
        for (const watcher of connection.watchers) watcher.onFailure(error);
      });
    },
  });
  return connection;
}

/** Listens to the events of a run, and gives what stops it. */
function openStream(url: string, { onProgress, onEnd, onFailure }: Watcher): () => void {
  const events = new EventSource(url);
  let close = (): void => events.close();
  events.addEventListener("progress", (event: MessageEvent<string>) => onProgress(progressIn(event)));
  events.addEventListener("end", (event: MessageEvent<string>) => onEnd(progressIn(event)));
  events.addEventListener("error", (event) => {
    if (events.readyState === EventSource.CLOSED) return onFailure(event);
    // The browser comes again by itself. Where nobody is there it waits: every request keeps the session going.
    if (isAtWork()) return;
    events.close();
    const stopWaiting = focusManager.subscribe(() => {
      if (!isAtWork()) return;
      stopWaiting();
      close = openStream(url, { onProgress, onEnd, onFailure });
    });
    close = stopWaiting;
  });
  return () => close();
}

/** INVARIANT: every event of a run holds all of its progress. */
function progressIn({ data }: MessageEvent<string>): RunProgress {
  return JSON.parse(data) as RunProgress;
}

/** A closed stream says nothing of why it is; the run itself does. */
async function whyRefused(path: string): Promise<unknown> {
  try {
    await send(path);
    return new NoConnection(`${path}/events was closed`);
  } catch (error) {
    return error;
  }
}
