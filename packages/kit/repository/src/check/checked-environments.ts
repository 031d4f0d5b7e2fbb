import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CheckedEnvironment, PromisedSecret } from "@kit/check";
import { emit } from "@kit/emit";
import { identityOf, type Identity } from "@kit/kube";
import { imageFlow } from "@kit/kustomize";
import { declaredPublic } from "@kit/leaks";
import type { SecretContract } from "@kit/model";
import { changedConfigMaps } from "@kit/prove";
import {
  type EngineOptions,
  inertPatches,
  kustomizationsOf,
  overlayLayers,
  overlayTexts,
  parseKustomization,
  readOverlay,
} from "@kit/render";
import { importStation, packageSources } from "@kit/workspace";
import { environmentDelivery, type DeliveryOf } from "../sync/environment-delivery.ts";
import { objectOrigins } from "../origins/object-origins.ts";
import { reorderedSecrets } from "./reordered-secrets.ts";
import { policyLayers, profileOf } from "../policies/policy-layers.ts";
import type { RenderedEnvironment } from "../rendered/rendered-environments.ts";
import { usersOfFiles } from "../overlays/users-of-files.ts";

/**
 * What the checks are given of environments: their objects with the packages' files that they come from, what the
 * typed environment says, how it is synced, and the overlay's own files.
 *
 * @param stale What `staleFiles` says, or nothing where a build has just written everything.
 * @throws UserError where a policy is wrong, or its overlay is missing or not YAML.
 */
export async function checkedEnvironments(
  root: string,
  environments: readonly RenderedEnvironment[],
  stale: readonly string[],
  options: EngineOptions,
): Promise<CheckedEnvironment[]> {
  // Of those that are not judged, too: a policy may be for them.
  const layersOf = await policyLayers(root, await importStation.run({ root }));
  const deliveryOf = await environmentDelivery(root);
  const siblings = [...new Set(environments.map(({ system }) => system))].flatMap((system) => system.environments);
  const usersOf = usersOfFiles(
    root,
    siblings.map(({ id }) => id),
  );
  const publicValues = declaredPublic(packageSources(root)).map(({ value }) => value);
  return Promise.all(
    environments.map(async (environment) => ({
      ...(await checkedEnvironment(root, environment, stale, { deliveryOf, usersOf }, options)),
      publicValues,
      policies: layersOf(environment.environment),
    })),
  );
}

async function checkedEnvironment(
  root: string,
  { environment, system, bases, objects }: RenderedEnvironment,
  stale: readonly string[],
  { deliveryOf, usersOf }: { readonly deliveryOf: DeliveryOf; readonly usersOf: (file: string) => string[] },
  options: EngineOptions,
): Promise<CheckedEnvironment> {
  const { id, namespace, cluster, secrets = [] } = environment;
  const entries = new Map([...system.services, system].map(({ where, entry }) => [where, entry]));
  const overlay = readOverlay(root, id);
  const { texts } = overlayTexts(root, id);
  const originOf = objectOrigins(id, texts);
  return {
    id,
    namespace,
    definition: system.entry,
    profile: profileOf(environment),
    cluster,
    copies: environment.preview?.max,
    contracts: secrets.map(promised),
    delivery: deliveryOf(environment),
    objects: objects.map(({ where, data }) => {
      // What a service makes for one environment is from both packages; the service's has the object.
      const [source = ""] = originOf(identityOf(data))?.packages ?? [];
      return { where, data, source: entries.get(source) };
    }),
    overlay: {
      file: overlay.file,
      content: parseKustomization(root, overlay.file),
      texts: new Map([...texts].filter(([path]) => !path.startsWith("generated/") && !path.endsWith("/"))),
      images: imageFlow(`overlays/${id}`, texts),
      shared: kustomizationsOf(root, overlay.file)
        .map(({ file }) => file)
        .filter((file) => file !== overlay.file && usersOf(file).some((other) => other !== id)),
      stale: stale.filter((path) =>
        [...bases, `generated/environments/${id}`].some((own) => path.startsWith(`${own}/`)),
      ),
      reordered: reorderedSecrets(texts, objects),
      inertPatches: await inertPatches(root, overlay, options),
      changedConfigMaps: changedConfigMaps(
        overlayLayers(root, overlay.file, `generated/environments/${id}`).layers,
        objects.flatMap(({ data }) => configMapsIn(data)),
      ),
    },
  };
}

/** What a valid value looks like is code, and no check asks it. */
function promised({ keys, ...contract }: SecretContract): PromisedSecret {
  const kept = Object.entries(keys).map(([name, { value: _value, ...key }]) => [name, key] as const);
  return { ...contract, keys: Object.fromEntries(kept) };
}

function configMapsIn(data: unknown): Identity[] {
  const { kind, apiVersion, metadata } = data as { kind?: string; apiVersion?: string; metadata?: Partial<Identity> };
  if (kind !== "ConfigMap" || apiVersion !== "v1" || metadata?.name === undefined) return [];
  return [{ apiVersion, kind, name: metadata.name, namespace: metadata.namespace }];
}

/** What is written in another way than the packages of now would. What only kustomize knows, `pnpm drift` tells. */
export function staleFiles(root: string, environments: readonly RenderedEnvironment[]): string[] {
  const systems = [...new Set(environments.map(({ system }) => system))];
  return [...emit(systems).files].flatMap(([path, text]) => {
    const file = `generated/${path}`;
    return existsSync(join(root, file)) && readFileSync(join(root, file), "utf8") === text ? [] : [file];
  });
}
