import { defineRisk, type Risk } from "../judge/define-risk.ts";

interface RemovedKind<Id extends string> {
  readonly id: Id;
  readonly title: string;
  readonly group: string;
  readonly kind: string;
  readonly reason: string;
  readonly consequence: string;
}

/** The rule that an object of a kind is removed, or has another name, which comes to the same. */
export function removedKind<const Id extends string>(facts: RemovedKind<Id>): Risk<Id> {
  const { id, title, group, kind, reason, consequence } = facts;
  return defineRisk({
    id,
    class: "breaks",
    title,
    isOfGone: true,
    run({ op, id: own, previous }) {
      const gone = op === "removed" ? own : previous;
      return gone !== undefined && gone.group === group && gone.kind === kind ? [{ reason, consequence }] : [];
    },
  });
}
