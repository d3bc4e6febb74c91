import { expect, it } from "vitest";
import { onBothDatabases } from "../support/databases.ts";
import { ORIGIN, serviceOver } from "./service.ts";

const ADDRESSES = [
  "/api/auth/sign-in/email",
  "/api/auth/sign-in/social",
  "/api/auth/two-factor/verify-totp",
  "/api/auth/two-factor/verify-backup-code",
] as const;

/** Bodies that are no sign-in, with what they are answered. */
const NO_TEXT: readonly (readonly [string, number, string])[] = [
  ["", 400, "not-json"],
  ["{", 400, "not-json"],
  ['{"__proto__":{"email":"x"}}', 400, "dangerous-key"],
  ['{"email":"a","email":"b"}', 400, "duplicate-key"],
  [`${"[".repeat(5_000)}`, 400, "too-deep"],
  [`{"email":"${"x".repeat(20_000)}"}`, 413, "too-large"],
  ['{"email":"a@example.org","password":"\\ud800"}', 400, "not-json"],
];

/** Bodies that are JSON and have another shape, at whichever of the addresses. */
const NO_FIELDS: readonly string[] = [
  "[]",
  "null",
  '"text"',
  '{"email":{"$ne":null},"password":{"$ne":null}}',
  '{"email":["a@example.org"],"password":1}',
  '{"code":1}',
  '{"email":"a@example.org","password":"x","callbackURL":"https://evil.example"}',
  '{"code":"1","trustDevice":true}',
  '{"email":"a@example.org\\u0000","password":"x"}',
];

onBothDatabases("what is no sign-in", (open) => {
  it("is answered with a problem document, and never with a status of the service's own", async () => {
    const service = await serviceOver((await open()).store);
    const answered = async (address: string, body: string) => {
      const headers = { "Content-Type": "application/json", Origin: ORIGIN };
      const response = await service.app.request(address, { method: "POST", body, headers });
      expect(response.headers.get("Content-Type")).toBe("application/problem+json");
      return [response.status, ((await response.json()) as { readonly code: string }).code];
    };
    for (const address of ADDRESSES) {
      for (const [body, ...problem] of NO_TEXT)
        expect([address, await answered(address, body)]).toEqual([address, problem]);
      for (const body of NO_FIELDS) {
        const [status, code] = await answered(address, body);
        expect([address, body, status]).toEqual([address, body, 422]);
        expect(["wrong-shape", "unknown-field", "missing-field"]).toContain(code);
      }
    }
  });

  it("says what is wrong in the language asked for", async () => {
    const service = await serviceOver((await open()).store);
    const answer = await service.send("/api/auth/sign-in/email", {
      method: "POST",
      body: { email: "a@example.org", password: "wrong" },
      headers: { "Accept-Language": "zh" },
    });
    expect(answer.body).toMatchObject({ title: "尚未登录", detail: "电子邮箱与密码不匹配" });
  });

  it("finds nothing else of the sign-in library than what is described", async () => {
    const service = await serviceOver((await open()).store);
    const others = [
      "sign-up/email",
      "update-user",
      "delete-user",
      "change-email",
      "get-session",
      "list-sessions",
      "link-social",
      "unlink-account",
      "set-password",
      "reset-password",
      "request-password-reset",
      "refresh-token",
      "get-access-token",
      "two-factor/get-totp-uri",
      "two-factor/send-otp",
      "admin/create-user",
      "error",
      "ok",
      "",
    ];
    for (const path of others) {
      for (const method of ["GET", "POST"]) {
        const { status, body } = await service.send(`/api/auth/${path}`, { method });
        expect([path, status, body["code"]]).toEqual([path, 404, "not-found"]);
      }
    }
  });
});
