import { dnsSubdomainProblem } from "@kit/kube/names";
import { judgeAdmissionRule } from "../../admission/admission-rules.ts";
import { judgeMatchConditions } from "../../admission/match-conditions.ts";
import { judgeReviewVersions, judgeWebhookClient } from "../../admission/webhook-client.ts";
import { objectCheck } from "../../define-check.ts";
import { judgeLabelSelector } from "../../rules/judge-labels.ts";
import { judgeNumber } from "../../rules/judge-number.ts";
import { judgeOneOf } from "../../rules/judge-one-of.ts";
import { judgeText } from "../../rules/judge-text.ts";

export const webhookConfiguration = objectCheck({
  id: "webhook-configuration",
  group: "api-validity",
  severity: "error",
  title: "a webhook has an invalid name, client, rule or condition",
  kinds: ["MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"],
  run: ({ data: { webhooks = [] } }, report) => {
    webhooks.forEach((webhook, index) => {
      const { name, clientConfig = {}, rules = [], sideEffects, timeoutSeconds: value } = webhook;
      const path = ["webhooks", index];
      judgeText(report, { path: [...path, "name"], what: "the webhook's name", text: name, problem: nameProblem });
      judgeReviewVersions(report, [...path, "admissionReviewVersions"], webhook.admissionReviewVersions);
      const words = ["None", "NoneOnDryRun"];
      judgeOneOf(report, { path: [...path, "sideEffects"], what: "sideEffects", word: sideEffects, words });
      judgeNumber(report, { path: [...path, "timeoutSeconds"], what: "timeoutSeconds", value, from: 1, to: 30 });
      judgeWebhookClient(report, [...path, "clientConfig"], clientConfig);
      rules.forEach((rule, at) => judgeAdmissionRule(report, [...path, "rules", at], rule));
      judgeLabelSelector(report, [...path, "namespaceSelector"], webhook.namespaceSelector);
      judgeLabelSelector(report, [...path, "objectSelector"], webhook.objectSelector);
      judgeMatchConditions(report, [...path, "matchConditions"], webhook.matchConditions);
    });
  },
});

function nameProblem(text: string): string | undefined {
  const problem = dnsSubdomainProblem(text);
  return problem ?? (text.split(".").length < 3 ? "must have at least three parts, as in a.example.com" : undefined);
}
