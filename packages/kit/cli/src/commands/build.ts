import { lastBuild } from "@kit/build/last-build";
import { exitCodes } from "@kit/errors";
import { coloured, notice, print } from "@kit/terminal";
import type { WriteResult } from "@kit/tree";
import type { BuildSaid, Written } from "../build/build-and-check.ts";
import { implement } from "../define/implement.ts";
import definition from "../definitions/build.ts";

export default implement(definition, async ({ root, positionals }) => {
  const last = await lastBuild<BuildSaid>({ root, environments: positionals, env: process.env });
  if (last.said !== undefined) {
    tellWritten(last.said, { written: 0, removed: 0 });
    return tellFindings(last.said);
  }
  // Hundreds of modules, which a build that changes nothing does not have to load.
  const { buildAndCheck } = await import("../build/build-and-check.ts");
  const { built, said, observed } = await buildAndCheck(root, positionals, tellWritten);
  const exitCode = tellFindings(said);
  last.keep(built, observed, said);
  return exitCode;
});

function tellWritten({ files, warnings, rendered }: Written, counts: Pick<WriteResult, "written" | "removed">): void {
  notice(warnings);
  const { written, removed } = counts;
  print(`generated/: ${written} written, ${removed} removed, ${files - written} unchanged\n${rendered}`);
}

function tellFindings({ findings, errors }: BuildSaid): number {
  print(coloured(findings, process.stdout));
  return errors > 0 ? exitCodes.finding : exitCodes.ok;
}
