import type { TypeSchema } from "./schema.ts";

/** What the server reads for a null in a list or a map. */
export function zeroOf({ type }: TypeSchema): unknown {
  if (type === "any") return null;
  if (type === "object" || type === "map") return {};
  if (type === "list") return [];
  if (type === "string") return "";
  return type === "boolean" ? false : 0;
}
