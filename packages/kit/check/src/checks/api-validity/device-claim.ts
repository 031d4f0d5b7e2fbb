import { judgeDeviceClaim } from "../../devices/judge-device-claim.ts";
import { objectCheck } from "../../define-check.ts";
import { judgeTemplateMetadata, type TemplateMetadata } from "../../rules/judge-template-metadata.ts";
import { isKind } from "../../view/index.ts";

export const deviceClaim = objectCheck({
  id: "device-claim",
  group: "api-validity",
  severity: "error",
  title: "a claim of devices has an invalid request, constraint or configuration",
  kinds: ["ResourceClaim", "ResourceClaimTemplate"],
  run: (object, report) => {
    if (isKind(object, "ResourceClaim")) {
      judgeDeviceClaim(report, ["spec", "devices"], object.data.spec?.devices ?? {});
    } else if (isKind(object, "ResourceClaimTemplate")) {
      const { metadata, spec } = object.data.spec ?? {};
      judgeTemplateMetadata(report, ["spec", "metadata"], metadata as TemplateMetadata | undefined);
      judgeDeviceClaim(report, ["spec", "spec", "devices"], spec?.devices ?? {});
    }
  },
});
