import { Draft } from "./draft.ts";
import { removeExemptions } from "./exemption-places.ts";
import type { LifeFacts, LifeService, LifeSystem } from "./facts.ts";
import { removeFollowed } from "./gitops-entries.ts";
import { applyMoves } from "./moves.ts";
import { refusal, requireFolderName, serviceNamed } from "./names.ts";
import { removeFromOverlays } from "./overlay-services.ts";
import { removePatches } from "./overlay-patches.ts";
import { dropDependency, importersOf, packageName, renamePackage } from "./packages.ts";
import { renameObjects } from "./rename-objects.ts";
import { removeServiceNames, renameService } from "./service-names.ts";

/**
 * Gives a service another name: its folder, its package, and what names it as a service.
 *
 * @param objects Whether its objects get the name, too. Else they keep theirs, and nothing changes in a cluster.
 * @throws UserError where there is no such service, or the name is taken or no name.
 */
export function renamedService(facts: LifeFacts, argument: string, name: string, objects: boolean): Draft {
  const { system, service } = serviceNamed(facts, argument);
  requireFolderName("service", name);
  requireFree(system, name);
  const draft = new Draft(facts.files);
  const folder = `packages/${system.name}/${service.name}`;
  const own = packageName(draft, folder);
  if (objects) renameObjects(draft, facts, system, service, name);
  renameService(draft, system.name, service.name, name);
  applyMoves(draft, [
    [folder, `packages/${system.name}/${name}`],
    [`generated/bases/${system.name}/${service.name}`, `generated/bases/${system.name}/${name}`],
  ]);
  if (own !== undefined) renamePackage(draft, own, renamedLast(own, service.name, name));
  return draft;
}

/**
 * Takes a service out of its system: its package, and all that names it.
 *
 * @throws UserError where there is no such service, or another package imports it.
 */
export function removedService(facts: LifeFacts, argument: string): Draft {
  const { system, service } = serviceNamed(facts, argument);
  const draft = new Draft(facts.files);
  const folder = `packages/${system.name}/${service.name}`;
  const own = packageName(draft, folder);
  requireUnused(draft, own ?? folder, folder);
  for (const path of draft.paths) if (path.startsWith(`${folder}/`)) draft.remove(path);
  if (own !== undefined) dropDependency(draft, own);
  removeServiceNames(draft, system.name, service.name);
  const files = removeFromOverlays(draft, facts, system.name, service).map(({ file }) => file);
  removePatches(draft, files, objectsOfItAlone(facts, system, service));
  removeFollowed(draft, imagesOfItAlone(facts, system, service));
  const exempted = objectsOfItAlone(facts, system, service).map(({ kind, name }) => `${kind}/${name}`);
  removeExemptions(draft, [`packages/${system.name}`, "packages/policy"], new Set(exempted));
  return draft;
}

export function requireFree({ name: system, services }: LifeSystem, name: string): void {
  if (!services.some((one) => one.name === name)) return;
  throw refusal(
    "name-taken",
    `the system ${system} has a service ${name} already`,
    "choose another name",
    `packages/${system}/${name}`,
  );
}

/** Refuses to take a package away that others import. */
export function requireUnused(draft: Draft, name: string, folder: string): void {
  const importers = importersOf(draft, name, folder);
  if (importers.length === 0) return;
  throw refusal(
    "package-used",
    `${name} is imported by other packages:\n${importers.map((one) => `  ${one}`).join("\n")}`,
    "move what they need to packages/<system>/lib, or take the imports out, then start again",
    folder,
  );
}

/** `@shop/basket` of `@shop/cart`; a name that does not end with the folder's stays. */
function renamedLast(name: string, from: string, to: string): string {
  return name === from || name.endsWith(`/${from}`) ? name.slice(0, name.length - from.length) + to : name;
}

function imagesOfItAlone({ systems }: LifeFacts, system: LifeSystem, service: LifeService): string[] {
  const others = systems.flatMap(({ name, services }) =>
    services.filter((one) => name !== system.name || one.name !== service.name),
  );
  const used = new Set(others.flatMap(({ images }) => images));
  return service.images.filter((image) => !used.has(image));
}

function objectsOfItAlone({ systems }: LifeFacts, system: LifeSystem, service: LifeService): LifeService["objects"] {
  const others = systems.flatMap(({ name, services }) =>
    services.filter((one) => name !== system.name || one.name !== service.name),
  );
  const kept = new Set(others.flatMap(({ objects }) => objects.map(({ kind, name }) => `${kind}/${name}`)));
  return service.objects.filter(({ kind, name }) => !kept.has(`${kind}/${name}`));
}
