// What kustomize's encode makes of a digest: ten characters, of which none makes a word.
// https://github.com/kubernetes-sigs/kustomize/blob/master/api/hasher/hasher.go
const suffix = /-[2456789bcdfghkmt]{10}$/;

/** A name without the digest of the content that kustomize puts behind it; undefined where it has none. */
export function withoutHash(name: string): string | undefined {
  return suffix.test(name) ? name.replace(suffix, "") : undefined;
}
