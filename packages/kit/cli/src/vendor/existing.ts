import { didYouMean, exitCodes, shown, UserError } from "@kit/errors";
import { madeVendor, vendorLines } from "@kit/repository/vendor";
import { removedVendor, updatedVendor } from "@kit/scaffold/life";
import { print, progress } from "@kit/terminal";
import { forTerminal } from "@kit/text";
import { sourceOf } from "@kit/vendor";
import { carryOut } from "../life/carry-out.ts";
import { sayMade, type VendorOptions } from "./add.ts";

type Line = Awaited<ReturnType<typeof vendorLines>>[number];

/** Prints what is vendored. Returns the exit code: 1 where a line and its files do not fit together. */
export async function listVendored(root: string): Promise<number> {
  const lines = await vendorLines(root);
  if (lines.length === 0) print("nothing is vendored here: `vendor add` takes it in\n");
  for (const { system, name, line, differs } of lines) {
    print(`${system}/${name} ${forTerminal(sourceOf(line))}\n`);
    for (const one of differs) print(`  ${forTerminal(one)}\n`);
  }
  return lines.some(({ differs }) => differs.length > 0) ? exitCodes.finding : exitCodes.ok;
}

/** Makes the objects of something anew. Returns the exit code. */
export async function updateVendored(root: string, argument: string, options: VendorOptions): Promise<number> {
  const { system, name, line, lock } = lineNamed(await vendorLines(root), argument);
  const wanted = { ...line, version: options.version ?? line.version };
  const { change, count, notes } = await madeVendor(root, { system, name, line: wanted }, lock, progress);
  sayMade(count, notes);
  const what = `update ${system}/${name} to ${wanted.version}`;
  return carryOut(root, { what, kind: "vendored", name, draft: (facts) => updatedVendor(facts, change) }, options);
}

/** Takes something out. Returns the exit code. */
export async function removeVendored(root: string, argument: string, options: VendorOptions): Promise<number> {
  const { system, name } = lineNamed(await vendorLines(root), argument);
  const what = `take ${system}/${name} out of the repository`;
  return carryOut(
    root,
    {
      what,
      kind: "vendored",
      name,
      draft: (facts) => {
        const services = facts.systems.find((one) => one.name === system)!.services;
        return removedVendor(
          facts,
          system,
          services.find((one) => one.name === name)!,
        );
      },
    },
    options,
  );
}

function lineNamed(lines: readonly Line[], argument: string): Line {
  const found = lines.filter(({ system, name }) => [name, `${system}/${name}`].includes(argument));
  const [first, ...others] = found;
  if (first !== undefined && others.length === 0) return first;
  const known = lines.map(({ system, name }) => `${system}/${name}`);
  throw new UserError({
    code: "argument-value",
    what:
      first === undefined ? `nothing vendored is called ${shown(argument)}` : `several systems have ${shown(argument)}`,
    where: "the command line",
    next: `what is vendored: ${known.join(", ") || "nothing"}${didYouMean(argument, known)}`,
  });
}
