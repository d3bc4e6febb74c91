export { EXIT, type ExitCode, worst } from "./exit-code.ts";
export { type Ended, runEvenhand } from "./run-evenhand.ts";
