const lineBreaks = /[\r\n]/g;
const padded = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Whether a text is base64 as the API server reads it: the standard alphabet, padded, line breaks passed over. */
function isBase64(text: string): boolean {
  return padded.test(text.replaceAll(lineBreaks, ""));
}

/** How many bytes base64 stands for. */
export function bytesOfBase64(text: string): number {
  const plain = text.replaceAll(lineBreaks, "");
  const padding = plain.endsWith("==") ? 2 : plain.endsWith("=") ? 1 : 0;
  return Math.max(0, (plain.length / 4) * 3 - padding);
}

/** What base64 stands for, read as UTF-8; undefined where the text is invalid. */
export function textOfBase64(text: string): string | undefined {
  if (!isBase64(text)) return undefined;
  const bytes = Uint8Array.from(atob(text.replaceAll(lineBreaks, "")), (character) => character.charCodeAt(0));
  return new TextDecoder().decode(bytes);
}
