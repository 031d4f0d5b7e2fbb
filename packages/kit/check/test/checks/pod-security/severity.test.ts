import { describe, expect, test } from "vitest";
import { pssPrivileged } from "../../../src/checks/pod-security/pss-privileged.ts";
import { pssProbeHosts } from "../../../src/checks/pod-security/pss-probe-hosts.ts";
import { pssRunAsUser } from "../../../src/checks/pod-security/pss-run-as-user.ts";
import type { Check } from "../../../src/define-check.ts";
import { judge, type Facts } from "../../judge.ts";

const manifests = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: web:1
          securityContext: { privileged: true, runAsUser: 0 }
          livenessProbe: { httpGet: { port: 80, host: example.com } }
`;

/** The severity of what a check finds in a namespace with these labels. */
function severity(check: Check, labels?: Record<string, string>, facts: Facts = {}): string | undefined {
  const prefixed = Object.entries(labels ?? {}).map(([key, value]) => [`pod-security.kubernetes.io/${key}`, value]);
  const metadata = { name: "shop", labels: Object.fromEntries(prefixed) as unknown };
  const namespace = JSON.stringify({ apiVersion: "v1", kind: "Namespace", metadata });
  const [line] = judge(check, labels === undefined ? manifests : `${manifests}\n---\n${namespace}`, facts);
  return line?.split(" ", 1)[0];
}

describe("where nothing enforces the standard, the profile says", () => {
  test("in production", () => {
    expect(severity(pssPrivileged)).toBe("warning");
    expect(severity(pssPrivileged, {})).toBe("warning");
    expect(severity(pssRunAsUser)).toBe("warning");
  });
  test("in development", () => {
    expect(severity(pssPrivileged, undefined, { profile: "development" })).toBe("info");
    expect(severity(pssRunAsUser, undefined, { profile: "development" })).toBe("info");
  });
  test("also where the namespace only warns, or enforces less", () => {
    expect(severity(pssPrivileged, { warn: "restricted" })).toBe("warning");
    expect(severity(pssPrivileged, { enforce: "privileged" })).toBe("warning");
    expect(severity(pssRunAsUser, { enforce: "baseline" })).toBe("warning");
  });
});

describe("where the namespace enforces it, the pods are refused", () => {
  test("by the level that has the control, or a stricter one", () => {
    expect(severity(pssPrivileged, { enforce: "baseline" })).toBe("error");
    expect(severity(pssPrivileged, { enforce: "restricted" })).toBe("error");
    expect(severity(pssRunAsUser, { enforce: "restricted" }, { profile: "development" })).toBe("error");
  });
  test("as by restricted, where the level is invalid", () => {
    expect(severity(pssRunAsUser, { enforce: "Restricted" })).toBe("error");
  });
  test("but not by an older version of the standard, which does not have the control", () => {
    expect(severity(pssProbeHosts, { enforce: "baseline" })).toBe("error");
    expect(severity(pssProbeHosts, { enforce: "baseline", "enforce-version": "v1.34" })).toBe("error");
    expect(severity(pssProbeHosts, { enforce: "baseline", "enforce-version": "v1.33" })).toBe("warning");
  });
});

test("ephemeral containers, and the place in a workload", () => {
  const debugged = `
apiVersion: v1
kind: Pod
metadata: { name: web }
spec:
  containers: [{ name: web, image: web:1 }]
  ephemeralContainers: [{ name: debug, image: busybox:1, securityContext: { privileged: true } }]
`;
  expect([...judge(pssPrivileged, manifests), ...judge(pssPrivileged, debugged)]).toMatchInlineSnapshot(`
    [
      "warning Deployment shop/web spec.template.spec.containers[0].securityContext.privileged: container web is privileged; leave privileged out",
      "warning Pod default/web spec.ephemeralContainers[0].securityContext.privileged: ephemeral container debug is privileged; leave privileged out",
    ]
  `);
});
