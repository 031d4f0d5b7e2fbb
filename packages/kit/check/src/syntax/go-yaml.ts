import {
  boolYaml11Tag,
  defineMappingTag,
  defineScalarTag,
  defineSequenceTag,
  mapTag,
  mergeTag,
  NOT_RESOLVED,
  nullYaml11Tag,
  Schema,
  seqTag,
  strTag,
} from "js-yaml";

/**
 * YAML as the API server reads it (sigs.k8s.io/yaml, which is go-yaml 2): YAML 1.1 with numbers as Go writes them,
 * without dates and times, which stay texts, and with every tag that it does not know passed over.
 */
export const goYaml = new Schema([
  strTag,
  seqTag,
  defineMappingTag(mapTag.tagName, {
    ...mapTag,
    addPair: (map: Record<string, unknown>, key, value) =>
      key === null ? "a key is null" : mapTag.addPair(map, key, value),
  }),
  nullYaml11Tag,
  boolYaml11Tag,
  numberTag("int", /^[-+]?(?:0|[1-9][\d_]*|0[0-7_]+|0[oO][0-7_]+|0[xX][\da-fA-F_]+|0[bB][01_]+)$/, integer),
  numberTag(
    "float",
    /^[-+]?(?:\.\d[\d_]*|\d[\d_]*(?:\.[\d_]*)?)(?:[eE][-+]?\d+)?$|^[-+]?\.(?:inf|Inf|INF)$|^\.(?:nan|NaN|NAN)$/,
    float,
  ),
  mergeTag,
  defineScalarTag("tag:yaml.org,2002:binary", { resolve: (text) => text, identify: () => false }),
  defineScalarTag("!", { matchByTagPrefix: true, resolve: (text) => text, identify: () => false }),
  defineSequenceTag("!", { ...seqTag, matchByTagPrefix: true }),
  defineMappingTag("!", { ...mapTag, matchByTagPrefix: true }),
]);

function numberTag(name: string, form: RegExp, read: (text: string) => number) {
  return defineScalarTag(`tag:yaml.org,2002:${name}`, {
    implicit: true,
    implicitFirstChars: ".+-0123456789".split(""),
    resolve: (text) => (form.test(text) ? read(text.replaceAll("_", "")) : NOT_RESOLVED),
    identify: () => false,
  });
}

/** As Go's strconv.ParseInt with base 0: a leading zero alone is octal too. */
function integer(text: string): number {
  const sign = text.startsWith("-") ? -1 : 1;
  const digits = text.replace(/^[-+]/, "");
  return sign * Number(/^0\d/.test(digits) ? `0o${digits.slice(1)}` : digits);
}

function float(text: string): number {
  if (/nan/i.test(text)) return Number.NaN;
  if (!/inf/i.test(text)) return Number(text);
  return text.startsWith("-") ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}
