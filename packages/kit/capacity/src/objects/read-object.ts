import { shown, UserError, type Problem } from "@kit/errors";
import { groupOf } from "@kit/kube";
import * as v from "valibot";
import { anyObject } from "./object-schema.ts";

/** An object of an environment, as data, and where it is written. */
export interface GivenObject {
  /** A path from the repository's root. */
  readonly where: string;
  readonly data: unknown;
}

/** A Kubernetes object whose kind and name are known. */
export interface ReadObject {
  readonly where: string;
  /** Its API group and kind: `apps/Deployment`, `/Service`. */
  readonly type: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * The objects with their names.
 *
 * @throws UserError where one has no kind or name.
 */
export function readObjects(sources: readonly GivenObject[]): ReadObject[] {
  const problems: Problem[] = [];
  const objects = sources.flatMap(({ where, data }): ReadObject[] => {
    const result = v.safeParse(anyObject, data);
    if (!result.success) {
      problems.push(...result.issues.map((issue) => problemOf(issue, "an object", undefined, where)));
      return [];
    }
    const { apiVersion, kind, metadata } = result.output;
    const { name, namespace, labels } = metadata;
    return [{ where, type: `${groupOf(apiVersion)}/${kind}`, kind, name, namespace, labels, data: result.output }];
  });
  UserError.throwIfAny(problems);
  return objects;
}

/** What an object says, by a schema; undefined where it is malformed, which becomes problems. */
export function readAs<S extends v.GenericSchema>(
  object: ReadObject,
  schema: S,
  field: "spec" | undefined,
  problems: Problem[],
): v.InferOutput<S> | undefined {
  const result = v.safeParse(schema, field === undefined ? object.data : object.data[field]);
  if (result.success) return result.output;
  const subject = `${object.kind} ${object.name}`;
  problems.push(...result.issues.map((issue) => problemOf(issue, subject, field, object.where)));
  return undefined;
}

function problemOf(issue: v.BaseIssue<unknown>, subject: string, field: string | undefined, where: string): Problem {
  const path = [field, v.getDotPath(issue)].filter((part) => part !== undefined && part !== null).join(".");
  // The kit's own messages are parts of a sentence, valibot's are not.
  const said = /^(\S+ )?(must|is) /.test(issue.message) ? issue.message : `is malformed (${issue.message})`;
  const got = said.includes(", got ") || said.includes("(") ? "" : `, got ${shown(issue.input)}`;
  return {
    code: "object-invalid",
    what: `${subject}: ${path} ${said}${got}`,
    where,
    next: "change it in the package or the overlay, and run `pnpm build`",
  };
}
