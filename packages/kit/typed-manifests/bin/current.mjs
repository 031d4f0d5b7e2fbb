// Sees to it that dist/ is what the kit's sources make, where they are beside it. It is plain JavaScript, because it is asked
// at the start of each command.
import { readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
const dist = fileURLToPath(new URL("../dist/", import.meta.url));

/**
 * The directory of dist/ that is as the sources are, made where there is none.
 *
 * @throws What says why there can be none.
 */
export async function currentDirectory() {
  const known = knownDirectory();
  if (known !== undefined) return known;
  const { makeCurrent } = await import("@kit/artefact");
  return makeCurrent(root.slice(0, -1));
}

/** What to print where there is none, and the exit code. */
export function whyNone(error) {
  if (error.name === "UserError") return [error.message, 2];
  if (error.name === "EnvironmentFailure") return [error.message, 3];
  const next = "run `pnpm install`, then start the command again";
  return [`failure: the kit cannot be compiled: ${error.message ?? error}\n  to fix: ${next}`, 3];
}

/** Sizes and times say it in a few milliseconds; where they differ, digests do, and where these differ it is made anew. */
function knownDirectory() {
  try {
    const { directory, files, inputs } = JSON.parse(readFileSync(`${dist}current.json`, "utf8"));
    const isThere = ([path, size]) => statSync(`${dist}${directory}/${path}`, { throwIfNoEntry: false })?.size === size;
    return files.every(isThere) && inputs.every(isUnchanged) ? directory : undefined;
  } catch {
    return undefined;
  }
}

function isUnchanged([path, size, changed]) {
  const stat = statSync(root + path, { throwIfNoEntry: false });
  return stat !== undefined && stat.mtimeMs === changed && (stat.size === size || stat.isDirectory());
}
