import { writtenFrom } from "@kit/emit/header";
import { overlayInputs, type Overlay, type RenderedDocument } from "@kit/render";
import { readAsKustomize } from "@kit/yaml";

interface Manifest {
  readonly apiVersion?: unknown;
  readonly kind?: unknown;
  readonly metadata?: { readonly name?: unknown; readonly namespace?: unknown };
}

/**
 * The package or the file that has an object of an overlay, or the overlay's kustomization where none has it as it is
 * rendered: it is generated there, renamed, or from elsewhere.
 *
 * @param directory Where `overlays/` and `generated/` are.
 */
export function writtenIn(directory: string, { id, file }: Overlay, object: RenderedDocument): string {
  const inputs = [...(overlayInputs(directory, id) ?? [])].filter(([path]) => /\.(ya?ml|json)$/.test(path));
  const found = inputs.filter(([path, text]) => !/\/patch-[^/]*$/.test(path) && objectsIn(text).some(isIt));
  // One that says no namespace may have got this one.
  const exact = found.find(([, text]) => objectsIn(text).some((one) => isIt(one) && isThere(one)));
  const [path, text] = exact ?? found[0] ?? [file, ""];
  return writtenFrom(text) ?? path;

  function isIt({ apiVersion, kind, metadata }: Manifest): boolean {
    return apiVersion === object.apiVersion && kind === object.kind && metadata?.name === object.name;
  }

  function isThere({ metadata }: Manifest): boolean {
    return metadata?.namespace === object.namespace;
  }
}

function objectsIn(text: string): Manifest[] {
  return readAsKustomize(text).flatMap(({ data }) =>
    typeof data === "object" && !Array.isArray(data) ? [data as Manifest] : [],
  );
}
