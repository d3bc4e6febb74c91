import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const MODULE = new URL("install.mjs", import.meta.url).href;
const { isInstalled } = (await import(MODULE)) as { readonly isInstalled: (root: string) => boolean };

const LOCKED = {
  "": {},
  "apps/api": { version: "0.1.0" },
  "apps/api/node_modules/own": { version: "2.0.0" },
  "node_modules/shared": { version: "1.0.0" },
  "node_modules/of-another-platform": { version: "1.0.0", optional: true },
};

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "evenhand-install-"));
  write("package-lock.json", { packages: LOCKED });
  write("node_modules/.package-lock.json", { packages: { "node_modules/shared": { version: "1.0.0" } } });
  write("node_modules/.bin/node", {});
  write("apps/api/node_modules/own/package.json", { version: "2.0.0" });
});
afterEach(() => rmSync(root, { recursive: true }));

function write(file: string, content: object): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), JSON.stringify(content));
}

describe("what is installed", () => {
  it("is complete without packages of another platform", () => {
    expect(isInstalled(root)).toBe(true);
  });

  it("is not complete where a package of the lock is missing or of another version", () => {
    write("node_modules/.package-lock.json", { packages: { "node_modules/shared": { version: "0.9.0" } } });
    expect(isInstalled(root)).toBe(false);
    write("node_modules/.package-lock.json", { packages: {} });
    expect(isInstalled(root)).toBe(false);
  });

  it("is not complete where a workspace lacks what it has for itself", () => {
    rmSync(join(root, "apps/api/node_modules"), { recursive: true });
    expect(isInstalled(root)).toBe(false);
  });
});
