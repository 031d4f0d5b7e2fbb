import { expect, test } from "vitest";
import { containerPort } from "../../../src/checks/api-validity/container-port.ts";
import { judge } from "../../judge.ts";
import { podWith, type Parts } from "./pod-with.ts";
import { testTakenPods } from "./test-verdicts.ts";

const taken: readonly Parts[] = [
  {},
  { container: { ports: [{ containerPort: 1 }, { name: "http-2", containerPort: 65_535, protocol: "UDP" }] } },
  {
    container: { ports: [{ name: "a", containerPort: 1 }] },
    spec: { initContainers: [{ name: "b", image: "b", ports: [{ name: "a", containerPort: 2 }] }] },
  },
];

testTakenPods(containerPort, taken);

test("numbers out of range", () => {
  expect(judge(containerPort, podWith({ container: { ports: [{ containerPort: 0 }, { containerPort: 65_536 }] } })))
    .toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.containers[0].ports[0].containerPort: containerPort is 0, and must be from 1 to 65535; set it to the port that the container listens on",
      "error Pod default/web spec.containers[0].ports[1].containerPort: containerPort is 65536, and must be from 1 to 65535; set it to the port that the container listens on",
    ]
  `);
});

test("names that are invalid", () => {
  expect(
    judge(
      containerPort,
      podWith({
        container: {
          ports: ["HTTP", "80", "a--b", "-a", "a".repeat(16)].map((name, index) => ({
            name,
            containerPort: index + 1,
          })),
        },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.containers[0].ports[0].name: the port's name "HTTP" must consist of lower case letters, digits and hyphens; correct the port's name",
      "error Pod default/web spec.containers[0].ports[1].name: the port's name "80" must contain at least one letter; correct the port's name",
      "error Pod default/web spec.containers[0].ports[2].name: the port's name "a--b" must not contain two hyphens in a row; correct the port's name",
      "error Pod default/web spec.containers[0].ports[3].name: the port's name "-a" must not begin or end with a hyphen; correct the port's name",
      "error Pod default/web spec.containers[0].ports[4].name: the port's name "aaaaaaaaaaaaaaaa" must have at most 15 characters; correct the port's name",
    ]
  `);
});

test("a name that two ports of a container have", () => {
  expect(
    judge(
      containerPort,
      podWith({
        container: {
          ports: [
            { name: "http", containerPort: 1 },
            { name: "http", containerPort: 2 },
          ],
        },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.containers[0].ports[1].name: another port of the container is called "http" too; give each port of the container a name of its own",
    ]
  `);
});
