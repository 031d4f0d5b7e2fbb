import { load } from "js-yaml";

/** One document of what kustomize printed. */
export interface RenderedDocument {
  /** kustomize's own bytes, without the `---`. */
  readonly text: string;
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string | undefined;
  readonly data: unknown;
}

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata?: { readonly name?: string; readonly namespace?: string };
}

/**
 * The documents in what `kustomize build` printed, in its order.
 *
 * A line `---` always ends a document: kustomize indents every text inside one.
 */
export function splitDocuments(output: string): RenderedDocument[] {
  const texts = output.split(/^---\n/m).filter((text) => text !== "");
  return texts.map((text) => {
    const data = load(text) as Manifest;
    const { name = "", namespace } = data.metadata ?? {};
    return { text, apiVersion: data.apiVersion, kind: data.kind, name, namespace, data };
  });
}

/** What `kustomize build` printed, again. */
export function joinDocuments(documents: readonly Pick<RenderedDocument, "text">[]): string {
  return documents.map(({ text }) => text).join("---\n");
}
