import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { rulesOfStore } from "@evenhand/service";
import { openStore } from "@evenhand/store";
import type { ProviderConfig } from "../auth/library-options.ts";
import type { Config, ProviderPlace } from "../config.ts";
import type { Surroundings } from "../http/env.ts";
import { openSecrets } from "./known-secrets.ts";
import { readSecret } from "./secret-file.ts";
import { surroundingsOver } from "./surroundings-over.ts";

/** Everything that keeps something, opened. */
export type OpenService = {
  readonly surroundings: Surroundings;
  /** The public half of the key that signs the log. */
  readonly verifierKey: string;
  readonly close: () => Promise<void>;
};

type Given = Pick<Surroundings, "now" | "log" | "newRequestId" | "metrics"> & {
  /** A clock that is never set back, milliseconds. */
  readonly elapsed: () => number;
};

/**
 * Opens the database with what belongs to it, and what stands on both.
 *
 * @throws StoreUnavailable, StoreTooNew, or an Error that says which setting or file is wrong
 */
export async function openService(config: Config, given: Given): Promise<OpenService> {
  if ("file" in config.database) {
    mkdirSync(dirname(config.database.file), { recursive: true, mode: 0o700 });
  }
  const store = await openStore(config.database, { now: given.now });
  try {
    const { signer, verifierKey, authSecret } = await openSecrets(store, config);
    const { now, log, newRequestId, metrics, elapsed } = given;
    const rules = rulesOfStore(store, { elapsed });
    const surroundings = await surroundingsOver({
      now,
      log,
      newRequestId,
      ...(metrics ? { metrics } : {}),
      rules: async () => ({ state: "open", ...(await rules()) }),
      rulebook: async (atLeast) => (await rules(atLeast)).rulebook,
      store,
      signer,
      authSecret,
      servedOverHttps: config.servedOverHttps,
      ...(config.publicUrl === undefined ? {} : { publicUrl: config.publicUrl }),
      ...(config.provider ? { provider: providerOf(config.provider) } : {}),
      random: (bytes) => randomBytes(bytes),
    });
    return { surroundings, verifierKey, close: store.close };
  } catch (error) {
    await store.close();
    throw error;
  }
}

function providerOf({ issuer, clientId, clientSecret }: ProviderPlace): ProviderConfig {
  const secret =
    "text" in clientSecret ? clientSecret.text : readSecret(clientSecret.file, "OIDC_CLIENT_SECRET_FILE");
  if (secret) return { issuer, clientId, clientSecret: secret };
  throw new Error("OIDC_CLIENT_SECRET_FILE names a file that is not there or is empty");
}
