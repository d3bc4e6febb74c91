import { describe, expect, it } from "vitest";
import { readConfig } from "./config.ts";

describe("readConfig", () => {
  it("listens on loopback, port 8787, unless it is told otherwise", () => {
    expect(readConfig({})).toMatchObject({
      host: "127.0.0.1",
      port: 8787,
      servedOverHttps: false,
      logLevel: "info",
    });
    expect(readConfig({ HOST: "", PORT: "" })).toMatchObject({ host: "127.0.0.1", port: 8787 });
    expect(readConfig({ HOST: "::1", PORT: "0", HTTPS: "1", RULES: "/rules" })).toMatchObject({
      host: "::1",
      port: 0,
      servedOverHttps: true,
      rules: "/rules",
    });
  });

  it.each([
    { env: { PORT: "65536" }, says: "PORT is `65536`" },
    { env: { PORT: "-1" }, says: "PORT is `-1`" },
    { env: { PORT: "80a" }, says: "PORT is `80a`" },
    { env: { HTTPS: "yes" }, says: "HTTPS is `yes`" },
    { env: { LOG_LEVEL: "loud" }, says: "LOG_LEVEL is `loud`" },
  ])("refuses what it cannot understand: $says", ({ env, says }) => {
    expect(() => readConfig(env)).toThrow(says);
  });
});
