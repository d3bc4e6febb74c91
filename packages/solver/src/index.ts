export { solveWithZ3 } from "./solve-with-z3.ts";
