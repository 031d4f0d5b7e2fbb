import { groupOf, textOf, type JsonObject } from "@kit/kube";
import type { Segment, Selects } from "./claim.ts";

/** The path of a field spec of a `configurations:` file or of a transformer, `spec/template/metadata/labels`. */
export function fieldSpecPath(spec: JsonObject): Segment[] {
  const path = textOf(spec["path"]) ?? "";
  return path
    .split(/(?<!\\)\//)
    .filter((part) => part !== "")
    .map((part) => {
      const token = part.replaceAll(String.raw`\/`, "/").replace(/\[\]$/, "");
      return token === "*" ? { type: "any" } : { type: "field", token };
    });
}

/** The objects of a field spec's kind; all where it names none. */
export function fieldSpecKind(spec: JsonObject): Selects {
  const [group, kind] = [textOf(spec["group"]), textOf(spec["kind"])];
  return ({ wanted, rendered }) =>
    [wanted, rendered].some(
      (one) =>
        (kind === undefined || kind === "" || one.kind === kind) &&
        (group === undefined || group === "" || groupOf(one.apiVersion) === group),
    );
}
