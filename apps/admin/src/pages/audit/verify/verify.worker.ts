import type { VerifyMessage, VerifyReport } from "./protocol.ts";
import { verifyLog } from "./verify-log.ts";

/** Takes the answer that was asked for last. */
let take: ((bytes: Uint8Array) => void) | undefined;

// INVARIANT: nobody but the page posts here; it posts one order, and one answer to each question.
addEventListener("message", ({ data }: MessageEvent<VerifyMessage>) => {
  if (data.kind === "answer") {
    take?.(new Uint8Array(data.bytes));
    return;
  }
  void verifyLog(data.order, {
    read,
    progress: (progress) => tell({ kind: "progress", ...progress }),
    now: () => performance.now(),
  })
    .then((result) => tell({ kind: "done", result }))
    .catch((error: unknown) => tell({ kind: "broke", reason: String(error) }));
});

function tell(report: VerifyReport): void {
  postMessage(report);
}

function read(path: string): Promise<Uint8Array> {
  return new Promise((resolve) => {
    take = resolve;
    tell({ kind: "read", path });
  });
}
