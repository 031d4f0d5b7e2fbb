const pattern = /^[-._a-zA-Z0-9]+$/;

/** Why a text cannot be a key of a ConfigMap or a Secret. */
export function configKeyProblem(text: string): string | undefined {
  if (text === "") return "must not be empty";
  if (text.length > 253) return "must have at most 253 characters";
  if (!pattern.test(text)) return "must consist of letters, digits, hyphens, underscores and dots";
  return text === "." || text.startsWith("..") ? "must not be a single dot, nor begin with two" : undefined;
}
