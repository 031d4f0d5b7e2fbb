import { isEncrypted } from "@kit/leaks";
import { isMap, isScalar, isSeq, parseDocument } from "yaml";

/** A map of a SOPS file whose keys kustomize writes in another order. */
export interface KeyOrder {
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
 * @param written The file, before kustomize.
 * @param rendered What kustomize made of it.
 * @see https://github.com/getsops/sops#message-authentication-code
 */
export function reorderedKeys(written: string, rendered: string): KeyOrder[] {
  const [own, other] = [written, rendered].map((text) => parseDocument(text, { version: "1.1", prettyErrors: false }));
  if (own === undefined || other === undefined || own.errors.length > 0 || other.errors.length > 0) return [];
  const isSigned = own.getIn(["sops", "mac_only_encrypted"]) === true ? isEncryptedScalar : () => true;
  return differences(own.contents, other.contents, "", isSigned);
}

function differences(own: unknown, other: unknown, path: string, isSigned: (node: unknown) => boolean): KeyOrder[] {
  if (isSeq(own) && isSeq(other)) {
    return own.items.flatMap((item, index) => differences(item, other.items[index], `${path}[${index}]`, isSigned));
  }
  if (!isMap(own) || !isMap(other)) return [];
  const at = (key: string): string => (path === "" ? key : `${path}.${key}`);
  const keysOf = (map: typeof own, theOther: typeof own): string[] =>
    map.items.flatMap(({ key, value }) => {
      const name = isScalar(key) ? String(key.value) : "";
      // The `sops` block itself is not signed.
      return at(name) !== "sops" && theOther.has(name) && hasSigned(value, isSigned) ? [name] : [];
    });
  const [before, after] = [keysOf(own, other), keysOf(other, own)];
  const below = before.flatMap((key) => differences(own.get(key, true), other.get(key, true), at(key), isSigned));
  return before.join("\n") === after.join("\n") ? below : [{ path, keys: after }, ...below];
}

function hasSigned(node: unknown, isSigned: (node: unknown) => boolean): boolean {
  if (isMap(node)) return node.items.some(({ value }) => hasSigned(value, isSigned));
  if (isSeq(node)) return node.items.some((item) => hasSigned(item, isSigned));
  return isSigned(node);
}

function isEncryptedScalar(node: unknown): boolean {
  return isScalar(node) && isEncrypted(node.value);
}

/** `in stringData: ALPHA, ZED; at the top: apiVersion, data, kind` */
export function orderText(orders: readonly KeyOrder[]): string {
  return orders.map(({ path, keys }) => `${path === "" ? "at the top" : `in ${path}`} ${keys.join(", ")}`).join("; ");
}
