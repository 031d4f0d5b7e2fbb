import { listAt, textAt } from "../../data.ts";
import { defineRisk } from "../../judge/define-risk.ts";
import { sameContainers } from "../../judge/pods.ts";

export const variableRemoved = defineRisk({
  id: "variable-removed",
  class: "caution",
  title: "an environment variable is gone that an image may read",
  run({ before, after }) {
    return sameContainers(before, after).flatMap(({ path, name, before: own, after: other }) => {
      const left = listAt(other, "env").map((one) => textAt(one, "name"));
      const gone = listAt(own, "env").flatMap((one) => textAt(one, "name") ?? []);
      return gone
        .filter((variable) => !left.includes(variable))
        .map((variable) => ({
          paths: [`${path}.env[name=${variable}]`],
          reason: `the container ${name} does not get the variable ${variable} any more`,
        }));
    });
  },
});
