/** Which people of a run are meant: a group, a cell of two groups, or those that somebody decided on. */
export type CasesOf = {
  readonly group?: string;
  readonly value?: string;
  readonly and?: string;
  readonly andValue?: string;
  readonly decider?: string;
};

/**
 * The address of the cases behind a figure.
 *
 * @example casesAddress("job-1", { group: "site", value: "suzhou" }) // "/fairness/job-1/cases?group=site&value=suzhou"
 */
export function casesAddress(run: string, of: CasesOf): string {
  return `/fairness/${encodeURIComponent(run)}/cases?${new URLSearchParams({ ...of })}`;
}
