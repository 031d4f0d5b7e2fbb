import { forTerminal } from "@kit/text";
import { pathText } from "../path-text.ts";
import type { LocatedFinding } from "./locate.ts";

/** `overlays/prod/kustomization.yaml:11:5`: a place that terminals and editors open. */
export function placeText({ where, position }: LocatedFinding): string {
  const place = position === undefined ? "" : `:${position.line}:${position.column}`;
  return forTerminal(`${where}${place}`);
}

/** The object, where it is not the file, and the place in it: `Deployment shop/web, spec.replicas`. */
export function objectText({ object, where, path }: LocatedFinding): string {
  const parts = [object === where ? "" : object, pathText(path)].filter((part) => part !== "");
  return forTerminal(parts.join(", "));
}
