import { EnvironmentFailure } from "@kit/errors";
import { readAsKubectl } from "@kit/yaml";

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
 * A line `---` always ends a document: kustomize indents every text inside one. They are read as kubectl does, which they
 * are written for: `0o-7` without quotes is a text there, and to kustomize itself a number.
 */
export function splitDocuments(output: string): RenderedDocument[] {
  const texts = output.split(/^---\n/m).filter((text) => text !== "");
  return texts.map((text) => {
    const data = dataOf(text);
    const { name = "", namespace } = data.metadata ?? {};
    return { text, apiVersion: data.apiVersion, kind: data.kind, name, namespace, data };
  });
}

/** What `kustomize build` printed, again. */
export function joinDocuments(documents: readonly Pick<RenderedDocument, "text">[]): string {
  return documents.map(({ text }) => text).join("---\n");
}

function dataOf(text: string): Manifest {
  const [document] = readAsKubectl(text);
  const { said, place } = document?.refusal ?? { said: "it is empty" };
  if (document?.data !== undefined) return document.data as unknown as Manifest;
  const at = place === undefined ? "" : ` in its line ${place.line}`;
  const what = `kustomize printed a document that kubectl would refuse: ${said}${at}`;
  throw new EnvironmentFailure(
    "subprocess-failed",
    what,
    "write the object that it is from without what is unusual there",
  );
}
