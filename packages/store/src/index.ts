export { readRuleFiles } from "./rule-files.ts";
export { NotTaken, Unreadable } from "./unreadable.ts";
