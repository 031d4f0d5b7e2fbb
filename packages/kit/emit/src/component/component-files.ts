import { fileStem, type JsonObject } from "@kit/kube";
import type { FiledObject } from "../emitted-object.ts";
import { generatedFile } from "../kustomization.ts";
import { namespaceTransformers } from "../namespace-transformers.ts";
import type { ComponentParts } from "./component-parts.ts";
import { deletion } from "./deletion.ts";
import { patchText } from "./patch-text.ts";
import { splitParts, type PatchedObject } from "./split-parts.ts";
import { targetOf } from "./target.ts";

/**
 * The files of an environment's component, by their path below `generated/`: with them kustomize makes exactly what is
 * wanted of what the bases have.
 *
 * An object is changed by a JSON 6902 patch. One that a patch would spoil is taken out by a component of its own, and added
 * whole by another: kustomize adds what a component has before it takes anything out.
 */
export function componentFiles(parts: ComponentParts): [string, string][] {
  const { resources, patched, whole, replaced } = splitParts(parts);
  const isApart = whole.length > 0;
  const transformers = generatedFile(namespaceTransformers(parts.namespace, parts.defined), parts.where);
  const namespace: [string, string] = ["namespace.yaml", transformers];
  const [objects, patches] = [objectFiles(resources, parts), patchFiles(patched, parts)];
  const files = [
    kustomization(parts.where, {
      resources: pathsOf(objects),
      components: isApart ? ["without", "whole"] : [],
      patches: patches.map(({ path, target }) => ({ path, target })),
      transformers: isApart ? [] : pathsOf([namespace]),
    }),
    ...objects,
    ...patches.map(({ path, text }): [string, string] => [path, text]),
    ...(isApart ? [] : [namespace]),
  ];
  if (isApart) {
    const added = objectFiles(whole, parts);
    const without = { patches: replaced.map(deletion), transformers: pathsOf([namespace]) };
    files.push(...within("without", [kustomization(parts.where, without), namespace]));
    files.push(...within("whole", [kustomization(parts.where, { resources: pathsOf(added) }), ...added]));
  }
  return within(`environments/${parts.id}`, files);
}

function objectFiles(objects: readonly FiledObject[], { where, namespace }: ComponentParts): [string, string][] {
  const files = objects.map((object): [string, string] => [
    `${fileStem(object, namespace)}.yaml`,
    generatedFile(object.data, packagesOf(object, where)),
  ]);
  return files.toSorted(([one], [other]) => (one < other ? -1 : 1));
}

interface PatchFile {
  readonly path: string;
  readonly text: string;
  readonly target: JsonObject;
}

function patchFiles(patched: readonly PatchedObject[], { where, namespace }: ComponentParts): PatchFile[] {
  const files = patched.map((patch) => ({
    path: `patch-${fileStem(patch.object, namespace)}.yaml`,
    text: patchText(patch, packagesOf(patch.object, where), namespace),
    target: targetOf(patch.object, namespace),
  }));
  return files.toSorted((one, other) => (one.path < other.path ? -1 : 1));
}

function packagesOf(object: FiledObject, where: string): string {
  return object.where === where ? where : `${object.where} and ${where}`;
}

function pathsOf(files: readonly (readonly [string, string])[]): string[] {
  return files.map(([path]) => path);
}

type Fields = Readonly<Record<string, readonly JsonObject[] | readonly string[]>>;

function kustomization(where: string, fields: Fields): [string, string] {
  const filled = Object.fromEntries(Object.entries(fields).filter(([, list]) => list.length > 0));
  const content = { apiVersion: "kustomize.config.k8s.io/v1alpha1", kind: "Component", ...filled };
  return ["kustomization.yaml", generatedFile(content, where)];
}

function within(folder: string, files: readonly [string, string][]): [string, string][] {
  return files.map(([path, text]) => [`${folder}/${path}`, text]);
}
