import type { YamlNode } from "../parse/node.ts";
import { YamlRefusal } from "../refusal.ts";
import { decodeBytes } from "../utf8.ts";

/** The text of `!!binary`; line breaks in it are passed over. */
export function decodeBase64({ value, mark }: YamlNode): string {
  const text = value.replaceAll(/[\r\n]/g, "");
  if (!/^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/.test(text)) {
    throw new YamlRefusal("!!binary value contains invalid base64 data", "values", { problem: mark });
  }
  const bytes = Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
  return decodeBytes(bytes, () => "\uFFFD");
}
