import { fieldText } from "@kit/kube";
import { toJson } from "@kit/yaml";
import type { Equality } from "./equality.ts";

/** One step into an object: the name of a field, or an item of a list. */
export type PathStep = string | ItemStep;

/** An item of a list: one of the list before, one of the list after, or one that both have. */
export interface ItemStep {
  /** Its index before. */
  readonly before?: number;
  /** Its index after. */
  readonly after?: number;
  /** What it is known by, in a list whose items have keys. */
  readonly key?: Readonly<Record<string, unknown>>;
  /** The order of the list means nothing, and its items are values. */
  readonly isValue?: true;
}

/** One thing that differs in an object. */
export interface FieldChange {
  /** `moved` is an item of a list whose order means something. */
  readonly op: "added" | "removed" | "changed" | "moved";
  readonly steps: readonly PathStep[];
  /** The steps as people write them: `spec.template.spec.containers[name=web].image`. */
  readonly path: string;
  /** Undefined where it was not there. */
  readonly before?: unknown;
  readonly after?: unknown;
  /** Why the API server reads both as the same, if it does. */
  readonly equal?: Equality;
  /** What differs inside of a text. */
  readonly inner?: InnerDiff;
}

/** What differs inside of a text. */
export type InnerDiff =
  /** Of YAML or JSON in it. No fields: only its form differs. */
  | { readonly form: "data"; readonly fields: readonly FieldChange[] }
  /** Of several lines: those that went, `-`, that came, `+`, and some around them. */
  | { readonly form: "lines"; readonly hunks: readonly Hunk[] }
  /** Of one long line. */
  | { readonly form: "words"; readonly parts: readonly WordPart[] };

interface Hunk {
  /** The line that it begins in, from 1. */
  readonly before: number;
  readonly after: number;
  readonly lines: readonly string[];
}

export interface WordPart {
  readonly op: "same" | "added" | "removed";
  readonly text: string;
}

/** The steps as people write them. */
export function pathText(steps: readonly PathStep[]): string {
  return steps
    .map((step, index) => (typeof step === "string" ? fieldText(step, index === 0) : itemText(step)))
    .join("");
}

/** The path of a field below another path. */
export function pathBelow(path: string, ...fields: readonly string[]): string {
  return path + fields.map((name) => fieldText(name, path === "")).join("");
}

function itemText({ key, isValue, before, after }: ItemStep): string {
  if (isValue === true) return "[]";
  if (key === undefined) return `[${after ?? before}]`;
  return `[${Object.entries(key)
    .map(([name, value]) => `${name}=${typeof value === "string" ? value : toJson(value)}`)
    .join(",")}]`;
}
