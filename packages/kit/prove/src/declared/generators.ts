import { posix } from "node:path";
import { listOf, mapOf, textOf, type Json, type JsonObject } from "@kit/kube";
import { tokens, type Selects } from "./claim.ts";
import { claim, type DeclaringField } from "./declared.ts";

/**
 * What an entry of `configMapGenerator` or `secretGenerator` declares: an object, or with `behavior` what it puts into one
 * that is there.
 */
export function readGenerator(
  field: DeclaringField,
  entry: JsonObject,
  kind: "ConfigMap" | "Secret",
  common: JsonObject,
): void {
  const name = textOf(entry["name"]);
  if (name === undefined) return;
  field.declared.own.push({ apiVersion: "v1", kind, name, generated: true });
  const behavior = textOf(entry["behavior"]);
  if (behavior !== "merge" && behavior !== "replace") return;
  const selects: Selects = ({ wanted, names }) => wanted.kind === kind && names.includes(name);
  for (const path of behavior === "replace" ? [["data"], ["binaryData"]] : dataPaths(entry)) {
    claim(field, selects, tokens(...path));
  }
  for (const one of ["type", "immutable"]) claim(field, selects, tokens(one));
  const options = [mapOf(entry["options"]), common];
  for (const part of ["labels", "annotations"]) {
    for (const key of options.flatMap((each) => Object.keys(mapOf(each[part])))) {
      claim(field, selects, tokens("metadata", part, key));
    }
  }
}

/** The keys that it sets. Those of an env file stand in the file. */
function dataPaths(entry: JsonObject): string[][] {
  if (entry["env"] !== undefined || listOf(entry["envs"]).length > 0) return [["data"], ["binaryData"]];
  const literals = texts(entry["literals"]).map((literal) => literal.split("=", 1)[0]!);
  const files = texts(entry["files"]).map((file) => /^([^=]+)=/.exec(file)?.[1] ?? posix.basename(file));
  return [...literals, ...files].flatMap((key) => [
    ["data", key],
    ["binaryData", key],
  ]);
}

function texts(value: Json | undefined): string[] {
  return listOf(value).filter((one) => typeof one === "string");
}
