/** One file of rules as it was found: `path` from the rules folder, with `/` on every system. */
export type RuleFile = { readonly path: string; readonly text: string };

/**
 * The texts of a rules folder, not yet read by anybody: policies as `<policy id>/v<version>.json`, statutory guards as
 * `guards/<jurisdiction>.json`, calendars as `calendars/<id>.json`. Each list is in the order of the paths.
 */
export type RuleFiles = {
  readonly policies: readonly RuleFile[];
  readonly guards: readonly RuleFile[];
  readonly calendars: readonly RuleFile[];
};
