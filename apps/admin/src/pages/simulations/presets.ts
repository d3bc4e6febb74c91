/** What a new simulation asks for, kept in this browser under a name, as the address of the page that asks for it. */
export type Preset = { readonly name: string; readonly address: string };

/** No longer name than this is kept. */
export const LONGEST_NAME = 60;

function keyOf(account: string): string {
  return `evenhand.simulationPresets.${account}`;
}

/** The presets of an account in this browser, in the order of their names; what cannot be read there counts as none. */
export function presetsOf(account: string): readonly Preset[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(account)) ?? "[]");
    return Array.isArray(kept) ? inOrder(kept.filter(isPreset)) : [];
  } catch {
    return [];
  }
}

/** Whether they are kept now: a browser may have no room for them, or let nothing be kept. */
export function keepPresets(account: string, presets: readonly Preset[]): boolean {
  try {
    localStorage.setItem(keyOf(account), JSON.stringify(presets));
    return true;
  } catch {
    return false;
  }
}

/** Presets with one more; another one of that name gives way to it. */
export function withPreset(presets: readonly Preset[], preset: Preset): readonly Preset[] {
  return inOrder([...presets.filter(({ name }) => name !== preset.name), preset]);
}

function inOrder(presets: readonly Preset[]): readonly Preset[] {
  return presets.toSorted((one, other) => one.name.localeCompare(other.name));
}

/** Only addresses of that one page are led to, whatever was written there. */
function isPreset(value: unknown): value is Preset {
  if (typeof value !== "object" || value === null || !("name" in value) || !("address" in value))
    return false;
  const { name, address } = value;
  return typeof name === "string" && typeof address === "string" && address.startsWith("/simulations/new?");
}
