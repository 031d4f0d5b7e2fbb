import { pssRunAsUser } from "../../../src/checks/pod-security/pss-run-as-user.ts";
import { restricted } from "./restricted-pods.ts";
import { testStandard } from "./test-standard.ts";

testStandard(pssRunAsUser, restricted, [
  "warning Pod default/pod spec.securityContext.runAsUser: the pod runs as user 0, which is root; name a user that is not 0, or leave runAsUser to the image",
  "warning Pod default/init spec.initContainers[0].securityContext.runAsUser: init container init runs as user 0, which is root; name a user that is not 0, or leave runAsUser to the image",
]);
