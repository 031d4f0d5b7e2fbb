import * as v from "valibot";

/** A value of an environment that is wrong, and where in the environment it stands. */
export interface WrongValue {
  readonly path: string;
  readonly message: string;
  readonly value: unknown;
}

/**
 * The public URLs of a production environment that could not be: `http:`, which browsers refuse or warn of, and
 * this computer, which is a development value.
 *
 * @param schema The schema of `value`, which has accepted it.
 */
export function checkPublicUrls(schema: v.GenericSchema, value: unknown, path = ""): WrongValue[] {
  if ((v.getMetadata(schema) as { public?: boolean }).public === true) return checkUrl(String(value), path);
  const { item, entries } = schema as { item?: v.GenericSchema; entries?: Record<string, v.GenericSchema> };
  if (item !== undefined && Array.isArray(value)) {
    return value.flatMap((child, index) => checkPublicUrls(item, child, `${path}.${index}`));
  }
  if (entries === undefined) return [];
  return Object.entries(value as Record<string, unknown>).flatMap(([key, child]) => {
    const entry = entries[key];
    return entry === undefined ? [] : checkPublicUrls(entry, child, path === "" ? key : `${path}.${key}`);
  });
}

function checkUrl(value: string, path: string): WrongValue[] {
  const { protocol, hostname } = new URL(value);
  if (isThisComputer(hostname)) return [{ path, value, message: "must not be this computer in production" }];
  if (protocol === "https:") return [];
  return [{ path, value, message: "must be https: because browsers read it in production" }];
}

function isThisComputer(hostname: string): boolean {
  return /^(localhost|.*\.localhost|127\..*|\[::1\]|0\.0\.0\.0)$/.test(hostname);
}
