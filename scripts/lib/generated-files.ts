// What gives the objects of an environment their namespace, in its component.
const namespaceFile = "namespace.yaml";

/** Whether a file of a base or a component has an object, rather than what kustomize does with objects. */
export function isObjectFile(path: string): boolean {
  return isManifestFile(path) && !nameOf(path).startsWith("patch-");
}

/** Whether it has an object, or a patch of one. */
export function isManifestFile(path: string): boolean {
  return !["kustomization.yaml", namespaceFile].includes(nameOf(path));
}

/** Whether it says the namespace. */
export function isNamespaceFile(path: string): boolean {
  return nameOf(path) === namespaceFile;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
