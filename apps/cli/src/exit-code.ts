/** What the command ends with. */
export const EXIT = {
  /** Decided, or whatever else was asked was done. */
  decided: 0,
  /** Our fault, or the machine's: a bug, rules that cannot be read. */
  failed: 1,
  /** The outcome is `refused`: this may not be decided so. */
  refused: 2,
  /** What was verified does not hold, what was replayed or simulated comes out otherwise, or what was to be proved is refuted. */
  differs: 2,
  /** What was given cannot be used: a request, a policy with errors, an option. */
  invalid: 3,
  /** A decision could not be made again, since something that it rested on is missing; or neither proved nor refuted. */
  cannot: 4,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const GRAVEST_FIRST: readonly ExitCode[] = [
  EXIT.failed,
  EXIT.invalid,
  EXIT.refused,
  EXIT.cannot,
  EXIT.decided,
];

/** The code of many: that of the worst, our fault before invalid input before a refusal or a difference. */
export function worst(left: ExitCode, right: ExitCode): ExitCode {
  return GRAVEST_FIRST.find((code) => code === left || code === right) ?? EXIT.failed;
}
