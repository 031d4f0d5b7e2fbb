import type { Loose } from "@kit/kube";
import { listAt, textAt } from "../../data.ts";
import type { FieldChange } from "../../diff/change.ts";
import { defineRisk } from "../../judge/define-risk.ts";
import { isBelow } from "../../judge/fields.ts";
import { podSpecOf, templateOf } from "../../judge/pods.ts";

export const podOrder = defineRisk({
  id: "pod-order",
  class: "routine",
  title: "a list of a pod has another order",
  run({ op, after, fields }) {
    const template = templateOf(after);
    if (op !== "changed" || template === undefined || template.length === 0) return [];
    const moved = fields.filter((field) => field.op === "moved" && isBelow(field.path, template.join(".")));
    const paths = moved.filter((field) => !meansSomething(field, after)).map(({ path }) => path);
    const others = moved.map(({ path }) => path).filter((path) => !paths.includes(path));
    return [
      ...(paths.length === 0
        ? []
        : [{ paths, reason: "it means the same, and the controller sees a different template" }]),
      ...others.map((path) => ({
        paths: [path],
        reason: path.includes(".env[")
          ? "a variable stands elsewhere: what is written as $(NAME) needs the variables above it"
          : "the init containers run in another order",
      })),
    ];
  },
});

/** Init containers run one after the other, and a variable is read by those below it. */
function meansSomething({ path }: FieldChange, after: Loose | undefined): boolean {
  if (/\.initContainers\[[^\]]*\]$/.test(path)) return true;
  if (!/\.env\[[^\]]*\]$/.test(path)) return false;
  const containers = ["initContainers", "containers"].flatMap((list) => listAt(podSpecOf(after), list));
  return containers.some((one) =>
    listAt(one, "env").some((variable) => textAt(variable, "value")?.includes("$(") === true),
  );
}
