import { brotliDecompressSync } from "node:zlib";
import { expect, it } from "vitest";
import { serviceOver } from "../auth/service.ts";
import { onBothDatabases } from "../support/databases.ts";
import { BUILT } from "./world.ts";

onBothDatabases("the admin app", (open) => {
  it("goes compressed to whoever takes that, and as it is to anybody else", async () => {
    const { app } = await serviceOver((await open()).store, { adminFolder: BUILT });
    const page = await (await app.request("/", { headers: { Accept: "text/html" } })).text();
    const addresses = [...page.matchAll(/(?:src|href)="(\/app\/[^"]+\.(?:js|css))"/g)].map(([, at]) => at);
    expect(addresses.length).toBeGreaterThan(1);
    for (const address of addresses) {
      const asked = async (accept: string): Promise<Response> =>
        app.request(String(address), { headers: { "Accept-Encoding": accept } });
      const [whole, packed] = [await asked("gzip"), await asked("gzip, br")];
      expect(whole.headers.get("Content-Encoding")).toBeNull();
      expect(packed.headers.get("Content-Encoding")).toBe("br");
      expect(packed.headers.get("Content-Type")).toBe(whole.headers.get("Content-Type"));
      expect([whole, packed].map(({ headers }) => headers.get("Vary"))).toEqual([
        expect.stringContaining("Accept-Encoding"),
        expect.stringContaining("Accept-Encoding"),
      ]);
      const [text, small] = [Buffer.from(await whole.arrayBuffer()), Buffer.from(await packed.arrayBuffer())];
      expect(small.length).toBeLessThan(text.length);
      expect(brotliDecompressSync(small).equals(text)).toBe(true);
    }
  });
});
