import { externalParts, type SecretContract, type SecretSource } from "@kit/model";

/**
 * Where the value of a Secret's key comes from, for people.
 *
 * @param id The environment's.
 */
export function describeSource(id: string, source: SecretSource, secret: SecretContract, key: string): string {
  if (source.type === "by-hand") return "created by hand";
  if (source.type === "sealed") return "sealed, in the environment's package";
  if (source.type === "sops") return `encrypted by SOPS in overlays/${id}/${source.file}`;
  const { store } = source;
  const ref = externalParts(id, source, secret).remoteRefs[key]!;
  const part = ref.property === undefined ? "" : `, property ${ref.property}`;
  return `from the ${store.kind} ${store.name}, ${ref.key}${part}`;
}
