import { listOf, mapOf, textOf } from "@kit/kube";
import { overlayCheck, type FindingDraft } from "../../define-check.ts";
import { orNearest } from "../../suggest.ts";
import type { View } from "../../view/index.ts";

// The real kustomize has told which they are (`inertPatches` of @kit/render); here is only why.
export const patchWithoutEffect = overlayCheck({
  id: "patch-without-effect",
  group: "kustomize",
  severity: "error",
  title: "a patch with a target changes nothing",
  needs: ["objects"],
  run: ({ overlay, objects }, report) => {
    const patches = listOf(overlay.content["patches"]);
    for (const index of overlay.inertPatches) {
      const target = mapOf(mapOf(patches[index])["target"]);
      report(overlay.file, { ...reasonOf(target, objects), path: ["patches", index, "target"] });
    }
  },
});

function reasonOf(target: Readonly<Record<string, unknown>>, objects: readonly View[]): Omit<FindingDraft, "path"> {
  const [kind, name] = [textOf(target["kind"]), textOf(target["name"])];
  const title = [kind, name].filter((part) => part !== undefined).join(" ") || "any object";
  const alike = objects.filter((object) => matches(kind, object.kind));
  if (alike.some((object) => matches(name, object.name))) {
    const message = `the patch of ${title} changes nothing`;
    return { message, fix: "remove it, or fix its target or its content" };
  }
  const message = `the patch of ${title} changes nothing: the overlay has no such object`;
  const names = alike.map((object) => object.name);
  return { message, fix: orNearest(name ?? "", names, "correct its target, or remove the patch") };
}

/** Kustomize reads the fields of a target as regular expressions for the whole text. */
function matches(pattern: string | undefined, text: string): boolean {
  if (pattern === undefined) return true;
  try {
    return new RegExp(`^(?:${pattern})$`).test(text);
  } catch {
    return pattern === text;
  }
}
