import { nearest, shown, type Problem } from "@kit/errors";
import * as v from "valibot";
import type { EnvironmentSchema } from "./environment-schema.ts";
import type { ValueContext } from "./values.ts";

/**
 * What is wrong with an environment's values: the wrong type, a value out of its range, a key that is missing
 * or unknown. What TypeScript sees is checked again, because values can come from untyped code.
 *
 * @param where The file or package that defines the environment.
 */
export function checkEnvironment(schema: EnvironmentSchema, environment: unknown, where: string): Problem[] {
  const { id, environment: stage } = (environment ?? {}) as { id?: unknown; environment?: unknown };
  const context: ValueContext = { production: stage === "production" };
  const result = v.safeParse(schema, environment, context as v.Config<v.BaseIssue<unknown>>);
  return (result.issues ?? []).map((issue) => ({
    code: "environment-value",
    where,
    ...say(issue, `environment ${shown(id)}`, Object.keys(schema.entries)),
  }));
}

function say(issue: v.BaseIssue<unknown>, subject: string, known: readonly string[]): Pick<Problem, "what" | "next"> {
  const path = v.getDotPath(issue);
  if (path === null)
    return { what: `${subject} is ${shown(issue.input)}`, next: "export what defineEnvironment returns" };
  if (issue.type === "strict_object" && issue.expected === "never") {
    const key = path.split(".").at(-1) ?? path;
    const meant = nearest(
      key,
      known.filter((candidate) => candidate !== key),
    );
    const next = meant === undefined ? "remove it, or add it to the system's schema" : `write ${meant}, or remove it`;
    return { what: `${subject}: ${path} is not a value of this system's environments`, next };
  }
  if (issue.type === "strict_object" && issue.received === "undefined") {
    return { what: `${subject}: ${path} is missing`, next: `give ${path} a value in the environment's file` };
  }
  return {
    what: `${subject}: ${path} ${issue.message}, got ${shown(issue.input)}`,
    next: `change ${path} in the environment's file`,
  };
}
