import type { SimulationPayload } from "./simulation-job.ts";

/**
 * The command line that gives the same result as JSON: of a draft, as long as it says what it said.
 *
 * @example commandOf({ policy: "conduct", baseline: { version: 2, … }, candidate: { version: 3, … }, scope: [], groups: ["unit"] })
 * // "evenhand simulate --policy conduct --baseline 2 --candidate 3 --group unit --json"
 */
export function commandOf(asked: SimulationPayload): string {
  const { policy, baseline, candidate, from, until, scope, groups } = asked;
  const pairs = scope.flatMap(({ fact, values }) => values.map((value) => quoted(`${fact}=${value}`)));
  return [
    `evenhand simulate --policy ${policy}`,
    `--baseline ${baseline.version}`,
    `--candidate ${"draft" in candidate ? candidate.draft : candidate.version}`,
    ...(from === undefined ? [] : [`--from ${from}`]),
    ...(until === undefined ? [] : [`--to ${until}`]),
    ...(pairs.length === 0 ? [] : [`--scope ${pairs.join(" ")}`]),
    ...(groups.length === 0 ? [] : [`--group ${groups.map(quoted).join(" ")}`]),
    "--json",
  ].join(" ");
}

/** As a POSIX shell takes it for one word, whatever stands in it. */
function quoted(text: string): string {
  return /^[\w.=:@-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
