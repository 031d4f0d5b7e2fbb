import { groupOf, textOf, versionOf, type Identity, type JsonObject } from "@kit/kube";
import type { Selects } from "./claim.ts";

/**
 * Whether a `target` of a patch, or a `select` of a replacement, can take an object: its patterns are regular expressions
 * for the whole text, as kustomize has it. What it says of labels and annotations is not read: they may have been others
 * when it was done.
 */
export function selectorOf(target: JsonObject): Selects {
  const [group, version, kind] = ["group", "version", "kind"].map((field) => patternOf(textOf(target[field])));
  const name = patternOf(textOf(target["name"]));
  const namespace = patternOf(textOf(target["namespace"]));
  return ({ wanted, rendered, names }) =>
    [wanted, rendered].some(
      (one) =>
        group!(groupOf(one.apiVersion)) &&
        version!(versionOf(one.apiVersion)) &&
        kind!(one.kind) &&
        inOne(one, namespace),
    ) && names.some(name);
}

/** Whether a strategic patch without a target is for an object. */
export function identitySelector(patch: JsonObject, { name, namespace }: JsonObject): Selects {
  const [apiVersion, kind] = [textOf(patch["apiVersion"]) ?? "", textOf(patch["kind"])];
  const isIn = textOf(namespace) === undefined ? () => true : (text: string) => text === namespace;
  return ({ wanted, rendered, names }) =>
    [wanted, rendered].some(
      (one) => groupOf(one.apiVersion) === groupOf(apiVersion) && one.kind === kind && inOne(one, isIn),
    ) && names.includes(textOf(name) ?? "");
}

type Matches = (text: string) => boolean;

// An object had no namespace yet before its component gave it the environment's.
function inOne({ namespace = "" }: Identity, matches: Matches): boolean {
  return [namespace, "default", ""].some(matches);
}

function patternOf(text: string | undefined): Matches {
  if (text === undefined || text === "") return () => true;
  try {
    const pattern = new RegExp(`^(?:${text})$`);
    return (value) => pattern.test(value) || value === text;
  } catch {
    // Go's expressions have forms that JavaScript's have not.
    return () => true;
  }
}
