import { afterEach, describe, expect, it, vi } from "vitest";
import { NoConnection } from "./problem.ts";
import { readBytes, readText, send } from "./send.ts";

afterEach(() => vi.unstubAllGlobals());

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
});
