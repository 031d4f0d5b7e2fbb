import { UserError } from "@kit/errors";
import { readAsKubectl, roundIntegers } from "@kit/yaml";
import { manifestBytes } from "../manifests/manifest-bytes.ts";

/** A chart's values of a YAML file. @throws UserError where it is not one map. */
export async function readValues(file: string): Promise<object> {
  const documents = readAsKubectl(await manifestBytes(file));
  const [first, ...others] = documents;
  if (first === undefined) return {};
  if (first.refusal === undefined && others.length === 0) {
    const data: unknown = roundIntegers(first.data);
    if (typeof data === "object" && data !== null && !Array.isArray(data)) return data;
  }
  throw new UserError({
    code: "vendor-source",
    what: `the values are not one map of YAML${first.refusal === undefined ? "" : `: ${first.refusal.what}`}`,
    where: file,
    next: "write them as a chart's values.yaml",
  });
}
