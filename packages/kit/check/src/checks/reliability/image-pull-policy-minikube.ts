import { isLatest, parseImage } from "@kit/model";
import { containerCheck } from "../../define-check.ts";
import { describeContainer } from "../../describe-container.ts";

export const imagePullPolicyMinikube = containerCheck({
  id: "image-pull-policy-minikube",
  group: "reliability",
  severity: "warning",
  title: "a container pulls its image where images are in the node's own store",
  needs: ["cluster"],
  run: (container, report, { cluster }) => {
    if (cluster?.localImages !== true) return;
    const { imagePullPolicy, image = "" } = container.container;
    // The API's default: https://kubernetes.io/docs/concepts/containers/images/#imagepullpolicy-defaulting
    if ((imagePullPolicy ?? (isLatest(parseImage(image)) ? "Always" : "IfNotPresent")) !== "Always") return;
    const policy = imagePullPolicy === undefined ? "Always by default, for the tag latest" : imagePullPolicy;
    report({
      message: `imagePullPolicy of the ${describeContainer(container)} is ${policy}, and no registry has the images of the cluster ${cluster.id}`,
      fix: "set imagePullPolicy: IfNotPresent",
      path: [...container.path, "imagePullPolicy"],
    });
  },
});
