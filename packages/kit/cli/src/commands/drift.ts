import { drift, formatDrift } from "@kit/build";
import { exitCodes } from "@kit/errors";
import { describeEngine } from "@kit/render";
import { notice, print, progress, defineCommand } from "../command.ts";
import { help } from "../help/drift.ts";

export default defineCommand({
  help,
  options: {},
  async run({ root }) {
    const { differences, files, engine } = await drift({
      root,
      env: process.env,
      onProgress: progress,
    });
    if (differences.length === 0) {
      print(`no drift: ${files.size} files are what ${describeEngine(engine)} makes\n`);
      return exitCodes.ok;
    }
    print(formatDrift(differences));
    const count = differences.length === 1 ? "1 file differs" : `${differences.length} files differ`;
    notice(
      `error: generated/ has drifted: ${count} from what the packages and overlays make with ${describeEngine(engine)}\n` +
        "  to fix: run `pnpm build` and commit generated/\n",
    );
    return exitCodes.finding;
  },
});
