import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { runChild } from "./child.mjs";

const NEEDED_NODE_MAJOR = 24;

/**
 * Brings `node_modules` in line with `package-lock.json`, unless it is so already. Gives the exit code of a command
 * that cannot go on, 0 when it can.
 */
export async function installIfNeeded(root) {
  const code = isInstalled(root)
    ? 0
    : await withInstallLock(root, () => (isInstalled(root) ? 0 : install(root)));
  if (code === 0 && !hasUsableNode(root)) {
    throw new Error(
      `node ${NEEDED_NODE_MAJOR} or newer is needed on this platform, found ${process.versions.node}`,
    );
  }
  return code;
}

/** The pinned Node is an npm package; where none fits the platform, the Node at hand must be new enough. */
function hasUsableNode(root) {
  const atHand = Number.parseInt(process.versions.node, 10);
  return existsSync(join(root, "node_modules", ".bin", "node")) || atHand >= NEEDED_NODE_MAJOR;
}

/**
 * Compares the lock with the record npm keeps of what it put into `node_modules`. Any way of installing counts,
 * so `npm ci` by hand and then `npm test` without a network works.
 */
export function isInstalled(root) {
  const present = readPackages(join(root, "node_modules", ".package-lock.json"));
  if (!present || !hasUsableNode(root)) return false;
  return Object.entries(readPackages(join(root, "package-lock.json"))).every(([at, wanted]) => {
    if (!at.includes("node_modules/")) return true;
    // What a workspace has for itself stands beside it, and npm's record need not name it.
    const found = at.startsWith("node_modules/") ? present[at] : packageIn(join(root, at));
    // An optional package that is absent belongs to another platform.
    return found ? found.version === wanted.version : wanted.optional;
  });
}

function packageIn(folder) {
  const file = join(folder, "package.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

function readPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).packages : undefined;
}

async function install(root) {
  // Everything npm says goes to standard error: standard output belongs to the command that follows, and so does
  // standard input. Our flags win over a machine set up to leave out dev or optional packages, and over `npm -s`,
  // which would otherwise hide why an installation failed.
  const options = { cwd: root, stdio: ["ignore", process.stderr, process.stderr] };
  const flags = ["--include=dev", "--include=optional", "--loglevel=error"];
  console.error("installing dependencies; the first time this takes a minute");
  return runChild("npm", ["ci", ...flags], options);
}

/**
 * Two commands started at once must not both rebuild `node_modules`. The second waits for the first and then finds
 * everything in place. The lock stands outside `node_modules`, which `npm ci` empties.
 */
async function withInstallLock(root, work) {
  const lock = join(root, ".install.lock");
  let told = false;
  while (!takeLock(lock)) {
    if (!told) console.error(`waiting for another command to finish installing; it holds \`${lock}\``);
    told = true;
    await sleep(300);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** The lock is a hard link to a file that already names its owner, so nobody ever reads it empty. */
function takeLock(lock) {
  const own = `${lock}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    linkSync(own, lock);
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    // A command that was killed leaves its lock behind; the next round takes it.
    if (!ownerIsAlive(lock)) rmSync(lock, { force: true });
    return false;
  } finally {
    rmSync(own, { force: true });
  }
}

function ownerIsAlive(lock) {
  try {
    process.kill(Number(readFileSync(lock, "utf8")), 0);
    return true;
  } catch (error) {
    // EPERM: it lives, under another user. Otherwise it is dead, or has just let go of the lock.
    return error.code === "EPERM";
  }
}
