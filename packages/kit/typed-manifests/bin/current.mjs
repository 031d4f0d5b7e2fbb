// Sees to it that dist/ is what the kit's sources make, where they are beside it. It is plain JavaScript, because it is asked
// at the start of each command.
import { readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
const dist = fileURLToPath(new URL("../dist/", import.meta.url));

/** Makes dist/ where it is not as the sources are. @returns Nothing, or what kept it from that, with an exit code. */
export async function requireCurrent() {
  if (isCurrent()) return undefined;
  try {
    const { makeCurrent } = await import("@kit/artefact");
    await makeCurrent(root.slice(0, -1));
    return undefined;
  } catch (error) {
    if (error.name === "UserError") return { message: error.message, exitCode: 2 };
    if (error.name === "EnvironmentFailure") return { message: error.message, exitCode: 3 };
    const what = error.message ?? String(error);
    return {
      message: `failure: the kit cannot be compiled: ${what}\n  to fix: run \`pnpm install\`, then start the command again`,
      exitCode: 3,
    };
  }
}

/** Sizes and times say it in a few milliseconds; where they differ, digests do, and where these differ it is made anew. */
function isCurrent() {
  try {
    const { directory, inputs } = JSON.parse(readFileSync(`${dist}current.json`, "utf8"));
    return (
      statSync(`${dist}${directory}/cli.js`, { throwIfNoEntry: false }) !== undefined &&
      inputs.every(([path, size, changed]) => {
        const stat = statSync(root + path, { throwIfNoEntry: false });
        return stat !== undefined && stat.mtimeMs === changed && (stat.size === size || stat.isDirectory());
      })
    );
  } catch {
    return false;
  }
}
