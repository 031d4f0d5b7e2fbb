import { bytesOfBase64 } from "../../base64.ts";
import { byteLength } from "../../byte-length.ts";
import { objectCheck } from "../../define-check.ts";
import { isKind, type View } from "../../view/index.ts";

/** 1 MiB. */
const most = 1_048_576;

export const configSize = objectCheck({
  id: "config-size",
  group: "api-validity",
  severity: "error",
  title: "a ConfigMap or Secret is larger than one may be",
  kinds: ["ConfigMap", "Secret"],
  run: (object, report) => {
    const size = isKind(object, "ConfigMap") ? sizeOfMap(object) : sizeOfSecret(object as View<"Secret">);
    if (size <= most) return;
    const message = `the values have ${size} bytes together, and may have ${most}`;
    report({ path: ["data"], message, fix: "split it, or put large files into a volume or an image" });
  },
});

function sizeOfMap({ data: { data = {}, binaryData = {} } }: View<"ConfigMap">): number {
  return sum(data, byteLength) + sum(binaryData, bytesOfBase64);
}

/** The server writes stringData over data. */
function sizeOfSecret({ data: { data = {}, stringData = {} } }: View<"Secret">): number {
  const covered = Object.entries(data).filter(([key]) => !Object.hasOwn(stringData, key));
  return sum(Object.fromEntries(covered), bytesOfBase64) + sum(stringData, byteLength);
}

function sum(values: Readonly<Record<string, unknown>>, sizeOf: (text: string) => number): number {
  return Object.values(values).reduce<number>((all, value) => all + (typeof value === "string" ? sizeOf(value) : 0), 0);
}
