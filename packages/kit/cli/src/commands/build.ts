import { build, formatNotProved } from "@kit/build";
import { exitCodes } from "@kit/errors";
import { describeEngine } from "@kit/render";
import { coloured, notice, print, progress } from "@kit/terminal";
import { implement } from "../define/implement.ts";
import definition from "../definitions/build.ts";
import { folded } from "../folded.ts";

// Lines of a build that a reader takes in: with the checks there are 60 at most.
const most = { warnings: 5, environments: 10, notProved: 8 } as const;

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
  const warned = built.rendered.filter(({ warning }) => warning !== "");
  const warnings = warned.flatMap(({ overlay, warning }) => `${overlay.file}: ${warning}`.split("\n"));
  notice(folded(warnings, most.warnings, "`pnpm build <environment>` tells those of one"));
  const environments = built.rendered.map(({ overlay, documents }) => `  ${overlay.id}: ${documents.length} objects`);
  const objects = built.rendered.reduce((sum, { documents }) => sum + documents.length, 0);
  const notProved = formatNotProved(built.notProved).split("\n").slice(0, -1);
  print(
    `generated/: ${built.written} written, ${built.removed} removed, ${built.unchanged} unchanged\n` +
      `rendered by ${describeEngine(built.engine)}:\n` +
      folded(
        environments,
        most.environments,
        `${objects.toLocaleString("en-US")} objects in all, in generated/rendered`,
      ) +
      folded(notProved, most.notProved, "`pnpm build <environment>` tells those of one"),
  );
  const { checkBuilt } = await checks();
  const { text, errors } = await checkBuilt(
    root,
    built.rendered.map(({ overlay }) => overlay.id),
  );
  print(coloured(text, process.stdout));
  return errors > 0 ? exitCodes.finding : exitCodes.ok;
});
