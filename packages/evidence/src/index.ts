export {
  type Checkpoint,
  readCheckpoint,
  signCheckpoint,
  verifyCheckpoint,
} from "./checkpoint/checkpoint.ts";
export { signerFrom } from "./checkpoint/signer-from.ts";
export type { CheckpointSigner } from "./checkpoint/signer.ts";
export { type VerifierKey, isKeyName, readVerifierKey, verifierKeyOf } from "./checkpoint/verifier-key.ts";
export { type TokenLookup, openText, openValue } from "./commitment/open-text.ts";
export { type SealTools, type SealedCase, openCase, sealCase } from "./commitment/seal-case.ts";
export {
  type Opening,
  type Token,
  commitmentTo,
  isPseudonym,
  isToken,
  opens,
  pseudonymOf,
  tokensIn,
} from "./commitment/token.ts";
export { type PolicyReaders, wordedFacts } from "./commitment/worded-facts.ts";
export { type BundleParts, type LogBundle, type SavedCheckpoint, makeBundle } from "./log/log-bundle.ts";
export {
  type PendingLeaf,
  type Sequenced,
  type SequencedLeaf,
  sequenceLeaves,
} from "./log/sequence-leaves.ts";
export { type AlteredAsk, firstAltered } from "./log/first-altered.ts";
export { verifyBundle } from "./log/verify-bundle.ts";
export { verifyConsistency } from "./log/verify-consistency.ts";
export { type KeySource, LogPages, type PagesExpected } from "./log/verify-pages.ts";
export { type Grown, appendLeaves } from "./merkle/append-leaves.ts";
export { type ConsistencyClaim, consistencyProof, isConsistent } from "./merkle/consistency.ts";
export { EMPTY_ROOT, type Hash, isHash, leafHash, nodeHash } from "./merkle/hash.ts";
export { type InclusionClaim, inclusionProof, isIncluded } from "./merkle/inclusion.ts";
export { type NodePlace, type NodeReader, type StoredNode, placeCount } from "./merkle/node-place.ts";
export {
  EVIDENCE_CODES,
  type EvidenceCode,
  type EvidenceProblem,
  type Verification,
  isUnreadable,
} from "./problems.ts";
export { type ReceiptParts, makeReceipt } from "./receipt/make-receipt.ts";
export { type ReceiptReading, readReceipt } from "./receipt/read-receipt.ts";
export { type Receipt, receiptText } from "./receipt/receipt.ts";
export { verifyReceipt } from "./receipt/verify-receipt.ts";
export type { AuditEventRow, CheckpointRow, LeafRow, LogRows } from "./log/log-rows.ts";
export { type LogExpectations, type LogVerification, verifyLog } from "./log/verify-log.ts";
export {
  type Difference,
  type StoredValue,
  type MissingDocument,
  type MovedCause,
  type Replay,
  type ReplaySources,
} from "./replay/replay.ts";
export type { ReplayEvaluators } from "./replay/decide-again.ts";
export { type ReplayOptions, replayDecision, replayer } from "./replay/replay-decision.ts";
