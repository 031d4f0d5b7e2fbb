// github.com/distribution/reference: host, path, tag, digest.
const host = String.raw`(?:(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])(?:\.(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9]))*|\[[a-fA-F0-9:]+\])(?::\d+)?`;
const part = String.raw`[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*`;
const reference = new RegExp(
  `^(?:(${host})/)?(${part}(?:/${part})*)(?::([\\w][\\w.-]{0,127}))?(@[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,})?$`,
);

/**
 * How an image is pulled where nobody says: always where its tag is `latest` or it has neither tag nor digest. What is not a
 * reference has no tag.
 *
 * `ParseImageName` of pkg/util/parsers, `SetDefaults_Container` of pkg/apis/core/v1.
 */
export function defaultPullPolicy(image: unknown): "Always" | "IfNotPresent" {
  const [matched, , path = "", tag, digest] = reference.exec(typeof image === "string" ? image : "") ?? [];
  // 64 hexadecimal digits are an image's id.
  if (matched === undefined || /^[a-f0-9]{64}$/.test(path)) return "IfNotPresent";
  return (tag ?? (digest === undefined ? "latest" : "")) === "latest" ? "Always" : "IfNotPresent";
}
