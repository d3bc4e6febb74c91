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
    { env: { PUBLIC_URL: "evenhand.example.org" }, says: "PUBLIC_URL is `evenhand.example.org`" },
    { env: { PUBLIC_URL: "http://a.example/b" }, says: "PUBLIC_URL is `http://a.example/b`" },
    { env: { HTTPS: "1", PUBLIC_URL: "http://a.example" }, says: "such as https://evenhand.example.org" },
    { env: { LOG_NAME: "a b" }, says: "LOG_NAME is `a b`" },
    { env: { ADMIN_EMAIL: "boss" }, says: "ADMIN_EMAIL is `boss`" },
    { env: { ADMIN_PERSON_ID: "company" }, says: "ADMIN_PERSON_ID is `company`" },
    { env: { ADMIN_PERSON_ID: "the boss" }, says: "ADMIN_PERSON_ID is `the boss`" },
    { env: { OIDC_ISSUER: "https://id.example" }, says: "OIDC_CLIENT_ID is missing" },
    { env: { OIDC_CLIENT_ID: "x" }, says: "OIDC_ISSUER is missing" },
    {
      env: { OIDC_ISSUER: "http://id.example", OIDC_CLIENT_ID: "x" },
      says: "OIDC_ISSUER is `http://id.example`",
    },
    {
      env: { OIDC_ISSUER: "https://id.example", OIDC_CLIENT_ID: "x" },
      says: "OIDC_CLIENT_SECRET_FILE is missing",
    },
  ])("refuses what it cannot understand: $says", ({ env, says }) => {
    expect(() => readConfig(env)).toThrow(says);
  });

  it("keeps what it makes in one folder, unless it is told where", () => {
    expect(readConfig({ DATA: "/somewhere" })).toMatchObject({
      database: { file: "/somewhere/evenhand.db" },
      logKey: { file: "/somewhere/log-key", isNamed: false },
      authSecret: { file: "/somewhere/auth-secret", isNamed: false },
    });
    const DATABASE_URL = "postgres://evenhand:secret@db.example/evenhand";
    expect(readConfig({ DATABASE_URL, LOG_KEY_FILE: "/keys/log" })).toMatchObject({
      database: { url: DATABASE_URL },
      logKey: { file: "/keys/log", isNamed: true },
    });
  });

  it("does not repeat an address of a database, which may hold a password", () => {
    expect(() => readConfig({ DATABASE_URL: "mysql://root:secret@db" })).toThrow(
      /^DATABASE_URL is no address/,
    );
    expect(() => readConfig({ DATABASE_URL: "mysql://root:secret@db" })).not.toThrow("secret");
  });

  it.each(["0.0.0.0", "::", "10.0.0.5", "evenhand.example.org", "127.example.org"])(
    "lets nobody sign in over the network without HTTPS: %s",
    (HOST) => {
      expect(() => readConfig({ HOST })).toThrow(`HOST is \`${HOST}\`, which other machines can reach`);
      expect(readConfig({ HOST, HTTPS: "1" }).host).toBe(HOST);
    },
  );

  it("takes the secret of an identity provider from a file or as it is, and not from both", () => {
    const provider = { OIDC_ISSUER: "https://id.example", OIDC_CLIENT_ID: "x" };
    expect(readConfig({ ...provider, OIDC_CLIENT_SECRET: "s" }).provider?.clientSecret).toEqual({
      text: "s",
    });
    expect(readConfig({ ...provider, OIDC_CLIENT_SECRET_FILE: "/s" }).provider?.clientSecret).toEqual({
      file: "/s",
    });
    const both = { ...provider, OIDC_CLIENT_SECRET: "s", OIDC_CLIENT_SECRET_FILE: "/s" };
    expect(() => readConfig(both)).toThrow("are both set, expected one");
  });
});
