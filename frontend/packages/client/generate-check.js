// Says which generated files are not what `npm run generate` makes now.
import { spawnSync } from "node:child_process";
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";

const KEPT = "src/generated";
// As deep as the committed folder, so that the imports are the same; next to it, so that nothing is overwritten.
const MADE = "src/generated.check";

async function textOf(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  const texts = await Promise.all(files.map((file) => readFile(file, "utf8")));
  return new Map(files.map((file, place) => [file.slice(folder.length + 1), texts[place]]));
}

try {
  const env = { ...process.env, GENERATE_INTO: MADE };
  const made = spawnSync("npm", ["run", "generate"], { env, encoding: "utf8" });
  if (made.status !== 0) throw new Error(made.stdout + made.stderr);
  const [kept, now] = await Promise.all([textOf(KEPT), textOf(MADE)]);
  const changed = [...new Set([...kept.keys(), ...now.keys()])].filter(
    (file) => kept.get(file) !== now.get(file),
  );
  process.stdout.write(
    changed.map((file) => `${KEPT}/${file} is not what \`npm run generate\` makes now\n`).join(""),
  );
  process.exitCode = changed.length > 0 ? 1 : 0;
} finally {
  await rm(MADE, { recursive: true, force: true });
}
