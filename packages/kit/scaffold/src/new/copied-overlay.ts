import { parseDocument, visit } from "yaml";
import { joinedPath, relativePath } from "./paths.ts";

/**
 * A kustomization of an environment's overlay as that of another one: its component is the other's, its namespace too, and paths
 * out of the folder lead to the same places. Comments, order and quotes stay.
 */
export function copiedOverlay(
  text: string,
  { id, namespace }: { readonly id: string; readonly namespace: string },
  like: { readonly id: string; readonly namespace: string },
): string {
  const places: { start: number; end: number; text: string }[] = [];
  visit(parseDocument(text, { version: "1.1", prettyErrors: false }), {
    Scalar(key, node) {
      if (key === "key" || typeof node.value !== "string" || node.range === undefined || node.range === null) return;
      const other = node.value === like.namespace ? namespace : otherPath(node.value, id, like.id);
      if (other === node.value) return;
      const [start, end] = node.range;
      const quote = /^["']/.exec(text.slice(start))?.[0] ?? "";
      places.push({ start, end, text: quote + other + quote });
    },
  });
  let copied = text;
  for (const place of places.toSorted((one, other) => other.start - one.start)) {
    copied = copied.slice(0, place.start) + place.text + copied.slice(place.end);
  }
  return copied;
}

function otherPath(path: string, id: string, like: string): string {
  if (!path.startsWith("../")) return path;
  const target = joinedPath(`overlays/${like}`, path);
  const component = `generated/environments/${like}`;
  return relativePath(`overlays/${id}`, target === component ? `generated/environments/${id}` : target);
}
