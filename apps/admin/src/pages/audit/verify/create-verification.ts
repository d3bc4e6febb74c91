import { type Accessor, createSignal, onCleanup } from "solid-js";
import { readBytes } from "../../../api/send.ts";
import type { VerifyMessage, VerifyOrder, VerifyProgress, VerifyReport, VerifyResult } from "./protocol.ts";

export type VerifyState =
  | { readonly kind: "idle" }
  | ({ readonly kind: "running" } & VerifyProgress)
  | ({ readonly kind: "cancelled" } & VerifyProgress)
  | { readonly kind: "done"; readonly result: VerifyResult }
  | { readonly kind: "failed"; readonly error: unknown };

const NOTHING_YET: VerifyProgress = { done: 0, total: 0, held: 0 };

/** A verification of the log in a worker of its own, which ends with the page. */
export function createVerification(): {
  readonly state: Accessor<VerifyState>;
  readonly start: (order: VerifyOrder) => void;
  readonly cancel: () => void;
} {
  const [state, setState] = createSignal<VerifyState>({ kind: "idle" });
  let worker: Worker | undefined;
  const end = (last: VerifyState): void => {
    worker?.terminate();
    worker = undefined;
    setState(last);
  };
  const answer = async (asking: Worker, path: string): Promise<void> => {
    try {
      const bytes = await readBytes(path);
      if (worker === asking) order(asking, { kind: "answer", bytes }, [bytes]);
    } catch (error) {
      if (worker === asking) end({ kind: "failed", error });
    }
  };
  const take = (from: Worker, report: VerifyReport): void => {
    switch (report.kind) {
      case "progress":
        setState({ ...report, kind: "running" });
        break;
      case "read":
        void answer(from, report.path);
        break;
      case "done":
        end(report);
        break;
      case "broke":
        end({ kind: "failed", error: new Error(report.reason) });
    }
  };
  onCleanup(() => worker?.terminate());
  return {
    state,
    start: (asked) => {
      worker?.terminate();
      const begun = new Worker(new URL("verify.worker.ts", import.meta.url), { type: "module" });
      worker = begun;
      begun.addEventListener("message", ({ data }: MessageEvent<VerifyReport>) => take(begun, data));
      begun.addEventListener("error", ({ message }) => take(begun, { kind: "broke", reason: message }));
      setState({ kind: "running", ...NOTHING_YET });
      order(begun, { kind: "order", order: asked });
    },
    cancel: () => {
      const now = state();
      end(now.kind === "running" ? { ...now, kind: "cancelled" } : now);
    },
  };
}

function order(worker: Worker, message: VerifyMessage, handedOver: readonly Transferable[] = []): void {
  worker.postMessage(message, [...handedOver]);
}
