import { isMap, textOf, type JsonObject } from "@kit/kube";

/** An object, and the annotations that the build has given it. */
export interface Protected {
  readonly data: JsonObject;
  readonly given: readonly string[];
}

const options = "argocd.argoproj.io/sync-options";
const flux = "kustomize.toolkit.fluxcd.io/prune";

/**
 * A CustomResourceDefinition that no sync deletes when it is not rendered any more, since every object of its kind would go with
 * it, in all namespaces. Where its author says something of that, it stays as it is; so do all other objects.
 */
export function protectDefinition(data: JsonObject): Protected {
  if (data["kind"] !== "CustomResourceDefinition" || data["apiVersion"] !== "apiextensions.k8s.io/v1") {
    return { data, given: [] };
  }
  const metadata = isMap(data["metadata"]) ? data["metadata"] : {};
  const [annotations, labels] = [metadata["annotations"], metadata["labels"]].map((one) => (isMap(one) ? one : {})) as [
    JsonObject,
    JsonObject,
  ];
  const written = textOf(annotations[options]) ?? "";
  const added = {
    ...(/(?:^|,)\s*Prune=/.test(written) ? {} : { [options]: joined(written, "Prune=false", "Delete=false") }),
    ...(flux in annotations || flux in labels ? {} : { [flux]: "disabled" }),
  };
  const given = Object.keys(added);
  if (given.length === 0) return { data, given };
  return { data: { ...data, metadata: { ...metadata, annotations: { ...annotations, ...added } } }, given };
}

function joined(written: string, ...more: readonly string[]): string {
  const missing = more.filter((one) => !new RegExp(`(?:^|,)\\s*${one.split("=")[0]}=`).test(written));
  return [...(written.trim() === "" ? [] : [written]), ...missing].join(",");
}
