import { describe, expect, it } from "vitest";
import { problemOf, sampleApp } from "../sample-surroundings.ts";

const app = sampleApp();

describe("the API pages", () => {
  it("are where the root leads", async () => {
    const response = await app.request("/");
    expect([response.status, response.headers.get("Location")]).toEqual([302, "/docs"]);
  });

  it("hold no script and no style of their own, and fetch nothing from elsewhere", async () => {
    const response = await app.request("/docs");
    const page = await response.text();
    const addresses = Array.from(page.matchAll(/(?:src|href)="([^"]*)"/g), ([, address]) => address ?? "");
    expect(page).not.toMatch(/<script>|<style|style=|\son\w+=/);
    expect(addresses.length).toBeGreaterThan(3);
    expect(addresses.filter((address) => !address.startsWith("/docs/"))).toEqual([]);
    for (const address of addresses) expect((await app.request(address)).status).toBe(200);
  });

  it("are under a content policy without exceptions for inline code", async () => {
    const policy = (await app.request("/docs")).headers.get("Content-Security-Policy") ?? "";
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*|http/);
  });

  it("start with our own document", async () => {
    const response = await app.request("/docs/init.js");
    expect(response.headers.get("Content-Type")).toBe("text/javascript; charset=utf-8");
    expect(await response.text()).toContain('url: "/openapi.json"');
  });

  it.each(["package.json", "..%2f..%2fpackage.json", "%2e%2e%2fpackage.json", "index.html", "__proto__"])(
    "give nothing else of the package: %s",
    async (name) => {
      expect(await problemOf(await app.request(`/docs/${name}`))).toMatchObject({
        code: "not-found",
        status: 404,
      });
    },
  );
});
