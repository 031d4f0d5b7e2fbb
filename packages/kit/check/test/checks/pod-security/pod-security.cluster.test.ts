import { preparePrograms, startControlPlane, type ControlPlane } from "@kit/control-plane";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { podSecurity } from "../../../src/checks/pod-security/index.ts";
import type { PodSecurityLevel } from "../../../src/pod-security.ts";
import { judge } from "../../judge.ts";
import { baseline } from "./baseline-pods.ts";
import { podOf, type Cases, type Change } from "./pods.ts";
import { restricted } from "./restricted-pods.ts";

const { env } = process;
const levels: readonly PodSecurityLevel[] = ["baseline", "restricted"];

/** What the API server calls the controls in its refusals. */
const reasons: Readonly<Record<string, string>> = {
  "pss-app-armor": "forbidden AppArmor profile",
  "pss-capabilities": "non-default capabilities",
  "pss-capabilities-restricted": "unrestricted capabilities",
  "pss-host-namespaces": "host namespaces",
  "pss-host-path": "hostPath volumes",
  "pss-host-ports": "hostPort",
  "pss-privilege-escalation": "allowPrivilegeEscalation != false",
  "pss-privileged": "privileged",
  "pss-probe-hosts": "probe or lifecycle host",
  "pss-proc-mount": "procMount",
  "pss-proc-mount-restricted": "procMount",
  "pss-run-as-non-root": "runAsNonRoot != true",
  "pss-run-as-user": "runAsUser=0",
  "pss-seccomp": "seccompProfile",
  "pss-seccomp-restricted": "seccompProfile",
  "pss-selinux": "seLinuxOptions",
  "pss-sysctls": "forbidden sysctls",
  "pss-volume-types": "restricted volume types",
  "pss-windows-host-process": "hostProcess",
};

let cluster: ControlPlane;
beforeAll(async () => {
  await preparePrograms({ env, onProgress: console.error });
  cluster = await startControlPlane({ env });
  for (const level of levels) {
    await cluster.request("POST", "/api/v1/namespaces", namespaceOf(level));
    const account = { apiVersion: "v1", kind: "ServiceAccount", metadata: { name: "default" } };
    await cluster.request("POST", `/api/v1/namespaces/${level}/serviceaccounts`, account);
  }
});
afterAll(() => cluster[Symbol.asyncDispose]());

function namespaceOf(level: PodSecurityLevel): object {
  const labels = { "pod-security.kubernetes.io/enforce": level };
  return { apiVersion: "v1", kind: "Namespace", metadata: { name: level, labels } };
}

/** Why the API server refuses a pod. */
async function refusals(pod: object, level: PodSecurityLevel): Promise<string[]> {
  const path = `/api/v1/namespaces/${level}/pods?dryRun=All&fieldValidation=Strict`;
  const { status, body } = await cluster.request<{ message?: string }>("POST", path, pod);
  const message = body.message ?? "";
  if (status === 201) return [];
  const [, list] = /violates PodSecurity "[a-z]+:latest": (.*)$/.exec(message) ?? [];
  // A pod that is refused for something else is not a case for this table.
  if (list === undefined) throw new Error(message);
  return [...new Set(Object.values(reasons).filter((reason) => says(list, reason)))].toSorted();
}

function says(list: string, reason: string): boolean {
  return `, ${list}`.includes(`, ${reason} (`) || `, ${list}`.includes(`, ${reason}s (`);
}

/** Why the checks say that it would. */
function found(pod: { metadata?: object }, level: PodSecurityLevel): string[] {
  const own = { ...pod, metadata: { ...pod.metadata, namespace: level } };
  const manifests = [namespaceOf(level), own].map((object) => JSON.stringify(object)).join("\n---\n");
  const controls = podSecurity.filter(({ id }) => judge(checkOf(id), manifests).some(isError));
  const all = controls.map(({ id }) => reasonAt(id, level));
  return [...new Set(all)].toSorted();
}

function checkOf(id: string) {
  return podSecurity.find((check) => check.id === id)!;
}

function isError(line: string): boolean {
  return line.startsWith("error ");
}

/** In `restricted` the stricter control speaks for the looser one. */
function reasonAt(id: string, level: PodSecurityLevel): string {
  if (level === "baseline") return reasons[id]!;
  if (id === "pss-capabilities") return reasons["pss-capabilities-restricted"]!;
  if (id === "pss-host-path") return reasons["pss-volume-types"]!;
  return reasons[id]!;
}

const tables: Readonly<Record<PodSecurityLevel, Readonly<Record<string, Cases>>>> = { baseline, restricted };
const cases = levels.flatMap((level) =>
  Object.entries(tables[level]).flatMap(([id, { admitted, refused }]) => [
    ...Object.entries(admitted).map(([name, change]) => ({ level, id, name, change, isAdmitted: true })),
    ...Object.entries(refused).map(([name, change]) => ({ level, id, name, change, isAdmitted: false })),
  ]),
);

test("every control has cases", () => {
  expect(Object.keys({ ...baseline, ...restricted }).toSorted()).toEqual(Object.keys(reasons).toSorted());
  const ids = podSecurity.map(({ id }) => id).filter((id) => id !== "pss-enforce-version");
  expect(ids.toSorted()).toEqual(Object.keys(reasons).toSorted());
});

test.each(cases)("the API server and $id agree about $name", async ({ level, name, change, isAdmitted }) => {
  const pod = podOf(name, change);
  for (const one of levels) expect(found(pod, one), `at ${one}`).toEqual(await refusals(pod, one));
  expect(found(pod, level).length === 0).toBe(isAdmitted);
});

test("and about any two of these changes together", { timeout: 300_000 }, async () => {
  const change = fc.constantFrom(...cases.map((one) => one.change)).filter(({ bare }) => bare !== true);
  const property = fc.asyncProperty(change, change, fc.constantFrom(...levels), async (one, other, level) => {
    const pod = podOf("two", together(one, other));
    const expected = await refusals(pod, level).catch(() => undefined);
    // Some do not go together, and the pod is refused for that.
    fc.pre(expected !== undefined);
    expect(found(pod, level)).toEqual(expected);
  });
  await fc.assert(property, { numRuns: 200 });
});

function together(one: Change, other: Change): Change {
  const fields = ["annotations", "spec", "container", "podContext", "context", "init"] as const;
  return Object.fromEntries(
    fields.flatMap((field) => {
      const [first, second] = [one[field], other[field]];
      return first === undefined && second === undefined ? [] : [[field, { ...first, ...second }]];
    }),
  );
}
