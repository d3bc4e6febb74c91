import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Builds the admin app unless it was built from just these sources. Gives the exit code of the build, 0 where there is
 * nothing to do.
 */
export async function buildAdminIfNeeded(root, build) {
  const folder = join(root, "apps", "admin");
  const mark = join(folder, "dist", ".sources");
  const sources = hashOf(root, folder);
  if (existsSync(mark) && readFileSync(mark, "utf8") === sources) return 0;
  console.error("building the admin app");
  const code = await build(folder);
  if (code === 0) writeFileSync(mark, sources);
  return code;
}

/** Of everything that the built app depends on: its own files, the packages it is made of, and what is installed. */
function hashOf(root, folder) {
  const hash = createHash("sha256").update(readFileSync(join(root, "package-lock.json")));
  const packages = readdirSync(join(root, "packages")).map((name) => join(root, "packages", name, "src"));
  for (const below of [join(folder, "src"), join(folder, "public"), ...packages])
    for (const file of filesBelow(below)) hash.update(file.slice(root.length)).update(readFileSync(file));
  for (const name of ["index.html", "vite.config.ts", "package.json"])
    hash.update(readFileSync(join(folder, name)));
  return hash.digest("hex");
}

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}
