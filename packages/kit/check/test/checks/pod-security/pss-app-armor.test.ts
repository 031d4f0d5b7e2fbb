import { pssAppArmor } from "../../../src/checks/pod-security/pss-app-armor.ts";
import { baseline } from "./baseline-pods.ts";
import { testStandard } from "./test-standard.ts";

testStandard(pssAppArmor, baseline, [
  "warning Pod default/pod spec.securityContext.appArmorProfile.type: the pod has the AppArmor profile Unconfined; set it to RuntimeDefault or Localhost, or leave it out",
  "warning Pod default/container spec.containers[0].securityContext.appArmorProfile.type: container main has the AppArmor profile Unconfined; set it to RuntimeDefault or Localhost, or leave it out",
  'warning Pod default/annotation metadata.annotations["container.apparmor.security.beta.kubernetes.io/main"]: the annotation asks for the AppArmor profile unconfined; remove it, and set securityContext.appArmorProfile where one is needed',
]);
