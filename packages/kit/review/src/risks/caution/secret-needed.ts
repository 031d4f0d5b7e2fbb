import { madeSecret, referencesOf, type Loose, type Reference } from "@kit/kube";
import { toJson } from "@kit/yaml";
import { dataAt } from "../../data.ts";
import type { ObjectSet } from "../../input/object-set.ts";
import { defineRisk } from "../../judge/define-risk.ts";

export const secretNeeded = defineRisk({
  id: "secret-needed",
  class: "caution",
  title: "a Secret, or a key of one, must be there before pods start",
  run({ op, id, before, after, fields }, context) {
    if (op === "removed" || after === undefined) return [];
    const known = new Set(before === undefined ? [] : needsOf(before).map(needText));
    const come = needsOf(after).filter((need) => !known.has(needText(need)));
    const texts = new Map(come.map((need) => [needText(need), need]));
    return [...texts].flatMap(([text, need]) => {
      if (isMade(need, id.namespace, context.after)) return [];
      const maker = makerOf(need, id.namespace, context.after);
      const paths = fields.flatMap(({ path, after: value }) => (toJson(value ?? "").includes(need.name) ? [path] : []));
      return [
        {
          ...(paths.length === 0 ? {} : { paths }),
          reason: `${id.kind} ${id.name} needs the ${text}, and nothing here makes it`,
          consequence: maker === undefined ? `create the ${text} first` : `${maker} must have made the ${text} first`,
        },
      ];
    });
  },
});

function needsOf(data: Loose): Reference[] {
  return referencesOf(data).filter(({ kind, optional }) => kind === "Secret" && !optional);
}

function needText({ name, key }: Reference): string {
  return key === undefined ? `secret ${name}` : `secret key ${name}/${key}`;
}

/** Whether a Secret of these objects has it. */
function isMade({ name, key }: Reference, namespace: string | undefined, side: ObjectSet): boolean {
  const secret = side.find({ group: "", kind: "Secret", namespace, name });
  if (secret === undefined) return false;
  return key === undefined || ["data", "stringData"].some((holder) => Object.hasOwn(dataAt(secret.data, holder), key));
}

/** The object here of which an operator makes the Secret in the cluster. */
function makerOf({ name }: Reference, namespace: string | undefined, side: ObjectSet): string | undefined {
  const maker = side
    .mentioning(name)
    .find(({ id, data }) => id.namespace === namespace && madeSecret(data)?.name === name);
  return maker === undefined ? undefined : `${maker.id.kind} ${maker.id.name}`;
}
