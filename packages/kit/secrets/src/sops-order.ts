import { isEncrypted } from "@kit/leaks";
import { readAsKustomize, type YamlData, type DataPath, type ReadDocument } from "@kit/yaml";

/** A map of a SOPS file whose keys kustomize writes in another order. */
interface KeyOrder {
  /** Such as `stringData`; empty for the file itself. */
  readonly path: string;
  /** The keys in the order in which they have to be written, so that they stay as they are. */
  readonly keys: readonly string[];
}

/**
 * The maps of a Secret that SOPS has encrypted whose keys come out of kustomize in another order: kustomize sorts them,
 * and SOPS signs all values in the order of the file (`sops.mac`). With `mac_only_encrypted` it signs the encrypted ones
 * alone.
 *
 * @param written The document of the file, before kustomize.
 * @param rendered What kustomize made of it.
 * @see https://github.com/getsops/sops#message-authentication-code
 */
export function reorderedKeys(written: string, rendered: string): KeyOrder[] {
  const [[own], [other]] = [readAsKustomize(written), readAsKustomize(rendered)];
  if (own?.data === undefined || other?.data === undefined) return [];
  const { mac_only_encrypted: isPartly } = mapOf(mapOf(own.data)["sops"]);
  return differences([own, own.data], [other, other.data], [], isPartly === true ? isEncrypted : () => true);
}

type Value = readonly [document: ReadDocument, value: YamlData | undefined];
type IsSigned = (value: YamlData) => boolean;

function differences([document, own]: Value, [others, other]: Value, path: DataPath, isSigned: IsSigned): KeyOrder[] {
  if (Array.isArray(own) && Array.isArray(other)) {
    return own.flatMap((item, index) =>
      differences([document, item], [others, other[index]], [...path, index], isSigned),
    );
  }
  const [map, theOther] = [mapOf(own), mapOf(other)];
  // The `sops` block itself is not signed.
  const keys = Object.keys(map).filter(
    (key) => [...path, key].join() !== "sops" && theOther[key] !== undefined && hasSigned(map[key], isSigned),
  );
  const below = keys.flatMap((key) =>
    differences([document, map[key]], [others, theOther[key]], [...path, key], isSigned),
  );
  const [before, after] = [document, others].map((one) => inOrder(one, path, keys)) as [string[], string[]];
  return before.join("\n") === after.join("\n") ? below : [{ path: path.join("."), keys: after }, ...below];
}

/** Keys by their places: those of an object do not tell where they are numbers. */
function inOrder(document: ReadDocument, path: DataPath, keys: readonly string[]): string[] {
  const places = new Map(keys.map((key) => [key, document.placeOf([...path, key])]));
  return keys.toSorted((one, other) => {
    const [place, another] = [places.get(one), places.get(other)];
    return (place?.line ?? 0) - (another?.line ?? 0) || (place?.column ?? 0) - (another?.column ?? 0);
  });
}

function hasSigned(value: YamlData | undefined, isSigned: IsSigned): boolean {
  if (typeof value === "object" && value !== null) return Object.values(value).some((one) => hasSigned(one, isSigned));
  return value !== undefined && isSigned(value);
}

function mapOf(value: YamlData | undefined): Readonly<Record<string, YamlData>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}

/** `in stringData ALPHA, ZED; at the top apiVersion, data, kind` */
export function orderText(orders: readonly KeyOrder[]): string {
  return orders.map(({ path, keys }) => `${path === "" ? "at the top" : `in ${path}`} ${keys.join(", ")}`).join("; ");
}
