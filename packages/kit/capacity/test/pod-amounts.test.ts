import { describe, expect, test } from "vitest";
import { clusterOf, container, objectOf, reportOf } from "./objects.ts";

const mebi = 1024 * 1024;

/** What a pod requests and may use: thousandths of a CPU, and Mi. */
function amounts(spec: object): string {
  const [pod] = reportOf(clusterOf({}), objectOf("Pod", "one", spec)).environments[0]!.services;
  const { requests, limits } = pod!.perPod;
  const text = [requests, limits].map(({ cpu, memory }) => `${cpu}m ${memory / mebi}Mi`).join(", at most ");
  return pod!.unlimited.length === 0 ? text : `${text}, no limit of ${pod!.unlimited.join(" and ")}`;
}

const small = { cpu: "100m", memory: "64Mi" };
const middle = { cpu: "250m", memory: "128Mi" };
const big = { cpu: "1", memory: "1Gi" };
const sidecar = (requests: object): object => ({ ...container(requests), restartPolicy: "Always" });

test.each([
  ["containers add up", { containers: [container(small), container(middle, big)] }, "350m 192Mi, at most 1100m 1088Mi"],
  [
    "a limit without a request is the request",
    { containers: [{ name: "app", resources: { limits: middle, requests: { cpu: "50m" } } }] },
    "50m 128Mi, at most 250m 128Mi",
  ],
  [
    "without a limit the request counts, and that is said",
    { containers: [{ name: "app", resources: { requests: middle, limits: { memory: "1Gi" } } }, container(small)] },
    "350m 192Mi, at most 350m 1088Mi, no limit of cpu",
  ],
  ["nothing at all", { containers: [{ name: "app" }] }, "0m 0Mi, at most 0m 0Mi, no limit of cpu and memory"],
  [
    "an init container counts where it is more than all containers, each resource by itself",
    { containers: [container(small), container(small)], initContainers: [container({ cpu: "150m", memory: "1Gi" })] },
    "200m 1024Mi, at most 200m 1024Mi",
  ],
  [
    "init containers run one after the other",
    { containers: [container(small)], initContainers: [container(middle), container(middle)] },
    "250m 128Mi, at most 250m 128Mi",
  ],
  [
    "a sidecar adds to the containers, and to the init containers after it",
    { containers: [container(small)], initContainers: [sidecar(middle), container(middle), sidecar(small)] },
    "500m 256Mi, at most 500m 256Mi",
  ],
  [
    "a sidecar does not add to an init container before it",
    { containers: [container(small)], initContainers: [container(big), sidecar(middle)] },
    "1000m 1024Mi, at most 1000m 1024Mi",
  ],
  [
    "overhead adds to the requests, and to limits that there are",
    { containers: [container(small, { cpu: "200m" })], overhead: { cpu: "10m", memory: "16Mi" } },
    "110m 80Mi, at most 210m 80Mi, no limit of memory",
  ],
  [
    "requests of the pod as a whole win over those of its containers",
    { containers: [container(small)], resources: { requests: { cpu: "1" }, limits: { cpu: "2" } } },
    "1000m 64Mi, at most 2000m 64Mi",
  ],
  [
    "a limit of the pod as a whole is its request where no container has one",
    { containers: [{ name: "app", resources: { requests: { cpu: "300m" } } }], resources: { limits: big } },
    "300m 1024Mi, at most 1000m 1024Mi",
  ],
  [
    "numbers and exponents",
    { containers: [container({ cpu: 0.5, memory: "1048576000m" }, { cpu: "5e-1", memory: 1_048_576_000 })] },
    "500m 1Mi, at most 500m 1000Mi",
  ],
])("%s", (_, spec, expected) => expect(amounts(spec)).toBe(expected));

describe("what cannot be read is an error with file and field", () => {
  test.each([
    [
      { containers: [container({ cpu: "half" })] },
      'spec.containers.0.resources.requests cpu must be a quantity such as "500m" or "4Gi", got "half"',
    ],
    [
      { containers: [container({ memory: "-1Gi" })] },
      'spec.containers.0.resources.requests memory must not be negative, got "-1Gi"',
    ],
    [
      { containers: [container({ memory: "2Pi" })] },
      'spec.containers.0.resources.requests memory is more than any machine has, got "2Pi"',
    ],
    [{ containers: "app" }, 'spec.containers must be a list of containers, got "app"'],
  ])("%j", (spec, expected) => {
    const wrong = [objectOf("Pod", "one", spec), objectOf("Pod", "two", { containers: [container({ cpu: [] })] })];
    expect(() => reportOf(clusterOf({}), ...wrong)).toThrow(
      `error[object-invalid]: Pod one: ${expected}\n  where:  generated/rendered/dev/0.yaml\n` +
        "  to fix: change it in the package or the overlay, and run `pnpm build`\n\n",
    );
  });
});
