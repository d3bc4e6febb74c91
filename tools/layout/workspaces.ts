/** What a package may be used for and may use. A new package gets its line here, from the layout in the design. */
interface PackageRule {
  /** The packages of ours it may import. */
  readonly mayImport: readonly string[];
  /** Whether it may reach the clock, randomness, the environment, the network and the disk. */
  readonly reachesOutside: boolean;
  /** Whether it must run in a browser though it reaches outside, so that it uses what the web offers and nothing of Node. */
  readonly runsInBrowser?: true;
}

export const PACKAGES: Readonly<Record<string, PackageRule>> = {
  domain: { mayImport: [], reachesOutside: false },
  policy: { mayImport: ["domain"], reachesOutside: false },
  engine: { mayImport: ["domain"], reachesOutside: false },
  ledger: { mayImport: ["domain"], reachesOutside: false },
  analysis: { mayImport: ["domain", "engine", "ledger", "policy"], reachesOutside: false },
  evidence: { mayImport: ["domain", "engine"], reachesOutside: false },
  sheets: { mayImport: ["domain"], reachesOutside: false },
  notices: { mayImport: ["domain", "policy"], reachesOutside: false },
  service: {
    mayImport: [
      "analysis",
      "domain",
      "engine",
      "evidence",
      "ledger",
      "notices",
      "policy",
      "sheets",
      "solver",
      "store",
    ],
    reachesOutside: false,
  },
  solver: { mayImport: ["domain"], reachesOutside: true },
  store: { mayImport: ["domain"], reachesOutside: true },
  client: { mayImport: ["domain"], reachesOutside: true, runsInBrowser: true },
};

/** The short name of a package of ours, such as `domain` for a file of `packages/domain`. */
export function packageNameOf(workspace: string): string | undefined {
  return /^packages\/(.+)$/.exec(workspace)?.[1];
}

/** Whether code of this workspace must be given all it needs from outside. */
export function mustStayInside(workspace: string): boolean {
  const name = packageNameOf(workspace);
  return name !== undefined && PACKAGES[name]?.reachesOutside === false;
}

/** Whether code of this workspace must also run in a browser, whatever it reaches from there. */
export function mustRunInBrowser(workspace: string): boolean {
  const name = packageNameOf(workspace);
  return mustStayInside(workspace) || (name !== undefined && PACKAGES[name]?.runsInBrowser === true);
}
