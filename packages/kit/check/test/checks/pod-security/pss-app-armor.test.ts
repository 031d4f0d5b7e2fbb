import { expect, test } from "vitest";
import { pssAppArmor } from "../../../src/checks/pod-security/pss-app-armor.ts";
import { judge } from "../../judge.ts";
import { manifestsOf } from "./pods.ts";
import { baseline } from "./baseline-pods.ts";

const { admitted, refused } = baseline["pss-app-armor"]!;

test("what the standard admits", () => {
  expect(judge(pssAppArmor, manifestsOf(admitted))).toEqual([]);
});

test("what it refuses", () => {
  expect(judge(pssAppArmor, manifestsOf(refused))).toMatchInlineSnapshot(`
    [
      "warning Pod default/pod spec.securityContext.appArmorProfile.type: the pod has the AppArmor profile Unconfined; set it to RuntimeDefault or Localhost, or leave it out",
      "warning Pod default/container spec.containers[0].securityContext.appArmorProfile.type: container main has the AppArmor profile Unconfined; set it to RuntimeDefault or Localhost, or leave it out",
      "warning Pod default/annotation metadata.annotations["container.apparmor.security.beta.kubernetes.io/main"]: the annotation asks for the AppArmor profile unconfined; remove it, and set securityContext.appArmorProfile where one is needed",
    ]
  `);
});
