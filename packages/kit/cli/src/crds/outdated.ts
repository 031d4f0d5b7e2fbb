import { compareDefinitions } from "@kit/definitions";
import { exitCodes } from "@kit/errors";
import { brokenHere, ownDefinitions, readDefinition, readDefinitions } from "@kit/repository";
import { print } from "@kit/terminal";
import { forTerminal } from "@kit/text";

const mostShown = 20;

/** Says what newer definitions change, and what they would break here. Returns the exit code. */
export async function outdatedDefinitions(root: string, args: readonly string[]): Promise<number> {
  const { found } = await readDefinitions(args);
  const index = ownDefinitions(root);
  for (const { definition } of found) {
    const { group, names } = definition.spec;
    const isHere = index.some((one) => one.group === group && one.kind === names.kind);
    if (!isHere) {
      print(`${group} ${names.kind}: is not defined here\n`);
      continue;
    }
    const changes = compareDefinitions(readDefinition(root, group, names.kind), definition);
    print(
      `${group} ${names.kind}: ${changes.length === 0 ? "no field or version differs" : ""}\n`.replace(": \n", ":\n"),
    );
    for (const { breaks, what } of changes.slice(0, mostShown))
      print(`  ${breaks ? "breaks" : "adds"}  ${forTerminal(what)}\n`);
    if (changes.length > mostShown) print(`  and ${changes.length - mostShown} more\n`);
  }
  const broken = brokenHere(
    root,
    found.map(({ definition }) => definition),
  );
  for (const { where, object, what } of broken) {
    print(`${forTerminal(where)}: ${forTerminal(object)} would be refused\n`);
    for (const one of what) print(`  ${forTerminal(one)}\n`);
  }
  return broken.length === 0 ? exitCodes.ok : exitCodes.finding;
}
