import { labelValueProblem, qualifiedNameProblem } from "@kit/kube/names";
import type { Path } from "@kit/schema";
import type { ReportFinding } from "../define-check.ts";
import { judgeOptionalText } from "../rules/judge-text.ts";
import type { PodView } from "../view/index.ts";

type Toleration = NonNullable<PodView["spec"]["tolerations"]>[number];

/** Reports a toleration whose fields do not go together. */
export function judgeToleration(report: ReportFinding, path: Path, one: Toleration): void {
  const {
    key = "",
    operator = "",
    value = "",
    effect = "",
    tolerationSeconds,
  } = one as Readonly<Record<Exclude<keyof Toleration, "tolerationSeconds">, string | undefined>> &
    Pick<Toleration, "tolerationSeconds">;
  const name = operator === "" ? "Equal, the default" : operator;
  judgeOptionalText(report, { path: [...path, "key"], what: "the key", text: key, problem: qualifiedNameProblem });
  if (key === "" && operator !== "Exists") {
    const message = `the toleration has no key, and its operator is ${name}`;
    report({ path: [...path, "operator"], message, fix: "write a key, or the operator Exists" });
  }
  if (tolerationSeconds !== undefined && effect !== "NoExecute") {
    const message = `tolerationSeconds is set, and the effect is ${effect === "" ? "any" : effect}`;
    report({ path: [...path, "effect"], message, fix: "set the effect to NoExecute, or leave tolerationSeconds out" });
  }
  if (operator === "Exists" && value !== "") {
    const message = "the operator is Exists, and there is a value";
    report({ path: [...path, "value"], message, fix: "leave the value out, or write the operator Equal" });
  } else if (operator === "" || operator === "Equal") {
    const what = "the value";
    judgeOptionalText(report, { path: [...path, "value"], what, text: value, problem: labelValueProblem });
  } else if (operator === "Lt" || operator === "Gt") {
    // Their gate is shut by default.
    const message = `the operator ${operator} is not served yet`;
    report({ path: [...path, "operator"], message, fix: "write Equal or Exists" });
  }
}
