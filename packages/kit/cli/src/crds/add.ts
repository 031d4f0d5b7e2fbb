import { addedFiles } from "@kit/definitions";
import { definitionsPlan, ownDefinitions, packageWithout, readDefinitions, versionsInUse } from "@kit/repository";
import { notice } from "@kit/terminal";
import { carryOut } from "./carry-out.ts";

/** Takes definitions into the repository. Returns the exit code. */
export async function addDefinitions(root: string, args: readonly string[], isDry: boolean): Promise<number> {
  const { found, others } = await readDefinitions(args);
  const index = ownDefinitions(root);
  const kit = versionsInUse(root, [])["typed-manifests"];
  const files = addedFiles(
    found.map(({ definition }) => definition),
    index,
    kit,
  );
  if (others > 0) notice(`${others === 1 ? "one object" : `${others} objects`} beside them, of other kinds: ignored\n`);
  const exitCode = carryOut(root, definitionsPlan(root, files), isDry);
  const without = isDry ? undefined : packageWithout(root);
  if (without !== undefined) {
    notice(
      `a package that imports them needs the dependency "definitions": "workspace:*"; for one, run\n  pnpm --filter ${without} add 'definitions@workspace:*'\n`,
    );
  }
  return exitCode;
}
