import { createApp } from "@evenhand/api";
import { describe, expect, it } from "vitest";
import { blocksOf, readPage } from "./markdown.ts";
import { SERVICE } from "./service.ts";

/** The `curl` line of a page: where it sends what, with which headers. */
function curlOf(text: string): {
  readonly path: string;
  readonly body: string;
  readonly headers: Record<string, string>;
} {
  const path = /http:\/\/127\.0\.0\.1:8787(\/\S+)/.exec(text)?.[1];
  const body = / -d '([^']+)'/.exec(text)?.[1];
  if (path === undefined || body === undefined) throw new Error("the page holds no request");
  const headers = Object.fromEntries(
    [...text.matchAll(/-H '([^:']+): ([^']+)'/g)].map(([, name = "", value = ""]) => [name, value]),
  );
  return { path, body, headers };
}

describe.each(["README.md", "README.zh-CN.md"])("the example of %s", (path) => {
  const blocks = blocksOf(readPage(path));
  const at = blocks.findIndex(({ text }) => text.startsWith("curl "));
  const request = curlOf(blocks[at]?.text ?? "");

  it("prints what the page shows", async () => {
    const response = await createApp(SERVICE).request(request.path, {
      method: "POST",
      body: request.body,
      headers: request.headers,
    });
    expect(response.status).toBe(200);
    const shown = blocks[at + 1]?.text ?? "";
    expect(shown.split("\n").length).toBeGreaterThan(4);
    expect((await response.text()).startsWith(shown)).toBe(true);
  });
});
