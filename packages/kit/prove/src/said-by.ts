import { describeChange, originAt, type ExpectedObject } from "@kit/emit";
import { forTerminal } from "@kit/text";

/** Who set the value that was wanted at a place, ` (packages/shop/cart/src/index.ts:40:5)`; nothing for what the object itself has. */
export function saidBy({ origins }: ExpectedObject, path: readonly (string | number)[]): string {
  const origin = originAt(origins, path);
  if (origin?.type === "change") return ` (${forTerminal(describeChange(origin))})`;
  return origin?.type === "kit" ? ` (${rules[origin.rule]})` : "";
}

const rules = {
  checksum: "the build's checksum",
  namespace: "the environment's namespace",
  "prune-protection": "the build's protection of definitions",
  "sync-wave": "the build's sync wave",
  traffic: "the traffic that other services say they send",
};
