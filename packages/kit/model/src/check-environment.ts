import { nearest, shown, type Problem } from "@kit/errors";
import * as v from "valibot";
import { checkSecrets } from "./check-secrets.ts";
import type { Environment } from "./environment.ts";
import type { EnvironmentSchema } from "./environment-schema.ts";
import { checkPublicUrls } from "./public-urls.ts";
import { keysOf, schemaAt } from "./schema-parts.ts";

/**
 * What is wrong with an environment's values: the wrong type, a value out of its range, a key that is missing
 * or unknown. What TypeScript sees is checked again, because values can come from untyped code.
 *
 * @param where The file or package that defines the environment.
 */
export function checkEnvironment(schema: EnvironmentSchema, environment: unknown, where: string): Problem[] {
  const { id, environment: stage } = (environment ?? {}) as { id?: unknown; environment?: unknown };
  const subject = `environment ${shown(id)}`;
  const result = v.safeParse(schema, environment);
  const said = (result.issues ?? []).map((issue) => say(issue, subject, schema));
  const wrong = result.success && stage === "production" ? checkPublicUrls(schema, environment) : [];
  const all = [...said, ...wrong.map(({ path, message, value }) => sayWrong(subject, pathText(path), message, value))];
  const secrets = result.success ? checkSecrets(environment as Environment, where) : [];
  return [...all.map((one): Problem => ({ code: "environment-value", where, ...one })), ...secrets];
}

type Said = Pick<Problem, "what" | "next">;

function say(issue: v.BaseIssue<unknown>, subject: string, schema: v.GenericSchema): Said {
  const keys = (issue.path ?? []).map(({ key }) => key);
  if (keys.length === 0)
    return { what: `${subject} is ${shown(issue.input)}`, next: "export what defineEnvironment returns" };
  const path = pathText(keys);
  if (issue.type === "strict_object" && issue.expected === "never") {
    const known = keys.slice(0, -1).reduce<v.GenericSchema | undefined>(innerOf, schema);
    const meant = nearest(String(keys.at(-1)), known === undefined ? [] : keysOf(known));
    const next = meant === undefined ? "remove it, or add it to the system's schema" : `write ${meant}, or remove it`;
    return { what: `${subject}: ${path} is not a value of this system's environments`, next };
  }
  if (issue.type === "strict_object" && issue.received === "undefined") {
    return { what: `${subject}: ${path} is missing`, next: `give ${path} a value in the environment's file` };
  }
  return sayWrong(subject, path, issue.message, issue.input);
}

function innerOf(schema: v.GenericSchema | undefined, key: unknown): v.GenericSchema | undefined {
  return schema === undefined ? undefined : schemaAt(schema, key);
}

/** `regions.eu.replicas`, and `limits["example.com/gpu"]` where a key has more than letters, digits, - and _. */
function pathText(keys: readonly unknown[]): string {
  return keys
    .map(String)
    .map((key, index) => {
      if (!/^[\w-]+$/.test(key)) return `[${shown(key)}]`;
      return index === 0 ? key : `.${key}`;
    })
    .join("");
}

function sayWrong(subject: string, path: string, message: string, value: unknown): Said {
  // What stands there by mistake may be a value that nobody must see.
  const got = /^secret(s|Source)\b/.test(path) ? "" : `, got ${shown(value)}`;
  return {
    what: `${subject}: ${path} ${message}${got}`,
    next: `change ${path} in the environment's file`,
  };
}
