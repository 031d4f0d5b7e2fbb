import { judgeReviewVersions, judgeWebhookClient } from "../../admission/webhook-client.ts";
import { objectCheck } from "../../define-check.ts";
import { judgeOneOf } from "../../rules/judge-one-of.ts";

export const definitionConversion = objectCheck({
  id: "definition-conversion",
  group: "api-validity",
  severity: "error",
  title: "a CustomResourceDefinition's versions are converted by a webhook that it does not name",
  kinds: ["CustomResourceDefinition"],
  run: ({ data: { spec: { conversion } = {} } }, report) => {
    if (conversion === undefined) return;
    const { strategy: word, webhook } = conversion;
    const path = ["spec", "conversion"];
    judgeOneOf(report, { path: [...path, "strategy"], what: "the strategy", word, words: ["None", "Webhook"] });
    const place = [...path, "webhook"];
    if (word !== "Webhook") {
      const message = "the strategy is not Webhook, and there is one";
      if (webhook !== undefined) report({ path: place, message, fix: "remove the webhook" });
      return;
    }
    judgeReviewVersions(report, [...place, "conversionReviewVersions"], webhook?.conversionReviewVersions);
    if (webhook?.clientConfig !== undefined)
      judgeWebhookClient(report, [...place, "clientConfig"], webhook.clientConfig);
    else report({ path: [...place, "clientConfig"], message: "the webhook has no clientConfig", fix: "write it" });
  },
});
