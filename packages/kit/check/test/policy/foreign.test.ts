import { check, readManifests, type Finding } from "@kit/check";
import { expect, test } from "vitest";
import { clusterOf } from "../cluster-of.ts";
import { documents, workload } from "../manifests.ts";

const services = "ad cart catalog checkout currency email frontend loadgen payment quote shipping wishlist".split(" ");

/** An application as many write it: one pod each, no recommended labels, requests as high as limits, no probes, root. */
const application = services
  .map((name) =>
    documents(
      workload({
        name: `${name}service`,
        container: {
          image: `registry.example.com/boutique/${name}:v0.10.1`,
          ports: [{ containerPort: 8080 }],
          resources: { requests: { cpu: "100m", memory: "64Mi" }, limits: { cpu: "100m", memory: "64Mi" } },
        },
      }),
      {
        apiVersion: "v1",
        kind: "Service",
        metadata: { name: `the-${name}`, namespace: "shop" },
        spec: { selector: { app: `${name}service` }, ports: [{ port: 80, targetPort: 8080 }] },
      },
    ),
  )
  .join("\n---\n");

/** What is found where it is deployed from packages, by nobody's policy. */
function found(profile: "development" | "production", localImages: boolean): Finding[] {
  const objects = readManifests(application, "generated/rendered/prod").objects.map((object) => {
    return { ...object, source: "packages/boutique/shop/src/index.ts" };
  });
  const cluster = clusterOf("one", { nodes: [{ count: 1, cpu: "2", memory: "4Gi" }], localImages });
  const facts = { id: "prod", cluster, contracts: [], overlay: undefined };
  return check([{ ...facts, profile, objects }], { today: "2026-01-31" });
}

test.for([
  ["development", false],
  ["production", false],
  ["production", true],
] as const)(
  "an application that follows nobody's specification has no error, judged as %s",
  ([profile, localImages]) => {
    const findings = found(profile, localImages);
    expect(findings.length).toBeGreaterThan(services.length);
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  },
);

test("what is good practice is said all the same", () => {
  const warnings = found("production", false).filter(({ severity }) => severity === "warning");
  const checks = new Set(warnings.map(({ check: id }) => id));
  expect([...checks]).toEqual(expect.arrayContaining(["capacity-target", "replicas-minimum", "probes-required"]));
});
