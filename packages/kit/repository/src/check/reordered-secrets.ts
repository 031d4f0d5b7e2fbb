import { identityOf } from "@kit/kube";
import type { Manifest } from "@kit/rehearse";
import { orderText, reorderedKeys } from "@kit/secrets";
import { readAsKustomize } from "@kit/yaml";

/** A Secret of an overlay's own files whose keys kustomize has put into another order. */
interface ReorderedSecret {
  readonly file: string;
  readonly name: string;
  readonly order: string;
}

/**
 * The Secrets that SOPS has encrypted whose keys are in another order in what is rendered.
 *
 * @param texts What the overlay is built from, by path.
 * @param objects What is rendered.
 */
export function reorderedSecrets(texts: ReadonlyMap<string, string>, objects: readonly Manifest[]): ReorderedSecret[] {
  const secrets = objects.filter(({ data }) => data.kind === "Secret" && "sops" in data);
  if (secrets.length === 0) return [];
  const written = [...texts].filter(([path, text]) => !path.startsWith("generated/") && /["']?sops["']?:/.test(text));
  const documents = written.flatMap(([file, whole]) =>
    readAsKustomize(whole).map((document) => ({ file, ...document })),
  );
  return secrets.flatMap(
    ({
      text: rendered,
      data: {
        metadata: { name },
      },
    }) =>
      documents.flatMap(({ file, text, data }): ReorderedSecret[] => {
        const id = typeof data === "object" && data !== null ? identityOf(data) : undefined;
        if (id?.kind !== "Secret" || id.name !== name) return [];
        const orders = reorderedKeys(text, rendered);
        return orders.length === 0 ? [] : [{ file, name, order: orderText(orders) }];
      }),
  );
}
