/** The images of objects, as kustomize looks for them: in containers and initContainers, at any depth of any kind. */
export function imagesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(imagesIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]: [string, unknown]) => {
    const isList = (key === "containers" || key === "initContainers") && Array.isArray(child);
    const own = isList ? child.flatMap((container: unknown) => imageOf(container)) : [];
    return [...own, ...imagesIn(child)];
  });
}

function imageOf(container: unknown): string[] {
  const image = (container as { image?: unknown } | null)?.image;
  return typeof image === "string" ? [image] : [];
}
