import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { shown, type Problem } from "@kit/errors";
import { vendoredObjects, type Environment, type ServiceDefinition, type Vendored } from "@kit/model";
import { failed, importDefault } from "./import-default.ts";

/** What a system has of others' YAML, as one of its services. */
export interface LoadedVendored {
  readonly name: string;
  readonly where: string;
  readonly entry: string;
  readonly definition: ServiceDefinition<never>;
  /** The typed line. */
  readonly line: Vendored;
}

/** What a system's vendor.ts comes to. */
export interface VendoredOfSystem {
  readonly vendored: readonly LoadedVendored[];
  /** What does not fit together of typed lines and files: a build refuses it, and `vendor update` puts it right. */
  readonly differences: readonly Problem[];
}

/**
 * Reads what is vendored in a system: `packages/<system>/vendor.ts`, and the files that its lines are of. Nothing where there is none.
 *
 * @param taken The services of the system.
 */
export async function loadVendored(
  root: string,
  system: string,
  taken: readonly string[],
  problems: Problem[],
): Promise<VendoredOfSystem> {
  const entry = `packages/${system}/vendor.ts`;
  if (!existsSync(join(root, entry))) return { vendored: [], differences: [] };
  const exported = await importDefault(root, { entry }, problems);
  if (exported === failed) return { vendored: [], differences: [] };
  if (typeof exported !== "object" || exported === null) {
    const what = `the default export is ${shown(exported)}, not what defineVendor returns`;
    problems.push({ code: "service-export", what, where: entry, next: "export default defineVendor({ … })" });
    return { vendored: [], differences: [] };
  }
  const { readVendored, vendorDifference } = await import("@kit/vendor");
  const differences: Problem[] = [];
  const vendored = Object.entries(exported as Record<string, Vendored>).flatMap(([name, line]): LoadedVendored[] => {
    const wrong = lineProblem(entry, name, line, taken);
    if (wrong !== undefined) {
      problems.push(wrong);
      return [];
    }
    const where = `packages/${system}/vendor/${name}`;
    const objects = textAt(root, `${where}/objects.yaml`);
    const found = vendorDifference(line, { system, name, objects, lock: textAt(root, `${where}/vendor.json`) });
    differences.push(...found);
    const resources = objects === undefined || found.length > 0 ? [] : readVendored(objects);
    const { configure } = line;
    const own = vendoredObjects(name, resources);
    const isRead = found.length === 0 && configure !== undefined;
    const definition = { resources, ...(isRead ? { configure: (env: never) => configure(env, own) } : {}) };
    return [{ name, where, entry, definition, line }];
  });
  return { vendored, differences };
}

/** Environments with the services that they have where what is vendored is not of all of them. */
export function withoutOthers<Env extends Environment>(
  environments: readonly Env[],
  services: readonly string[],
  vendored: readonly LoadedVendored[],
): readonly Env[] {
  if (vendored.every(({ line }) => line.environments === undefined)) return environments;
  return environments.map((environment) => {
    const left = vendored.filter(({ line }) => line.environments?.includes(environment.id) === false);
    if (left.length === 0) return environment;
    const names = new Set(left.map(({ name }) => name));
    return { ...environment, services: (environment.services ?? services).filter((one) => !names.has(one)) };
  });
}

function lineProblem(entry: string, name: string, line: unknown, taken: readonly string[]): Problem | undefined {
  const problem = (what: string, next: string): Problem => ({ code: "vendor-refused", what, where: entry, next });
  if (!/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(name)) {
    return problem(`${shown(name)} is not a name`, "use lower-case letters, digits and -");
  }
  if (taken.includes(name)) return problem(`${shown(name)} is the name of a service, too`, "give it another name");
  const { version, digest } = (line ?? {}) as Partial<Vendored>;
  const sources = ["chart", "file", "kustomization"].filter(
    (key) => typeof line === "object" && line !== null && key in line,
  );
  if (sources.length === 1 && typeof version === "string" && typeof digest === "string") return undefined;
  return problem(
    `${shown(name)} does not say one source (chart, file or kustomization), a version and a digest`,
    `write ${name}: { file: "https://…", version: "…", digest: "" }, then run \`pnpm vendor update\``,
  );
}

function textAt(root: string, path: string): string | undefined {
  return existsSync(join(root, path)) ? readFileSync(join(root, path), "utf8") : undefined;
}
