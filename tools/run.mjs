// Entry point of the npm scripts. Plain JavaScript that an older system Node can run: it installs what is missing
// and goes on with the pinned Node, which runs our TypeScript as it stands.
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runChild } from "./child.mjs";
import { buildAdminIfNeeded } from "./build-admin.mjs";
import { installIfNeeded } from "./install.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

const CHECKS = [
  { name: "types", file: "tsc", args: ["-b"] },
  { name: "lint", file: "oxlint", args: ["--deny-warnings"] },
  { name: "format", file: "oxfmt", args: ["--check"] },
  { name: "layout", file: "node", args: ["tools/check-layout.ts"] },
];

/** What each npm script does with the arguments given after `--`; each gives an exit code. */
const COMMANDS = {
  start: async (args) => (await buildAdmin()) || runTool("node", ["apps/api/src/main.ts", ...args]),
  dev: async (args) => (await buildAdmin()) || runTool("node", ["--watch", "apps/api/src/main.ts", ...args]),
  "dev:admin": (args) => runTool("vite", args, join(root, "apps/admin")),
  evenhand: (args) => runTool("node", [join(root, "apps/cli/src/main.ts"), ...args], callerFolder()),
  bench: async (args) => (await buildAdmin()) || runTool("node", ["test/bench/main.ts", ...args]),
  faults: (args) => runTool("node", ["test/faults/main.ts", ...args]),
  screens: async (args) => (await buildAdmin()) || runTool("node", ["test/screens/main.ts", ...args]),
  check: () => check(),
  test: async (args) => (await check()) || (await buildAdmin()) || runTool("vitest", ["run", ...args]),
  format: (args) => runTool("oxfmt", args),
};

function buildAdmin() {
  return buildAdminIfNeeded(root, (folder) => runTool("vite", ["build", "--logLevel", "warn"], folder));
}

async function check() {
  for (const { name, file, args } of CHECKS) {
    console.log(`checking ${name}`);
    const code = await runTool(file, args);
    if (code !== 0) {
      console.error(`the ${name} check failed, so what comes after it did not run`);
      return code;
    }
  }
  return 0;
}

/** `node_modules/.bin` comes first on the path: `node` there is the pinned one, for the tools as well. */
function runTool(file, args, cwd = root) {
  const path = `${join(root, "node_modules", ".bin")}${delimiter}${process.env.PATH ?? ""}`;
  return runChild(file, args, { cwd, env: { ...process.env, PATH: path } });
}

/** npm moves to the project folder before it runs a script; file names given to `evenhand` are the caller's. */
function callerFolder() {
  return (process.env.npm_lifecycle_event === "evenhand" && process.env.INIT_CWD) || process.cwd();
}

async function main([name = "start", ...args]) {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command)
    throw new Error(`unknown command \`${name}\`, expected one of ${Object.keys(COMMANDS).join(", ")}`);
  return (await installIfNeeded(root)) || command(args);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error.cause ? `${error.message}: ${error.cause.message}` : error.message);
  process.exitCode = 1;
}
