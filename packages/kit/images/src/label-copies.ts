import { podTemplateOf } from "@kit/kube";
import { labelValueProblem } from "@kit/kube/names";
import { type ImageReference, repositoryOf } from "@kit/model";
import { formatReference } from "./reference.ts";

/** A `replacements` entry that copies a part of an image reference into a label. */
export interface LabelCopy {
  /** The image as the base writes it; undefined where that cannot be told, so that it may be any. */
  readonly name: string | undefined;
  readonly label: string;
  readonly delimiter: string | undefined;
  readonly index: number;
}

/** What a copy would make of a reference that is not its tag. */
export interface BrokenLabel {
  readonly label: string;
  /** Undefined where the reference has no such part: kustomize fails. */
  readonly value: string | undefined;
}

interface Replacement {
  readonly source?: {
    readonly kind?: string;
    readonly name?: string;
    readonly fieldPath?: string;
    readonly options?: { readonly delimiter?: string; readonly index?: number };
  };
  readonly targets?: readonly ({ readonly fieldPaths?: readonly string[] } | null)[] | null;
}

/**
 * The replacements of a kustomization that copy from an image into a label.
 *
 * @param content The kustomization as data.
 * @param objects What the bases have, to tell which image a container runs.
 */
export function labelCopies(content: Readonly<Record<string, unknown>>, objects: readonly unknown[]): LabelCopy[] {
  const replacements = Array.isArray(content["replacements"])
    ? (content["replacements"] as (Replacement | null)[])
    : [];
  return replacements.flatMap((replacement): LabelCopy[] => {
    const source = replacement?.source;
    const [matched, container, position] = imagePath.exec(source?.fieldPath ?? "") ?? [];
    if (matched === undefined) return [];
    const paths = (replacement?.targets ?? []).flatMap((target) => target?.fieldPaths ?? []);
    const labels = paths.flatMap((path) => labelPath.exec(path)?.[1] ?? []);
    const { delimiter, index = 0 } = source?.options ?? {};
    const name = imageOf(objects, source, container ?? Number(position));
    return [...new Set(labels)].map((label) => ({ name, delimiter, index, label: label.replace(/^\[|\]$/g, "") }));
  });
}

const imagePath = /(?:^|\.)(?:containers|initContainers)\.(?:\[name=([^\]]+)\]|(\d+))\.image$/;
const labelPath = /(?:^|\.)(?:labels|matchLabels)\.(\[[^\]]+\]|[^.]+)$/;

/** The first label for which an image's reference would not do: what is copied has to be the tag, and a label's value. */
export function brokenLabel(
  copies: readonly LabelCopy[],
  name: string,
  reference: ImageReference,
): BrokenLabel | undefined {
  return copies
    .filter((copy) => copy.name === undefined || copy.name === name)
    .map(({ label, delimiter, index }) => {
      const text = formatReference(reference);
      return { label, value: delimiter === undefined ? text : text.split(delimiter)[index] };
    })
    .find(({ value }) => value === undefined || value !== reference.tag || labelValueProblem(value) !== undefined);
}

function imageOf(
  objects: readonly unknown[],
  source: Replacement["source"],
  container: string | number,
): string | undefined {
  const found = (objects as readonly Workload[]).find(
    ({ kind, metadata }) => kind === source?.kind && metadata?.name === source?.name,
  );
  const { containers = [], initContainers = [] } = (podTemplateOf(found)?.template["spec"] ?? {}) as PodSpec;
  const all = source?.fieldPath?.includes("initContainers.") === true ? initContainers : containers;
  const { image } = (typeof container === "number" ? all[container] : all.find((one) => one.name === container)) ?? {};
  return image === undefined ? undefined : repositoryOf(image);
}

interface Workload {
  readonly kind?: string;
  readonly metadata?: { readonly name?: string };
}

interface PodSpec {
  readonly containers?: readonly Container[];
  readonly initContainers?: readonly Container[];
}

interface Container {
  readonly name?: string;
  readonly image?: string;
}
