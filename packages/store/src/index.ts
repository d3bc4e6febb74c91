export { readRuleFiles } from "./rule-files.ts";
