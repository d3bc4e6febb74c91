import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ProblemCode, ProblemDocument } from "@evenhand/service";
import { openStore } from "@evenhand/store";
import { type Sending, type TestService, serviceOver } from "../auth/service.ts";

type Language = "en" | "zh";
type Bring = (service: TestService, language: Language) => Promise<ProblemDocument>;

/** Brings a problem about on a service with a database of its own. */
function onService(bring: Bring): (language: Language) => Promise<ProblemDocument> {
  return async (language) => {
    const folder = mkdtempSync(join(tmpdir(), "evenhand-examples-"));
    const store = await openStore({ file: join(folder, "evenhand.db") });
    try {
      return await bring(await serviceOver(store), language);
    } finally {
      await store.close();
      rmSync(folder, { recursive: true });
    }
  };
}

async function answered(
  service: TestService,
  path: string,
  { language, ...sent }: Sending & { readonly language: Language },
): Promise<ProblemDocument> {
  const headers = { ...sent.headers, "Accept-Language": language };
  return (await service.send(path, { ...sent, headers })).body as unknown as ProblemDocument;
}

const admin = async (service: TestService): Promise<string> =>
  service.signIn(await service.person({ roles: ["admin"], email: "admin@example.org" }));

const NEW = { email: "new@example.org", name: "Somebody", personId: "E1001", roles: ["employee"] };

/** One example of each problem with who somebody is and what they may do, by its code. */
export const PEOPLE_EXAMPLES = {
  "not-signed-in": onService((service, language) => answered(service, "/v1/policies", { language })),
  "wrong-origin": onService((service, language) =>
    answered(service, "/v1/keys", {
      method: "POST",
      cookie: "evenhand.session_token=x",
      headers: { Origin: "https://elsewhere.example" },
      language,
    }),
  ),
  "not-allowed": onService(async (service, language) => {
    const { key } = await service.key(["evaluate"]);
    return answered(service, "/v1/users", { key, language });
  }),
  "second-factor-needed": onService(async (service, language) => {
    const body = { requireSecondFactor: true };
    await service.send("/v1/settings", { method: "PUT", body, cookie: await admin(service) });
    const cookie = await service.signIn(await service.person({ roles: ["approver"] }));
    return answered(service, "/v1/drafts/none/reviews", { method: "POST", body: {}, cookie, language });
  }),
  "too-many-requests": onService(async (service, language) => {
    const body = { email: "a@example.org", password: "a guess" };
    const guess = () => answered(service, "/api/auth/sign-in/email", { method: "POST", body, language });
    for (let count = 0; count < 10; count += 1) await guess();
    return guess();
  }),
  "already-there": onService(async (service, language) => {
    const cookie = await admin(service);
    const make = () => answered(service, "/v1/users", { method: "POST", body: NEW, cookie, language });
    await make();
    return make();
  }),
  "roles-clash": onService(async (service, language) => {
    const body = { ...NEW, roles: ["auditor", "handler"] };
    return answered(service, "/v1/users", { method: "POST", body, cookie: await admin(service), language });
  }),
  "wrong-state": onService(async (service, language) => {
    const cookie = await admin(service);
    const { body } = await service.send("/v1/me", { cookie });
    const sent = { method: "PATCH", body: { disabled: true }, cookie, language };
    return answered(service, `/v1/users/${String(body["id"])}`, sent);
  }),
  "store-unavailable": onService(async (service, language) => {
    const { key } = await service.key(["evaluate"]);
    await service.context.store.close();
    return answered(service, "/v1/policies", { key, language });
  }),
} satisfies Partial<Record<ProblemCode, (language: Language) => Promise<ProblemDocument>>>;
