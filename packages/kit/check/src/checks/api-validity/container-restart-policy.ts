import { containerCheck } from "../../define-check.ts";
import { judgeOneOf } from "../../rules/judge-one-of.ts";
import { judgeText } from "../../rules/judge-text.ts";

export const containerRestartPolicy = containerCheck({
  id: "container-restart-policy",
  group: "api-validity",
  severity: "error",
  title: "a container's own restart policy or rule is invalid",
  run: ({ role, container: { restartPolicy: policy, restartPolicyRules: rules = [] }, path }, report) => {
    if (role === "ephemeral") return;
    const place = [...path, "restartPolicy"];
    judgeOneOf(report, { path: place, what: "restartPolicy", word: policy, words: policies });
    if (policy === undefined && rules.length > 0) {
      const message = "the container has restart rules and no restartPolicy";
      report({ path: place, message, fix: "say with restartPolicy what to do where no rule fits" });
    }
    if (rules.length > 20) {
      const message = `the container has ${rules.length} restart rules, and may have 20`;
      report({ path: [...path, "restartPolicyRules"], message, fix: "join some of them" });
    }
    rules.forEach(({ action, exitCodes }, index) => {
      const at = [...path, "restartPolicyRules", index];
      judgeText(report, { path: [...at, "action"], what: "the action", text: action });
      judgeOneOf(report, { path: [...at, "action"], what: "the action", word: action, words: actions });
      if (exitCodes === undefined) {
        report({ path: [...at, "exitCodes"], message: "exitCodes is missing", fix: "say which exit codes it is for" });
        return;
      }
      const { operator, values = [] } = exitCodes;
      judgeText(report, { path: [...at, "exitCodes", "operator"], what: "the operator", text: operator });
      judgeOneOf(report, {
        path: [...at, "exitCodes", "operator"],
        what: "the operator",
        word: operator,
        words: operators,
      });
      if (values.length <= 255) return;
      const message = `the rule has ${values.length} exit codes, and may have 255`;
      report({ path: [...at, "exitCodes", "values"], message, fix: "leave some out" });
    });
  },
});

const policies = ["Always", "OnFailure", "Never"];
const actions = ["Restart", "RestartAllContainers"];
const operators = ["In", "NotIn"];
