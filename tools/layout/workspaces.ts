/** What a package may be used for and may use. A new package gets its line here, from the layout in the design. */
interface PackageRule {
  /** The packages of ours it may import. */
  readonly mayImport: readonly string[];
  /** Whether it may reach the clock, randomness, the environment, the network and the disk. */
  readonly reachesOutside: boolean;
}

export const PACKAGES: Readonly<Record<string, PackageRule>> = {
  domain: { mayImport: [], reachesOutside: false },
  policy: { mayImport: ["domain"], reachesOutside: false },
  engine: { mayImport: ["domain"], reachesOutside: false },
  analysis: { mayImport: ["domain", "engine", "policy"], reachesOutside: false },
  evidence: { mayImport: ["domain", "engine"], reachesOutside: false },
  service: { mayImport: ["domain", "engine", "policy"], reachesOutside: false },
  store: { mayImport: ["domain"], reachesOutside: true },
  client: { mayImport: ["domain"], reachesOutside: false },
};

/** The short name of a package of ours, such as `domain` for a file of `packages/domain`. */
export function packageNameOf(workspace: string): string | undefined {
  return /^packages\/(.+)$/.exec(workspace)?.[1];
}

/** Whether code of this workspace must also run in a browser, and must be given all it needs from outside. */
export function mustStayInside(workspace: string): boolean {
  const name = packageNameOf(workspace);
  return name !== undefined && PACKAGES[name]?.reachesOutside === false;
}
