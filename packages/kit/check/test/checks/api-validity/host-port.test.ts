import { expect, test } from "vitest";
import { hostPort } from "../../../src/checks/api-validity/host-port.ts";
import { judge } from "../../judge.ts";
import { podWith, type Parts } from "./pod-with.ts";
import { testTakenPods } from "./test-verdicts.ts";

const taken: readonly Parts[] = [
  {},
  {
    container: {
      ports: [
        { containerPort: 80, hostPort: 80 },
        { containerPort: 81, hostPort: 80, protocol: "UDP" },
        { containerPort: 82, hostPort: 80, hostIP: "10.0.0.1" },
      ],
    },
  },
  {
    kind: "Deployment",
    container: { ports: [{ containerPort: 80 }, { containerPort: 81, hostPort: 81 }] },
    spec: { hostNetwork: true },
  },
  {
    container: { ports: [{ containerPort: 80, hostPort: 80 }] },
    spec: { initContainers: [{ name: "a", image: "a", ports: [{ containerPort: 80, hostPort: 80 }] }] },
  },
];

testTakenPods(hostPort, taken);

test("numbers out of range", () => {
  expect(
    judge(
      hostPort,
      podWith({
        container: {
          ports: [
            { containerPort: 80, hostPort: -1 },
            { containerPort: 81, hostPort: 65_536 },
          ],
        },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.containers[0].ports[0].hostPort: hostPort is -1, and must be from 1 to 65535; set it to a port of the node, or leave it out",
      "error Pod default/web spec.containers[0].ports[1].hostPort: hostPort is 65536, and must be from 1 to 65535; set it to a port of the node, or leave it out",
    ]
  `);
});

test("a port that is used twice", () => {
  expect(
    judge(
      hostPort,
      podWith({
        kind: "Deployment",
        container: { ports: [{ containerPort: 80, hostPort: 80 }] },
        spec: {
          containers: [
            { name: "web", image: "web:1", ports: [{ containerPort: 80, hostPort: 80 }] },
            { name: "b", image: "b", ports: [{ containerPort: 81, hostPort: 80 }] },
          ],
        },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Deployment default/web spec.template.spec.containers[1].ports[0].hostPort: the TCP port 80 of the host is used twice in the pod; take another port, or leave hostPort out",
    ]
  `);
});

test("another number on the host's network", () => {
  expect(
    judge(
      hostPort,
      podWith({
        kind: "Deployment",
        container: { ports: [{ containerPort: 8080, hostPort: 80 }] },
        spec: { hostNetwork: true },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Deployment default/web spec.template.spec.containers[0].ports[0].hostPort: hostPort 80 is not containerPort 8080, and the pod uses the host's network; leave hostPort out: with hostNetwork it is containerPort",
    ]
  `);
});

test("a port that a Pod on the host's network gets twice", () => {
  expect(
    judge(
      hostPort,
      podWith({
        spec: {
          hostNetwork: true,
          containers: [
            { name: "a", image: "a", ports: [{ containerPort: 80 }] },
            { name: "b", image: "b", ports: [{ containerPort: 80 }] },
          ],
        },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.containers[1].ports[0].hostPort: the TCP port 80 of the host is used twice in the pod; take another port, or leave hostPort out",
    ]
  `);
});
