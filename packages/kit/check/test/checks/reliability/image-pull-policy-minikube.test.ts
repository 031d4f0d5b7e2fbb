import { describe, expect, test } from "vitest";
import { imagePullPolicyMinikube } from "../../../src/checks/reliability/image-pull-policy-minikube.ts";
import { localImagesOnly } from "../../../src/policy/packs.ts";
import { clusterOf } from "../../cluster-of.ts";
import { workload } from "../../flow-yaml.ts";
import { judge } from "../../judge.ts";

const cluster = clusterOf("minikube", { localImages: true });

describe("image-pull-policy-minikube", () => {
  test.for(["imagePullPolicy: IfNotPresent", "imagePullPolicy: Never", "image: 'web:1.0'", "image: 'web@sha256:0123'"])(
    "passes: %s",
    (container) => {
      const manifests = workload({ container });
      expect(
        judge(
          imagePullPolicyMinikube,
          container.startsWith("image:") ? manifests.replace("image: web, ", "") : manifests,
          { cluster },
        ),
      ).toEqual([]);
    },
  );

  test("passes clusters that pull from registries", () => {
    const manifests = workload({ container: "imagePullPolicy: Always" });
    expect(judge(imagePullPolicyMinikube, manifests, { cluster: clusterOf("prod") })).toEqual([]);
    expect(judge(imagePullPolicyMinikube, manifests)).toEqual([]);
  });

  test("is an error where a pack asks for it", () => {
    const manifests = workload({ container: "imagePullPolicy: Always" });
    expect(judge(imagePullPolicyMinikube, manifests, { cluster, policy: { packs: [localImagesOnly()] } })).toEqual([
      "error Deployment default/web spec.template.spec.containers[0].imagePullPolicy: imagePullPolicy of the container web is Always, and no registry has the images of the cluster minikube; set imagePullPolicy: IfNotPresent",
    ]);
  });

  test("finds Always, by default too, and of init containers", () => {
    const pod = "initContainers: [{ name: migrate, image: 'web:latest' }]";
    expect(judge(imagePullPolicyMinikube, workload({ container: "imagePullPolicy: Always", pod }), { cluster }))
      .toMatchInlineSnapshot(`
        [
          "warning Deployment default/web spec.template.spec.containers[0].imagePullPolicy: imagePullPolicy of the container web is Always, and no registry has the images of the cluster minikube; set imagePullPolicy: IfNotPresent",
          "warning Deployment default/web spec.template.spec.initContainers[0].imagePullPolicy: imagePullPolicy of the init container migrate is Always by default, for the tag latest, and no registry has the images of the cluster minikube; set imagePullPolicy: IfNotPresent",
        ]
      `);
  });
});
