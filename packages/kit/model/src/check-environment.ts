import { nearest, shown, type Problem, type ProblemText } from "@kit/errors";
import * as v from "valibot";
import { isAsProduction } from "./as-production.ts";
import { checkPreview } from "./check-preview.ts";
import { checkSecrets } from "./check-secrets.ts";
import type { Environment } from "./environment.ts";
import type { EnvironmentSchema } from "./environment-schema.ts";
import { checkPublicUrls, type WrongValue } from "./public-urls.ts";
import { keysOf, schemaAt } from "./schema-parts.ts";

/**
 * What is wrong with an environment's values: the wrong type, a value out of its range, a key that is missing
 * or unknown. What TypeScript sees is checked again, because values can come from untyped code.
 *
 * @param where The file or package that defines the environment.
 */
export function checkEnvironment(schema: EnvironmentSchema, environment: unknown, where: string): Problem[] {
  const { id } = (environment ?? {}) as { id?: unknown };
  const subject = `environment ${shown(id)}`;
  const result = v.safeParse(schema, environment);
  const said = (result.issues ?? []).map((issue) => say(issue, subject, schema));
  const valid = result.success ? (environment as Environment) : undefined;
  const urls = valid !== undefined && isAsProduction(valid) ? checkPublicUrls(schema, environment) : [];
  const all = [...said, ...urls.map((wrong) => sayWrongUrl(subject, valid?.environment, wrong))];
  const secrets = valid === undefined ? [] : checkSecrets(valid, where);
  const previews = valid === undefined ? [] : checkPreview(valid, where);
  return [...all.map((one): Problem => ({ code: "environment-value", where, ...one })), ...secrets, ...previews];
}

function say(issue: v.BaseIssue<unknown>, subject: string, schema: v.GenericSchema): ProblemText {
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

function sayWrongUrl(subject: string, stage: string | undefined, { path, message, value }: WrongValue): ProblemText {
  const said = sayWrong(subject, pathText(path), message, value);
  // It is as production by default, and need not be.
  return stage === "production" ? said : { ...said, next: `${said.next}, or write asProduction: false there` };
}

function sayWrong(subject: string, path: string, message: string, value: unknown): ProblemText {
  // What stands there by mistake may be a value that nobody must see.
  const got = /^secret(s|Source)\b/.test(path) ? "" : `, got ${shown(value)}`;
  return {
    what: `${subject}: ${path} ${message}${got}`,
    next: `change ${path} in the environment's file`,
  };
}
