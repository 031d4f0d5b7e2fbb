import { drift, formatDrift } from "@kit/build";
import { exitCodes } from "@kit/errors";
import { describeEngine } from "@kit/render";
import { notice, print, progress } from "@kit/terminal";
import { forJson } from "@kit/text";
import { implement } from "../define/implement.ts";
import definition from "../definitions/drift.ts";

export default implement(definition, async ({ root, format }) => {
  const { differences, files, engine } = await drift({ root, env: process.env, onProgress: progress });
  if (format === "json") {
    const listed = differences.map(({ path, kind }) => ({ path: `generated/${path}`, kind }));
    print(`${forJson({ engine: describeEngine(engine), files: files.size, differences: listed })}\n`);
  } else if (differences.length === 0) {
    print(`no drift: ${files.size} files are what ${describeEngine(engine)} makes\n`);
  } else print(formatDrift(differences));
  if (differences.length === 0) return exitCodes.ok;
  const count = differences.length === 1 ? "1 file differs" : `${differences.length} files differ`;
  notice(
    `error: generated/ has drifted: ${count} from what the packages and overlays make with ${describeEngine(engine)}\n` +
      "  to fix: run `pnpm build` and commit generated/\n",
  );
  return exitCodes.finding;
});
