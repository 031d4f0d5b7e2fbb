import { objectCheck } from "../../define-check.ts";
import { judgeNumber } from "../../rules/judge-number.ts";
import { judgeOneOf } from "../../rules/judge-one-of.ts";

export const csiDriver = objectCheck({
  id: "csi-driver",
  group: "api-validity",
  severity: "error",
  title: "a CSIDriver has an invalid policy, mode or token",
  kinds: ["CSIDriver"],
  run: ({ data: { spec = {} } }, report) => {
    const { fsGroupPolicy: word, volumeLifecycleModes = [], tokenRequests = [] } = spec;
    const words = ["File", "None", "ReadWriteOnceWithFSType"];
    judgeOneOf(report, { path: ["spec", "fsGroupPolicy"], what: "the fsGroupPolicy", word, words });
    volumeLifecycleModes.forEach((mode, index) => {
      const path = ["spec", "volumeLifecycleModes", index];
      judgeOneOf(report, { path, what: "the mode", word: mode, words: ["Ephemeral", "Persistent"] });
    });
    const audiences = tokenRequests.map(({ audience = "" }) => audience);
    tokenRequests.forEach(({ expirationSeconds: value }, index) => {
      const path = ["spec", "tokenRequests", index];
      const what = "expirationSeconds";
      judgeNumber(report, { path: [...path, what], what, value, from: 600, to: 2 ** 32 });
      if (audiences.indexOf(audiences[index]!) === index) return;
      const message = `another token is for the audience ${JSON.stringify(audiences[index])} too`;
      report({ path: [...path, "audience"], message, fix: "remove one of them" });
    });
    const what = "nodeAllocatableUpdatePeriodSeconds";
    judgeNumber(report, { path: ["spec", what], what, value: spec[what], from: 10 });
    if (spec.serviceAccountTokenInSecrets === undefined || tokenRequests.length > 0) return;
    const message = "serviceAccountTokenInSecrets is there, and no tokenRequests";
    report({ path: ["spec", "serviceAccountTokenInSecrets"], message, fix: "remove it, or write tokenRequests" });
  },
});
