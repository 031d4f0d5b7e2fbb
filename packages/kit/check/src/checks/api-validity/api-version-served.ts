import { groupOf } from "@kit/kube";
import { isBuiltInGroup, isPinned, kubernetesVersion, servedVersions } from "@kit/schema";
import { anyObjectCheck } from "../../define-check.ts";
import { servedElsewhere } from "../../minor-versions.ts";
import { removedFrom } from "../../removed-versions.ts";

export const apiVersionServed = anyObjectCheck({
  id: "api-version-served",
  group: "api-validity",
  severity: "error",
  title: "Kubernetes does not serve the kind in this API version",
  run: ({ apiVersion, kind, schema, definedVersions, minor }, report) => {
    const group = groupOf(apiVersion);
    if (schema !== undefined) return;
    const path = ["apiVersion"];
    const removed = removedFrom(apiVersion, kind);
    if (removed !== undefined) {
      const message = `${apiVersion} of ${kind} is not served since Kubernetes ${removed.in}`;
      const fix =
        removed.now === undefined
          ? "use Pod Security admission, which has taken its place"
          : `write ${removed.now}, and move the fields as the deprecation guide says`;
      report({ path, message, fix });
      return;
    }
    // Of a version that it serves, its schema is not one: that is said of the definition.
    if (definedVersions?.includes(apiVersion) === true) return;
    const served = definedVersions ?? servedVersions(group, kind, minor);
    // A definition's group has a dot: no other can bring a kind into a group without one.
    const elsewhere = minor === undefined ? undefined : servedElsewhere({ apiVersion, kind, minor });
    const isOwn = isBuiltInGroup(group, minor) || !group.includes(".") || elsewhere !== undefined;
    if (!isOwn && served.length === 0 && definedVersions === undefined) return;
    const who = isOwn ? `Kubernetes ${minor ?? kubernetesVersion}` : "the definition of the kind";
    const message = `${who} does not serve ${kind} in ${apiVersion}${elsewhere === undefined ? "" : `: ${elsewhere.text}`}`;
    const fix = served.length > 0 ? `write ${served.join(" or ")}` : (elsewhere?.fix ?? "correct apiVersion or kind");
    // The cluster may have another version of the definition.
    const isGuess = definedVersions === undefined && served.some((version) => isPinned(version, kind));
    report({ path, message, fix, ...(isGuess && { severity: "warning" as const }) });
  },
});
