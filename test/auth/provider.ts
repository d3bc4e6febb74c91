import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { type Server, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { ProviderConfig } from "@evenhand/api";
// It is written in JavaScript and brings no types.
// @ts-expect-error no declarations
import OidcProvider from "oidc-provider";
import { ORIGIN } from "./service.ts";

/** An identity provider of the test's own, on loopback. Whoever is to sign in next is said beforehand. */
export type TestProvider = {
  readonly config: ProviderConfig;
  /** What the provider knows of whoever signs in next. */
  readonly knows: (account: ProviderAccount) => void;
  /** Goes to an address of the provider as a browser, and gives where it is sent back to. */
  readonly visit: (url: string) => Promise<URL>;
  readonly stop: () => Promise<void>;
};

export type ProviderAccount = {
  readonly sub: string;
  readonly email: string;
  readonly email_verified: boolean;
};

/** What is used of the library. */
type Library = {
  readonly callback: () => (request: unknown, response: unknown) => void;
  readonly interactionDetails: (request: unknown, response: unknown) => Promise<Interaction>;
  readonly interactionFinished: (request: unknown, response: unknown, result: object) => Promise<void>;
  readonly Grant: new (given: object) => {
    addOIDCScope: (scope: string) => void;
    save: () => Promise<string>;
  };
};
type Interaction = {
  readonly prompt: { readonly name: string };
  readonly params: { readonly client_id: string };
};

const SECRET = "a secret of the client, long enough";

export async function startProvider(): Promise<TestProvider> {
  let account: ProviderAccount = { sub: "nobody", email: "nobody@example.org", email_verified: false };
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const library = new (OidcProvider as new (issuer: string, options: object) => Library)(issuer, {
    clients: [
      {
        client_id: "evenhand",
        client_secret: SECRET,
        redirect_uris: [`${ORIGIN}/api/auth/callback/oidc`],
      },
    ],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    cookies: { keys: ["a key of the test"] },
    jwks: {
      keys: [generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" })],
    },
    pkce: { required: () => true },
    ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    features: { devInteractions: { enabled: false } },
    findAccount: (_context: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ ...account, sub: id, name: "Somebody else" }),
    }),
    interactions: { url: (_context: unknown, { uid }: { readonly uid: string }) => `/interaction/${uid}` },
  });
  const handle = library.callback();
  server.on("request", (request, response) => {
    if (request.url?.startsWith("/interaction/") !== true) handle(request, response);
    else void consent(library, account.sub, { request, response });
  });
  return {
    config: { issuer, clientId: "evenhand", clientSecret: SECRET },
    knows: (known) => void (account = known),
    visit: (url) => visit(url, issuer),
    stop: () => stop(server),
  };
}

/** Signs in and agrees to everything, as somebody at a browser would. */
async function consent(
  library: Library,
  accountId: string,
  { request, response }: { readonly request: unknown; readonly response: unknown },
): Promise<void> {
  const { prompt, params } = await library.interactionDetails(request, response);
  if (prompt.name === "login") {
    await library.interactionFinished(request, response, { login: { accountId } });
    return;
  }
  const grant = new library.Grant({ accountId, clientId: params.client_id });
  grant.addOIDCScope("openid email profile");
  await library.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
}

async function visit(start: string, issuer: string): Promise<URL> {
  const jar = new Map<string, string>();
  let url = new URL(start);
  for (let step = 0; step < 12 && url.origin === issuer; step += 1) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(url, { redirect: "manual", headers: { Cookie: cookie } });
    for (const set of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      jar.set(name, value);
    }
    const location = response.headers.get("Location");
    if (location === null)
      throw new Error(`the provider answered ${response.status}: ${await response.text()}`);
    url = new URL(location, url);
  }
  return url;
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, "close");
}
