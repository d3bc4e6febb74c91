export { EXIT, type ExitCode, worst } from "./exit-code.ts";
