import type { Loose } from "@kit/kube";
import { dataAt } from "../../data.ts";
import { pathText } from "../../diff/change.ts";
import { defineRisk } from "../../judge/define-risk.ts";
import { usersOf } from "../../judge/users.ts";

export const configKeyRemoved = defineRisk({
  id: "config-key-removed",
  class: "caution",
  title: "a key of a ConfigMap or Secret is gone that an image may read",
  run({ op, id, before, after }, context) {
    if (op !== "changed" || !["ConfigMap", "Secret"].includes(id.kind)) return [];
    const left = new Set(keysOf(after));
    const gone = keysOf(before).filter((key) => !left.has(key));
    if (gone.length === 0) return [];
    const users = usersOf(id, context.after);
    const whole = users.filter(({ reference: { key } }) => key === undefined);
    const readers = [...new Set(whole.map(({ name }) => name))];
    return gone.flatMap((key) => {
      // Of a key that is asked for by its name, missing-key says more.
      if (readers.length === 0 && users.some(({ reference }) => reference.key === key)) return [];
      const read = readers.length === 0 ? "nothing here reads it" : `${readers.join(", ")} reads all keys`;
      return [
        { paths: holders.map((holder) => pathText([holder, key])), reason: `the key ${key} is gone, and ${read}` },
      ];
    });
  },
});

const holders = ["data", "binaryData", "stringData"] as const;

function keysOf(data: Loose | undefined): string[] {
  return holders.flatMap((holder) => Object.keys(dataAt(data, holder)));
}
