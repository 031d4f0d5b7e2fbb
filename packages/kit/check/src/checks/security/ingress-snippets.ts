import { objectCheck } from "../../define-check.ts";

const snippet = /^nginx\.(ingress\.kubernetes\.io|org)\/.*snippets?$/;

export const ingressSnippets = objectCheck({
  id: "ingress-snippets",
  group: "security",
  severity: "warning",
  title: "an Ingress writes into the configuration of its controller",
  kinds: ["Ingress"],
  run: ({ annotations }, report) => {
    for (const key of Object.keys(annotations).filter((one) => snippet.test(one))) {
      const message = `${key} writes into the controller's configuration, which serves everybody's Ingresses`;
      const fix = "use an annotation for what it does; most controllers refuse snippets";
      report({ path: ["metadata", "annotations", key], message, fix });
    }
  },
});
