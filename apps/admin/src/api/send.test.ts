import { afterEach, describe, expect, it, vi } from "vitest";
import { NoConnection } from "./problem.ts";
import { readBytes, readText, send } from "./send.ts";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** An answer whose connection is cut in the middle of it. */
function answerCutShort(status = 200): void {
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      controller.enqueue(new TextEncoder().encode('{"policies":'));
      controller.error(new DOMException("The user aborted a request.", "AbortError"));
    },
  });
  const headers = { "Content-Type": status === 200 ? "application/json" : "application/problem+json" };
  vi.stubGlobal("fetch", async () => new Response(body, { status, headers }));
}

describe("a request", () => {
  it.each([
    ["JSON", 200, () => send("/v1/policies")],
    ["bytes", 200, () => readBytes("/v1/policies")],
    ["text", 200, () => readText("/v1/policies")],
    ["a problem", 503, () => send("/v1/policies")],
  ])("whose answer of %s is cut short has found no connection", async (_, status, ask) => {
    answerCutShort(status);
    await expect(ask()).rejects.toBeInstanceOf(NoConnection);
  });

  it("that was never answered has found no connection", async () => {
    vi.stubGlobal("fetch", async () => Promise.reject(new TypeError("Failed to fetch")));
    await expect(send("/v1/policies")).rejects.toBeInstanceOf(NoConnection);
  });

  it("that nothing is heard of any more has found no connection once its time is over", async () => {
    const over = new AbortController();
    const time = vi.spyOn(AbortSignal, "timeout").mockReturnValue(over.signal);
    vi.stubGlobal("fetch", neverAnswered);
    const asked = send("/v1/policies", { signal: new AbortController().signal });
    over.abort();
    await expect(asked).rejects.toBeInstanceOf(NoConnection);
    expect(time).toHaveBeenCalledWith(40_000);
  });

  it("that is called off has found no connection, and is not waited for", async () => {
    const calledOff = new AbortController();
    vi.stubGlobal("fetch", neverAnswered);
    const asked = send("/v1/policies", { signal: calledOff.signal });
    calledOff.abort();
    await expect(asked).rejects.toBeInstanceOf(NoConnection);
  });

  it("that sends a file may take as long as it takes", async () => {
    const time = vi.spyOn(AbortSignal, "timeout");
    vi.stubGlobal("fetch", async () => Response.json({ id: "account-1", email: "hr@evenhand.example" }));
    await send("/v1/imports", { method: "POST", body: new Blob(["case"]) });
    // Only whose session it is was asked for in time.
    expect(time).toHaveBeenCalledTimes(1);
  });
});

/** A request that only ends where it is called off. */
function neverAnswered(_: string, { signal }: RequestInit): Promise<Response> {
  return new Promise((_answer, fail) => {
    signal?.addEventListener("abort", () => fail(new Error("called off")));
  });
}
