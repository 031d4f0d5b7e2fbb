const pattern = /^(?:(?:[A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/;

/** Why a text cannot be a label's value. It may be empty. */
export function labelValueProblem(text: string): string | undefined {
  if (text.length > 63) return "must have at most 63 characters";
  if (pattern.test(text)) return undefined;
  return "must consist of letters, digits, hyphens, underscores and dots, and begin and end with a letter or digit";
}
