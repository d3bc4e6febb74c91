import { contentHash } from "@evenhand/domain";
import { type CheckpointSigner, signerFrom, verifierKeyOf } from "@evenhand/evidence";
import { type Store, metaValue, putMetaOnce } from "@evenhand/store";
import type { Config } from "../config.ts";
import { secretFromFile } from "./secret-file.ts";

/** What belongs to one database and stands beside it, so that whoever gets hold of the database alone cannot use it. */
export type KnownSecrets = {
  readonly signer: CheckpointSigner;
  /** The public half of the signing key, for auditors. */
  readonly verifierKey: string;
  readonly authSecret: string;
};

/**
 * Opens the key that signs checkpoints and the secret that signs cookies; the first start makes both.
 *
 * INVARIANT: the database knows the public half of the one and the fingerprint of the other, and a start with others is
 * refused: a log that goes on under another key would prove nothing, and nobody's second factor could be read.
 *
 * @throws Error that says which file holds another secret than the one that belongs to the database
 */
export async function openSecrets(store: Store, config: Config): Promise<KnownSecrets> {
  const known = await store.read(async (db) => ({
    logKey: await metaValue(db, "log-key"),
    authSecret: await metaValue(db, "auth-secret"),
  }));
  const seed = secretFromFile(config.logKey, {
    variable: "LOG_KEY_FILE",
    mayMake: known.logKey === undefined,
  });
  const authSecret = secretFromFile(config.authSecret, {
    variable: "AUTH_SECRET_FILE",
    mayMake: known.authSecret === undefined,
  });
  const signer = signerFrom(Buffer.from(seed, "hex"), config.logName);
  const verifierKey = verifierKeyOf(signer);
  const standing = await store.write(async (tx) => ({
    logKey: await putMetaOnce(tx, { key: "log-key", value: verifierKey }),
    authSecret: await putMetaOnce(tx, { key: "auth-secret", value: contentHash(authSecret) }),
  }));
  if (standing.logKey !== verifierKey) throw new Error(otherKey(standing.logKey, verifierKey, config));
  if (standing.authSecret !== contentHash(authSecret))
    throw new Error(
      `\`${config.authSecret.file}\` holds another secret than the one that belongs to this database; set AUTH_SECRET_FILE to that one`,
    );
  return { signer, verifierKey, authSecret };
}

function otherKey(standing: string, found: string, { logKey }: Config): string {
  const sameName = standing.split("+")[0] === found.split("+")[0];
  return sameName
    ? `the log of this database is signed with the key \`${standing}\`, and \`${logKey.file}\` holds another; set LOG_KEY_FILE to the one that belongs to it`
    : `the log of this database is called \`${standing.split("+")[0]}\`; set LOG_NAME to that`;
}
