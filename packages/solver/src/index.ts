export { Z3, solveWithZ3 } from "./solve-with-z3.ts";
