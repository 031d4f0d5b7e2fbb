import * as v from "valibot";
import { schemaAt } from "./schema-parts.ts";

/** A value of an environment that is wrong, and where in the environment it stands. */
export interface WrongValue {
  readonly path: readonly unknown[];
  readonly message: string;
  readonly value: unknown;
}

/**
 * The public URLs of an environment that is as production, and that could not be: `http:`, which browsers refuse or warn of, and
 * this computer, which is a development value.
 *
 * @param schema The schema of `value`, which has accepted it.
 */
export function checkPublicUrls(schema: v.GenericSchema, value: unknown, path: readonly unknown[] = []): WrongValue[] {
  const { wrapped } = schema as { wrapped?: v.GenericSchema };
  if (value === undefined) return [];
  if (wrapped !== undefined) return checkPublicUrls(wrapped, value, path);
  if ((v.getMetadata(schema) as { public?: boolean }).public === true) return checkUrl(value as string, path);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const inner = schemaAt(schema, key);
    return inner === undefined ? [] : checkPublicUrls(inner, child, [...path, key]);
  });
}

function checkUrl(value: string, path: readonly unknown[]): WrongValue[] {
  const { protocol, hostname } = new URL(value);
  if (isThisComputer(hostname)) return [{ path, value, message: "must not be this computer in production" }];
  if (protocol === "https:") return [];
  return [{ path, value, message: "must be https: because browsers read it in production" }];
}

function isThisComputer(hostname: string): boolean {
  return /^(localhost|.*\.localhost|127\..*|\[::1\]|0\.0\.0\.0)$/.test(hostname);
}
