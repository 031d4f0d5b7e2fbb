import { describe, expect, test } from "vitest";
import { versionLabel } from "../../../src/checks/conventions/version-label.ts";
import { versionFromTag } from "../../../src/policy/packs.ts";
import { object, workload } from "../../flow-yaml.ts";
import { judge, type Facts } from "../../judge.ts";

const place = "error Deployment default/web spec.template.spec.containers[0].image";
const rule = "one colon, no digest, no registry port";
const unfit: Readonly<Record<string, string>> = {
  web: `${place}: the image web has no tag, and the version label needs one; write web:<tag>: ${rule}`,
  "web@sha256:0123": `${place}: the image web@sha256:0123 has a digest, and a digest is not a value for a label; write web:<tag>: ${rule}`,
  "web:1.10@sha256:0123": `${place}: the image web:1.10@sha256:0123 has a digest, and a digest is not a value for a label; write web:1.10: ${rule}`,
  "localhost:5000/acme/web:1.0": `${place}: the image localhost:5000/acme/web:1.0 has a registry with a port, and what follows its first colon is not a tag; write <registry without a port>/web:1.0: ${rule}`,
  "localhost:5000/acme/web": `${place}: the image localhost:5000/acme/web has a registry with a port, and what follows its first colon is not a tag; write <registry without a port>/web:<tag>: ${rule}`,
};

const source = "packages/shop/web/src/index.ts";
const labels = (version: string): string => `labels: { app: web, app.kubernetes.io/version: "${version}" }`;
const deployment = (image: string, version: string, pod = ""): string =>
  workload({ metadata: labels(version), container: `image: "${image}"`, pod }).replace("image: web, ", "");
const service = (version: string): string => object("Service", `web, ${labels(version)}`, "spec: {}");

describe("version-label", () => {
  test("is off where nobody switches it on", () => {
    expect(judge(versionLabel, deployment("web@sha256:0123", "1.0.0"), { source })).toEqual([]);
  });

  test.for([
    deployment("acme/web:1.0.0", "1.0.0") + service("1.0.0"),
    // Without the label there is nothing to follow.
    workload({ container: "image: 'web@sha256:abc'" }).replace("image: web, ", ""),
    // Another service's, and a version that no workload has.
    deployment("web:1.0.0", "1.0.0") +
      object("ConfigMap", "a, labels: { app: api, app.kubernetes.io/version: '2' }", ""),
    service("7"),
  ])("passes %$", (manifests) => {
    expect(judged(manifests, { source })).toEqual([]);
  });

  test("passes manifests that are not of a package: others have versions of their own", () => {
    expect(judged(deployment("postgres:15-alpine", "15.3"))).toEqual([]);
  });

  test("takes the container that is the service", () => {
    const image = deployment("web:1.0.0", "1.0.0").replace(
      "containers: [",
      "containers: [{ name: proxy, image: envoy:2 }, ",
    );
    expect(judged(image, { source })).toEqual([]);
  });

  test("finds labels that are not the tag", () => {
    expect(judged(deployment("web:1.0.1", "1.0.0") + service("1.0.0"), { source })).toMatchInlineSnapshot(`
      [
        "error Deployment default/web metadata.labels["app.kubernetes.io/version"]: the version label is 1.0.0, and the image that runs is web:1.0.1; write 1.0.1, or let a \`replacements\` entry beside the overlay's \`images:\` copy the tag",
        "error Service default/web metadata.labels["app.kubernetes.io/version"]: the version label is 1.0.0, and the image that runs is web:1.0.1; write 1.0.1, or let a \`replacements\` entry beside the overlay's \`images:\` copy the tag",
      ]
    `);
  });

  test.for([
    "web",
    "web@sha256:0123",
    "web:1.10@sha256:0123",
    "localhost:5000/acme/web:1.0",
    "localhost:5000/acme/web",
  ])("finds an image whose tag cannot be copied, and says what to write: %s", (image) => {
    const [line] = judged(deployment(image, "1.0") + service("1.0"), { source });
    expect(line).toBe(unfit[image]);
  });
});

/** What it finds where a system switches it on. */
function judged(manifests: string, facts: Facts = {}): string[] {
  return judge(versionLabel, manifests, { policy: { packs: [versionFromTag()] }, ...facts });
}
