// As Go's unicode.IsSpace: without the BOM, which JavaScript's \\s has, and with NEL, which it has not.
const spaces = String.raw`(?:(?!\uFEFF)[\s\x85])`;
const before = new RegExp(`^${spaces}+`);
const around = new RegExp(`^${spaces}+|${spaces}+$`, "g");
const only = new RegExp(`^${spaces}$`);

/** A text without white space around it, as Go's strings.TrimSpace. */
export function trimSpace(text: string): string {
  return text.replaceAll(around, "");
}

/** A text without white space in front of it. */
export function trimStart(text: string): string {
  return text.replace(before, "");
}

export function isSpace(character: string): boolean {
  return only.test(character);
}
