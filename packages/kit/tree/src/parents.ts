/** The directories of a path, outermost first: `a/b/c.yaml` is in `a` and in `a/b`. */
export function parentsOf(path: string): string[] {
  const parts = path.split("/");
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join("/"));
}
