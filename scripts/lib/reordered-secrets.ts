import type { Manifest, ManifestData } from "@kit/rehearse";
import { documentsIn } from "@kit/review";
import { orderText, reorderedKeys } from "@kit/secrets";
import { load } from "js-yaml";

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
  const written = [...texts].filter(([path, text]) => !path.startsWith("generated/") && /^["']?sops["']?:/m.test(text));
  return secrets.flatMap(
    ({
      text: rendered,
      data: {
        metadata: { name },
      },
    }) =>
      written.flatMap(([file, whole]) =>
        documentsIn(file, whole).flatMap(({ text }): ReorderedSecret[] => {
          if (nameOfSecret(text) !== name) return [];
          const orders = reorderedKeys(text, rendered);
          return orders.length === 0 ? [] : [{ file, name, order: orderText(orders) }];
        }),
      ),
  );
}

/** Undefined where it is none, or no YAML, which is kustomize's to refuse. */
function nameOfSecret(text: string): string | undefined {
  try {
    const { kind, metadata } = load(text) as Partial<ManifestData>;
    return kind === "Secret" ? metadata?.name : undefined;
  } catch {
    return undefined;
  }
}
