import { isDeepStrictEqual } from "node:util";
import { isMap, type Loose } from "@kit/kube";
import { toJson } from "@kit/yaml";
import type { FieldChange, ItemStep, PathStep } from "../diff/change.ts";

/** Who has set fields of an object in a cluster, as the API server keeps it in `managedFields`. */
export interface FieldOwner {
  readonly manager: string;
  /** A set of fields, in the form FieldsV1. */
  readonly fields: Loose;
}

/**
 * Who has set what a field had: names of field managers. None where nobody did.
 *
 * https://kubernetes.io/docs/reference/using-api/server-side-apply/#field-management
 */
export function ownersOf({ steps, before }: FieldChange, owners: readonly FieldOwner[]): string[] {
  const own = owners.filter(({ fields }) => has(fields, steps, before));
  return [...new Set(own.map(({ manager }) => manager))];
}

function has(fields: unknown, steps: readonly PathStep[], value: unknown): boolean {
  const [step, ...rest] = steps;
  if (step === undefined) return true;
  if (!isMap(fields)) return false;
  // What is set as a whole has nothing below it.
  if (Object.keys(fields).length === 0) return true;
  if (typeof step === "string") return Object.hasOwn(fields, `f:${step}`) && has(fields[`f:${step}`], rest, value);
  return Object.entries(fields).some(([name, below]) => isItem(name, step, value) && has(below, rest, value));
}

function isItem(name: string, { key, before }: ItemStep, value: unknown): boolean {
  if (key === undefined) return name === `i:${before}` || name === `v:${toJson(value)}`;
  if (!name.startsWith("k:")) return false;
  const own = JSON.parse(name.slice(2)) as Loose;
  return Object.entries(key).every(([field, one]) => isDeepStrictEqual(own[field], one));
}
