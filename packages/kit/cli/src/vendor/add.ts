import { argumentError } from "@kit/errors";
import type { Vendored } from "@kit/model";
import { systemFolders } from "@kit/repository";
import { madeVendor, readValues } from "@kit/repository/vendor";
import { addedVendor } from "@kit/scaffold/life";
import { notice, progress } from "@kit/terminal";
import { forTerminal } from "@kit/text";
import { carryOut, type LifeOptions } from "../life/carry-out.ts";

/** The options of `vendor`. */
export interface VendorOptions extends LifeOptions {
  readonly system?: string | undefined;
  readonly chart?: string | undefined;
  readonly repository?: string | undefined;
  readonly file?: string | undefined;
  readonly kustomization?: string | undefined;
  readonly version?: string | undefined;
  readonly values?: string | undefined;
  readonly namespace?: string | undefined;
  readonly environment?: readonly string[] | undefined;
  readonly omit?: readonly string[] | undefined;
}

/** Takes something in. Returns the exit code. */
export async function addVendored(root: string, argument: string, options: VendorOptions): Promise<number> {
  const { system, name } = placeOf(root, argument, options.system);
  const line = await lineOf(options);
  const { change, count, notes } = await madeVendor(root, { system, name, line }, undefined, progress);
  sayMade(count, notes);
  const what = `vendor ${name} in the system ${system}`;
  return carryOut(root, { what, kind: "vendored", name, draft: (facts) => addedVendor(facts, change) }, options);
}

/** Says what came, and what was not kept of it. */
export function sayMade(count: number, notes: readonly string[]): void {
  notice(`${count === 1 ? "one object" : `${count} objects`} came\n`);
  for (const note of notes) notice(`${forTerminal(note)}\n`);
}

function placeOf(root: string, argument: string, option: string | undefined): { system: string; name: string } {
  const systems = systemFolders(root);
  const slash = argument.indexOf("/");
  const named = slash === -1 ? option : argument.slice(0, slash);
  const name = slash === -1 ? argument : argument.slice(slash + 1);
  const system = named ?? (systems.length === 1 ? systems[0] : undefined);
  if (system === undefined) {
    throw argumentError("nothing says which system has it", `give --system: ${systems.join(", ")}`, "argument-missing");
  }
  if (!systems.includes(system)) {
    throw argumentError(`there is no system ${JSON.stringify(system)}`, `the systems are: ${systems.join(", ")}`);
  }
  if (/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(name)) return { system, name };
  throw argumentError(`${JSON.stringify(name)} is not a name`, "use lower-case letters, digits and -");
}

async function lineOf(options: VendorOptions): Promise<Vendored> {
  const { chart, repository, file, kustomization, version, namespace, environment, omit } = options;
  const sources = { chart, file, kustomization };
  const given = Object.entries(sources).filter(([, value]) => value !== undefined);
  if (given.length !== 1) {
    throw argumentError(
      given.length === 0 ? "nothing says what is to be taken" : "several sources are named, and one is wanted",
      "give one of --chart, --file or --kustomization",
      given.length === 0 ? "argument-missing" : "argument-value",
    );
  }
  for (const [key, value] of Object.entries({ repository, values: options.values })) {
    if (value !== undefined && chart === undefined) throw argumentError(`--${key} is of a chart`, "give --chart, too");
  }
  if (version === undefined && (chart !== undefined || file?.includes("{version}") === true)) {
    throw argumentError("nothing says which version", "give --version", "argument-missing");
  }
  const values = options.values === undefined ? undefined : await readValues(options.values);
  const line = {
    ...Object.fromEntries(given),
    ...(repository === undefined ? {} : { repository }),
    version: version ?? "0",
    digest: "",
    ...(namespace === undefined ? {} : { namespace }),
    ...(environment === undefined ? {} : { environments: environment }),
    ...(omit === undefined ? {} : { omit }),
    ...(values === undefined ? {} : { values }),
  };
  return line as unknown as Vendored;
}
