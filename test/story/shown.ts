type Looking = {
  /** Puts what is called so in place of each `$NAME`. @throws Error where nothing is */
  readonly fill: (text: string) => string;
};

/**
 * Where a real value is not as it is shown. What is shown may be shorter: members that are left out may be anything, `…`
 * in a text stands for any text, and as the last entry of a list for any further ones; `$NAME` stands for what is called
 * so.
 *
 * @example differences({ id: "dec-…", months: [{ month: "2026-07" }, "…"] }, real, looking) // []
 */
export function differences(shown: unknown, real: unknown, looking: Looking, path = ""): readonly string[] {
  if (typeof shown === "string" && typeof real === "string")
    return isText(shown, real, looking) ? [] : [`${path} was ${JSON.stringify(real)}`];
  if (Array.isArray(shown) && Array.isArray(real)) {
    const isCut = shown.at(-1) === "…";
    const entries: readonly unknown[] = isCut ? shown.slice(0, -1) : shown;
    if (isCut ? real.length < entries.length : real.length !== entries.length)
      return [`${path} has ${real.length} entries`];
    return entries.flatMap((entry, index) => differences(entry, real[index], looking, `${path}/${index}`));
  }
  if (isFields(shown) && isFields(real))
    return Object.entries(shown).flatMap(([name, value]) =>
      differences(value, Object.hasOwn(real, name) ? real[name] : undefined, looking, `${path}/${name}`),
    );
  return Object.is(shown, real) ? [] : [`${path} was ${JSON.stringify(real)}`];
}

/** Whether a text is as it is shown, `…` standing for any text. */
export function isText(shown: string, real: string, looking: Looking): boolean {
  const pattern = looking
    .fill(shown)
    .split("…")
    .map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  return new RegExp(`^${pattern.join("[\\s\\S]*")}$`).test(real);
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
