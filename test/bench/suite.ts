/** How long and on how much a suite measures. */
export type SuiteOptions = { readonly rounds: number; readonly cases: number };

/** Measures something and prints what it found. */
export type Suite = (options: SuiteOptions) => Promise<void>;
