import { build, formatNotProved } from "@kit/build";
import { exitCodes } from "@kit/errors";
import { describeEngine } from "@kit/render";
import { coloured, notice, print, progress } from "@kit/terminal";
import { implement } from "../define/implement.ts";
import definition from "../definitions/build.ts";

// Hundreds of files, which a build that fails does not have to load.
const checks = () => import("@kit/repository/check-built");

export default implement(definition, async ({ root, positionals }) => {
  const built = await build({
    root,
    environments: positionals,
    env: process.env,
    onProgress: progress,
    beforeWriting: async () => (await checks()).refuseWrongPolicies(root),
  });
  for (const { overlay, warning } of built.rendered) if (warning !== "") notice(`${overlay.file}: ${warning}\n`);
  const environments = built.rendered.map(({ overlay, documents }) => `  ${overlay.id}: ${documents.length} objects\n`);
  print(
    `generated/: ${built.written} written, ${built.removed} removed, ${built.unchanged} unchanged\n` +
      `rendered by ${describeEngine(built.engine)}:\n${environments.join("")}${formatNotProved(built.notProved)}`,
  );
  const { checkBuilt } = await checks();
  const { text, errors } = await checkBuilt(
    root,
    built.rendered.map(({ overlay }) => overlay.id),
  );
  print(coloured(text, process.stdout));
  return errors > 0 ? exitCodes.finding : exitCodes.ok;
});
