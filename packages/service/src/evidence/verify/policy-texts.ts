import type { Policy } from "@evenhand/domain";
import { type Db, newestVersions, versionByHash } from "@evenhand/store";

/** More versions are hardly in use at a time. */
const MOST_KEPT = 100;

/** The published documents that decisions and cases name, read once for all that name them. */
export class PolicyTexts {
  readonly #db: Db;
  readonly #byHash = new Map<string, Policy | undefined>();
  readonly #ofPolicy = new Map<string, readonly Policy[]>();

  constructor(db: Db) {
    this.#db = db;
  }

  /** The version with a hash; `undefined` where it is gone or is no document any more. */
  async byHash(hash: string): Promise<Policy | undefined> {
    if (!this.#byHash.has(hash)) {
      if (this.#byHash.size >= MOST_KEPT) this.#byHash.clear();
      this.#byHash.set(hash, policyOf((await versionByHash(this.#db, hash))?.document));
    }
    return this.#byHash.get(hash);
  }

  /** Every version of a policy that can be read, of the newest ones. */
  async versionsOf(policyId: string): Promise<readonly Policy[]> {
    const known = this.#ofPolicy.get(policyId);
    if (known) return known;
    if (this.#ofPolicy.size >= MOST_KEPT) this.#ofPolicy.clear();
    const rows = await newestVersions(this.#db, { policyId, limit: MOST_KEPT });
    const policies = rows.flatMap(({ document }) => policyOf(document) ?? []);
    this.#ofPolicy.set(policyId, policies);
    return policies;
  }
}

/** INVARIANT: what was published was a sound policy; whether it still is shows in its hash, which is verified elsewhere. */
function policyOf(document: string | undefined): Policy | undefined {
  try {
    return document === undefined ? undefined : (JSON.parse(document) as Policy);
  } catch {
    return undefined;
  }
}
