import { describe, expect, test } from "vitest";
import { check } from "../src/check.ts";
import { definePolicy, type PolicyFields } from "../src/policy/define-policy.ts";
import { boundedResources, nonRootUsers } from "../src/policy/packs.ts";
import { noEnvironment } from "../src/no-environment.ts";
import { pathText } from "../src/path-text.ts";
import { readManifests } from "../src/read-manifests.ts";
import { registry } from "../src/registry.ts";
import { toldOf } from "../src/standing.ts";
import { documents, workload } from "./manifests.ts";

/** What is told of manifests about some checks, and what that stands for. */
function judged(manifests: string, about: RegExp, fields: PolicyFields = {}) {
  const { objects } = readManifests(manifests, "stdin");
  const layer = {
    level: "system",
    policy: definePolicy(fields),
    where: "policy.ts",
    line: 1,
    environments: [],
  } as const;
  const all = check([{ ...noEnvironment, objects, policies: [layer] }], { today: "2026-01-31" });
  const found = all.filter((one) => about.test(one.check));
  return {
    told: toldOf(found).map(({ severity, check: id, path }) => `${severity} ${id} ${pathText(path.slice(-2))}`),
    standingFor: found.flatMap(({ check: id, toldBy }) => (toldBy === undefined ? [] : [`${id} by ${toldBy}`])),
  };
}

describe("one gap is one finding", () => {
  const resources = /^(cpu|memory)-|resources|requests/;

  test("a container without resources", () => {
    expect(judged(documents(workload()), resources)).toMatchInlineSnapshot(`
      {
        "standingFor": [
          "cpu-limit by resources-missing",
          "memory-limit by resources-missing",
          "cpu-request by resources-missing",
          "memory-request by resources-missing",
        ],
        "told": [
          "warning resources-missing [0].resources",
        ],
      }
    `);
  });

  test("a container with some of them lacks each of the others", () => {
    const some = workload({ container: { resources: { requests: { cpu: "1" } } } });
    expect(judged(documents(some), resources)).toMatchInlineSnapshot(`
      {
        "standingFor": [],
        "told": [
          "info cpu-limit limits.cpu",
          "warning memory-limit limits.memory",
          "warning memory-request requests.memory",
        ],
      }
    `);
  });

  test("of several that stand for each other the most severe one is told", () => {
    expect(judged(documents(workload()), resources, { packs: [boundedResources()] })).toMatchInlineSnapshot(`
      {
        "standingFor": [
          "resources-missing by requests-below-limits",
          "cpu-limit by requests-below-limits",
          "memory-limit by requests-below-limits",
          "cpu-request by requests-below-limits",
          "memory-request by requests-below-limits",
        ],
        "told": [
          "error requests-below-limits [0].resources",
        ],
      }
    `);
  });

  test("what is more severe is told all the same", () => {
    const severities = { "memory-limit": "error" } as const;
    expect(judged(documents(workload()), resources, { severities })).toMatchInlineSnapshot(`
      {
        "standingFor": [
          "cpu-limit by resources-missing",
          "cpu-request by resources-missing",
          "memory-request by resources-missing",
        ],
        "told": [
          "warning resources-missing [0].resources",
          "error memory-limit limits.memory",
        ],
      }
    `);
  });

  test("what is exempted stands for nothing", () => {
    const exemption = { object: "Deployment/web", reason: "it is small" };
    const exemptions = [
      { check: "resources-missing", ...exemption },
      { check: "memory-limit", ...exemption },
    ] as const;
    expect(judged(documents(workload()), resources, { exemptions })).toMatchInlineSnapshot(`
      {
        "standingFor": [],
        "told": [
          "info cpu-limit limits.cpu",
          "warning cpu-request requests.cpu",
          "warning memory-request requests.memory",
        ],
      }
    `);
  });

  test("the gap of a second container counts for itself", () => {
    const other = { name: "other", image: "other:1", resources: { requests: { cpu: "1", memory: "1" } } };
    const pod = { containers: [{ name: "web", image: "web:1" }, other] };
    expect(judged(documents(workload({ pod })), resources).told).toMatchInlineSnapshot(`
      [
        "warning resources-missing [0].resources",
        "info cpu-limit limits.cpu",
        "warning memory-limit limits.memory",
      ]
    `);
  });

  test("a volume of the runtime's socket, and its mounts", () => {
    const volumes = [
      { name: "socket", hostPath: { path: "/var/run/docker.sock" } },
      { name: "etc", hostPath: { path: "/etc" } },
    ];
    const volumeMounts = volumes.map(({ name }) => ({ name, mountPath: `/${name}` }));
    expect(judged(documents(workload({ container: { volumeMounts }, pod: { volumes } })), /host|docker/))
      .toMatchInlineSnapshot(`
      {
        "standingFor": [
          "writable-host-mount by docker-sock",
          "pss-host-path by docker-sock",
          "pss-host-path by host-path-sensitive",
        ],
        "told": [
          "warning writable-host-mount [1].readOnly",
          "warning docker-sock hostPath.path",
          "warning host-path-sensitive hostPath.path",
        ],
      }
    `);
  });

  test("privileges, users, images and ports", () => {
    const container = {
      image: "web",
      securityContext: { privileged: true, runAsUser: 0, capabilities: { add: ["SYS_ADMIN"] } },
      ports: [{ containerPort: 22 }],
    };
    const about = /privilege|capabilities|image-|port$/;
    expect(judged(documents(workload({ container })), about)).toMatchInlineSnapshot(`
      {
        "standingFor": [
          "image-digest by image-tag-latest",
          "privileged-port by ssh-port",
          "pss-privilege-escalation by pss-privileged",
          "pss-capabilities by pss-privileged",
          "pss-capabilities-restricted by pss-privileged",
        ],
        "told": [
          "warning image-tag-latest [0].image",
          "warning ssh-port [0].containerPort",
          "warning pss-privileged securityContext.privileged",
        ],
      }
    `);
    expect(judged(documents(workload({ container })), /user|root$/, { packs: [nonRootUsers()] }))
      .toMatchInlineSnapshot(`
      {
        "standingFor": [
          "pss-run-as-user by run-as-user",
          "pss-run-as-non-root by run-as-user",
        ],
        "told": [
          "error run-as-user securityContext.runAsUser",
          "error run-as-user securityContext.runAsNonRoot",
        ],
      }
    `);
  });
});

test("no check stands for itself", () => {
  expect(registry.filter(({ id, standsFor = [] }) => (standsFor as readonly string[]).includes(id))).toEqual([]);
});
