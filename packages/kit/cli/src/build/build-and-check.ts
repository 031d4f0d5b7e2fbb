import { build, formatNotProved, type Built } from "@kit/build";
import { describeEngine } from "@kit/render";
import { checkBuilt, refuseWrongPolicies } from "@kit/repository/check-built";
import { progress } from "@kit/terminal";
import { observe, type Observed } from "@kit/workspace";
import { folded } from "../folded.ts";

/** What a build says when it has written. */
export interface Written {
  /** How many files `generated/` has. */
  readonly files: number;
  /** What kustomize says of overlays. */
  readonly warnings: string;
  /** Which kustomize rendered what, and what is not proved. */
  readonly rendered: string;
}

/** What a build says in all. */
export interface BuildSaid extends Written {
  /** What the checks found; with colours. */
  readonly findings: string;
  readonly errors: number;
}

/**
 * Builds a repository, and has what is built checked.
 *
 * @param tell Told what was written, before it is checked.
 */
export async function buildAndCheck(
  root: string,
  environments: readonly string[],
  tell: (said: Written, built: Built) => void,
): Promise<{ readonly built: Built; readonly said: BuildSaid; readonly observed: Observed }> {
  using observed = observe();
  const built = await build({
    root,
    environments,
    env: process.env,
    onProgress: progress,
    beforeWriting: () => refuseWrongPolicies(root),
  });
  const written = whatIsWritten(built);
  tell(written, built);
  const { text, errors } = await checkBuilt(
    root,
    built.rendered.map(({ overlay }) => overlay.id),
  );
  return { built, said: { ...written, findings: text, errors }, observed };
}

// Lines of a build that a reader takes in: with the checks there are 60 at most.
const most = { warnings: 5, environments: 10, notProved: 8 } as const;
const one = "`pnpm build <environment>` tells those of one";

function whatIsWritten({ files, rendered, engine, notProved }: Built): Written {
  const warned = rendered.filter(({ warning }) => warning !== "");
  const warnings = warned.flatMap(({ overlay, warning }) => `${overlay.file}: ${warning}`.split("\n"));
  const environments = rendered.map(({ overlay, documents }) => `  ${overlay.id}: ${documents.length} objects`);
  const objects = rendered.reduce((sum, { documents }) => sum + documents.length, 0);
  const all = `${objects.toLocaleString("en-US")} objects in all, in generated/rendered`;
  return {
    files: files.size,
    warnings: folded(warnings, most.warnings, one),
    rendered:
      `rendered by ${describeEngine(engine)}:\n` +
      folded(environments, most.environments, all) +
      folded(formatNotProved(notProved).split("\n").slice(0, -1), most.notProved, one),
  };
}
