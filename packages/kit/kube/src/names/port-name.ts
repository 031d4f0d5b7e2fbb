/** Why a text cannot name a container's port, or be a target port by its name. */
export function portNameProblem(text: string): string | undefined {
  if (text === "") return "must not be empty";
  if (text.length > 15) return "must have at most 15 characters";
  if (!/^[-a-z0-9]+$/.test(text)) return "must consist of lower case letters, digits and hyphens";
  if (!/[a-z]/.test(text)) return "must contain at least one letter";
  if (text.includes("--")) return "must not contain two hyphens in a row";
  if (text.startsWith("-") || text.endsWith("-")) return "must not begin or end with a hyphen";
  return undefined;
}
