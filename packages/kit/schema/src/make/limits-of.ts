import type { Limits } from "../schema.ts";
import type { OpenApiSchema } from "./open-api.ts";

const words = [
  "pattern",
  "minLength",
  "maxLength",
  "minimum",
  "maximum",
  "minItems",
  "maxItems",
  "minProperties",
  "maxProperties",
] as const satisfies (keyof Limits)[];

// A double has no greater whole number below 2^63.
const formats: Readonly<Record<string, Limits>> = {
  int32: { minimum: -(2 ** 31), maximum: 2 ** 31 - 1 },
  int64: { minimum: -(2 ** 63), maximum: 2 ** 63 - 1024 },
};

/**
 * The constraints of a custom resource's value, the range of its format among them.
 *
 * @throws Error where a pattern is invalid here, as it is to the server.
 */
export function limitsOf(schema: OpenApiSchema): Limits | undefined {
  const stated: Record<string, unknown> = {};
  for (const word of words) if (schema[word] !== undefined) stated[word] = schema[word];
  // Go's expressions are others: one that is not one here, or says something else, must not pass for the same.
  if (schema.pattern !== undefined) void new RegExp(schema.pattern, "u");
  const ofFormat = schema.type === "integer" ? formats[schema.format ?? ""] : undefined;
  const limits: Limits = { ...ofFormat, ...stated };
  return Object.keys(limits).length === 0 ? undefined : limits;
}

/** The range of what the server decodes as a 32-bit number or a text. */
export const intOrStringLimits: Limits = formats["int32"]!;
