import type { Loose } from "@kit/kube";
import { dataAt } from "../../data.ts";
import { pathText } from "../../diff/change.ts";
import { defineRisk } from "../../judge/define-risk.ts";
import { usersOf } from "../../judge/users.ts";

export const missingKey = defineRisk({
  id: "missing-key",
  class: "breaks",
  title: "a key of a ConfigMap or Secret is gone that a pod asks for by name",
  run({ op, id, before, after }, context) {
    if (op !== "changed" || !["ConfigMap", "Secret"].includes(id.kind)) return [];
    const left = new Set(keysOf(after));
    const gone = keysOf(before).filter((key) => !left.has(key));
    if (gone.length === 0) return [];
    const users = usersOf(id, context.after).filter(({ reference: { optional } }) => !optional);
    return gone.flatMap((key) => {
      const names = new Set(users.filter(({ reference }) => reference.key === key).map(({ name }) => name));
      return [...names].map((name) => ({
        paths: holders.map((holder) => pathText([holder, key])),
        reason: `the key ${key} is gone, and ${name} asks for it`,
        consequence: `pods of ${name} do not start any more`,
      }));
    });
  },
});

const holders = ["data", "binaryData", "stringData"] as const;

function keysOf(data: Loose | undefined): string[] {
  return holders.flatMap((holder) => Object.keys(dataAt(data, holder)));
}
