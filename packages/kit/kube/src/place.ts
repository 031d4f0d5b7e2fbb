import { findKind, type TypeSchema } from "@kit/schema";
import { isBuiltIn } from "./identity.ts";
import type { Json } from "./json.ts";
import { isPodTemplate, isTemplateField, podTemplateType } from "./pod-template.ts";
import { workloadKindOf, type FieldPath } from "./workload-kinds.ts";

/** A place in an object, with what the API says of the values there. */
export interface TypePlace {
  /** Undefined where nobody says what is there. */
  readonly type: TypeSchema | undefined;
  /** Whether it is of a custom resource, outside of the pod templates in it. */
  readonly isCustom: boolean;
  /** Whether it is the object itself. */
  readonly isRoot?: true;
  /** Of a custom resource that is known or declared to make pods: what is left of the way to its pod template. */
  readonly podsAt?: FieldPath | undefined;
}

/** The root of an object. */
export function rootOf(apiVersion: string, kind: string): TypePlace {
  const isCustom = !isBuiltIn(apiVersion);
  const podsAt = isCustom ? workloadKindOf(apiVersion, kind)?.template : undefined;
  return { type: findKind(apiVersion, kind)?.type, isCustom, isRoot: true, podsAt };
}

/**
 * A place one step further in.
 *
 * @param step The name of a field or the key of a map; a number for an entry of a list, whichever it is.
 * @param value What is there, by which a custom resource's pod template is known.
 */
export function placeIn(place: TypePlace, step: string | number, value: Json | undefined): TypePlace {
  const { type, isCustom } = place;
  const podsAt = place.podsAt?.[0] === step ? place.podsAt.slice(1) : undefined;
  if (typeof step === "number") return { type: type?.items, isCustom };
  // A definition may leave out how the lists of a pod are merged, and most do.
  const isPods = podsAt?.length === 0 || (isTemplateField(step) && isPodTemplate(value));
  if (isCustom && isPods) return { type: podTemplateType(), isCustom: false };
  // Every object's metadata is read by the same code.
  if (isCustom && place.isRoot === true && step === "metadata") return { type: metadataType(), isCustom: false };
  return { type: type?.values ?? type?.fields?.get(step), isCustom, podsAt };
}

function metadataType(): TypeSchema | undefined {
  return findKind("v1", "ConfigMap")?.type.fields?.get("metadata");
}

/** Whether a null that is written there means something: the server's own kinds take it for nothing. */
export function takesNull({ type, isCustom }: TypePlace): boolean {
  if (type === undefined) return isCustom;
  return type.type === "any" || (isCustom && type.nullable === true);
}
