/** What a file name says about its object. */
export interface Identity {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string | undefined;
}

/**
 * A file name without extension for each object: `<kind>-<name>`, and for those that would share it also the
 * API group, then the namespace.
 *
 * Names are compared without case, because some file systems do. Two objects that are alike in all four
 * share a name: refuse duplicates first.
 */
export function fileNames(objects: readonly Identity[]): string[] {
  const short = objects.map(({ kind, name }) => plain(`${kind}-${name}`));
  const withGroup = objects.map(({ apiVersion, kind, name }) => plain(`${kind}.${groupOf(apiVersion)}-${name}`));
  const whole = objects.map(({ apiVersion, kind, name, namespace = "default" }) =>
    plain(`${kind}.${groupOf(apiVersion)}-${namespace}-${name}`),
  );
  const shared = repeated(short);
  const sharedWithGroup = repeated(withGroup);
  return objects.map((_, index) => {
    if (!shared.has(short[index]!)) return short[index]!;
    return sharedWithGroup.has(withGroup[index]!) ? whole[index]! : withGroup[index]!;
  });
}

/** The API group of an apiVersion; `core` for the one without a name. */
export function groupOf(apiVersion: string): string {
  return apiVersion.includes("/") ? apiVersion.slice(0, apiVersion.indexOf("/")) : "core";
}

// RBAC names may have a colon, which some file systems do not.
function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9.-]/g, "_");
}

function repeated(names: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const name of names) (seen.has(name) ? twice : seen).add(name);
  return twice;
}
