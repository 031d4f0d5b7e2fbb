/** What stands for a message that cannot be shown. */
export const withheld = "(its message repeats a part of a value, so it is not shown)";

// Shorter pieces of a value say little, and stand in many a message by chance.
const telling = 8;

/**
 * What a program said, without the values that it was given: each in every form that a program may give it becomes
 * `***`. Where a piece of one is left, nothing of the message is shown.
 *
 * @param known Words that are not secret although a value may have them, such as the name of a namespace.
 */
export function withoutValues(text: string, values: readonly string[], known: readonly string[]): string {
  const forms = [...new Set(values.flatMap(formsOf))].filter((form) => form !== "");
  const longestFirst = forms.toSorted((one, other) => other.length - one.length);
  const hidden = longestFirst.reduce((said, form) => said.replaceAll(form, "***"), text);
  return hasPiece(hidden, forms, known) ? withheld : hidden;
}

function formsOf(value: string): string[] {
  const json = JSON.stringify(value).slice(1, -1);
  const encoded = ["base64", "base64url", "hex"].map((encoding) => Buffer.from(value).toString(encoding as "hex"));
  const unpadded = encoded.map((one) => one.replace(/=+$/, ""));
  const lines = value.split(/\r?\n/);
  return [value, json, encodeURIComponent(value.toWellFormed()), ...encoded, ...unpadded, ...lines];
}

function hasPiece(text: string, forms: readonly string[], known: readonly string[]): boolean {
  const harmless = known.join("\n");
  const pieces = new Set(forms.flatMap((form) => piecesOf(form)));
  return piecesOf(text).some((piece) => pieces.has(piece) && !harmless.includes(piece));
}

function piecesOf(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - telling + 1) }, (_, at) => text.slice(at, at + telling));
}
