import { type Loose, madeSecret as secretMadeOf } from "@kit/kube";
import { textAt } from "../../data.ts";
import type { ObjectSet } from "../../input/object-set.ts";
import { defineRisk, type RiskReason } from "../../judge/define-risk.ts";
import { usersOf } from "../../judge/users.ts";

export const madeSecret = defineRisk({
  id: "made-secret",
  class: "breaks",
  title: "a Secret that an operator makes is gone, or a key of it, and pods read it",
  run({ op, id, previous, before, after }, context) {
    const own = before === undefined ? undefined : secretMadeOf(before);
    if (own === undefined || before === undefined || isLeftBehind(before)) return [];
    const namespace = (previous ?? id).namespace;
    const secret = { group: "", kind: "Secret", namespace, name: own.name };
    if (context.after.find(secret) !== undefined) return [];
    const makers = makersOf(own.name, namespace, context.after);
    const users = usersOf(secret, context.after).filter(({ reference: { optional } }) => !optional);
    const paths = op === "changed" && after !== undefined ? { paths: ["spec"] } : {};
    const gone = makers.length === 0;
    return users.flatMap(({ name, reference: { key } }): RiskReason[] => {
      if (gone) {
        const reason = `nothing makes the Secret ${own.name} any more, and ${name} reads it`;
        return [{ ...paths, reason, consequence: `when it is pruned, new pods of ${name} do not start` }];
      }
      if (key === undefined || own.keys?.has(key) === false) return [];
      if (makers.some(({ keys }) => keys === undefined || keys.has(key))) return [];
      const reason = `the key ${key} of the Secret ${own.name} is not made any more, and ${name} reads it`;
      return [{ ...paths, reason, consequence: `new pods of ${name} do not start` }];
    });
  },
});

function makersOf(name: string, namespace: string | undefined, side: ObjectSet) {
  return side
    .mentioning(name)
    .filter(({ id }) => id.namespace === namespace)
    .flatMap(({ data }) => secretMadeOf(data) ?? [])
    .filter((made) => made.name === name);
}

/** Whether the Secret stays when what it is made of goes: it has no owner then. */
function isLeftBehind(maker: Loose): boolean {
  const policy = textAt(maker, "spec", "target", "creationPolicy");
  return policy === "Orphan" || textAt(maker, "kind") === "Certificate";
}
