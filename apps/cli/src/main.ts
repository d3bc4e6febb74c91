// The program. Compiled code is kept from one run to the next, which halves the time until a command answers; where
// there is no place to keep it, nothing is kept. What is imported before that is compiled anew, so it is next to nothing.
import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

enableCompileCache(fileURLToPath(new URL("../../../node_modules/.cache/evenhand", import.meta.url)));
const { runProcess } = await import("./run-process.ts");
await runProcess();
