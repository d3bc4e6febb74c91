/**
 * What signs the checkpoints of one log. The private key stays behind `sign`, so that whoever holds a signer can sign
 * and cannot copy the key.
 */
export type CheckpointSigner = {
  /** The name of the log, its first line in every checkpoint, such as `evenhand.example.org/log`. */
  readonly origin: string;
  /** The Ed25519 public key, 32 bytes. */
  readonly publicKey: Uint8Array;
  /** The Ed25519 signature (64 bytes) over these bytes. */
  readonly sign: (message: Uint8Array) => Uint8Array;
};
