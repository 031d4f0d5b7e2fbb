import { expect, test } from "vitest";
import { fieldPath } from "../../../src/checks/api-validity/field-path.ts";
import { judge } from "../../judge.ts";
import { podWith, type Parts } from "./pod-with.ts";
import { testTakenPods } from "./test-verdicts.ts";

const taken: readonly Parts[] = [
  {},
  {
    container: {
      env: [
        { name: "A", valueFrom: { fieldRef: { apiVersion: "v1", fieldPath: "metadata.labels['example.com/a']" } } },
        { name: "B", valueFrom: { fieldRef: { fieldPath: "metadata.annotations['Example.com/A']" } } },
        { name: "C", valueFrom: { fieldRef: { fieldPath: "status.podIPs" } } },
        { name: "D", valueFrom: { resourceFieldRef: { resource: "limits.cpu", divisor: "1m" } } },
        { name: "E", valueFrom: { resourceFieldRef: { resource: "requests.hugepages-2Mi", divisor: "1Mi" } } },
        { name: "F", valueFrom: { resourceFieldRef: { resource: "limits.memory", divisor: "1000" } } },
        { name: "G", valueFrom: { resourceFieldRef: { resource: "limits.memory", divisor: 0 } } },
      ],
    },
    spec: {
      volumes: [{ name: "a", downwardAPI: { items: [{ path: "a", fieldRef: { fieldPath: "metadata.labels" } }] } }],
    },
  },
];

testTakenPods(fieldPath, taken);

test("fields that cannot be read", () => {
  expect(
    judge(
      fieldPath,
      podWith({
        container: {
          env: [
            { name: "A", valueFrom: { fieldRef: { fieldPath: "metadata.labels" } } },
            { name: "B", valueFrom: { fieldRef: { fieldPath: "spec.containers['web']" } } },
            { name: "C", valueFrom: { fieldRef: { fieldPath: "metadata.labels['a b']" } } },
            { name: "D", valueFrom: { fieldRef: { apiVersion: "v2", fieldPath: "metadata.name" } } },
          ],
        },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.containers[0].env[0].valueFrom.fieldRef.fieldPath: the field "metadata.labels" is not one of metadata.name, metadata.namespace, metadata.uid, spec.nodeName, spec.serviceAccountName, status.hostIP, status.hostIPs, status.podIP, status.podIPs, metadata.labels['key'], metadata.annotations['key']; correct the field",
      "error Pod default/web spec.containers[0].env[1].valueFrom.fieldRef.fieldPath: the field "spec.containers['web']" is not one of metadata.name, metadata.namespace, metadata.uid, spec.nodeName, spec.serviceAccountName, status.hostIP, status.hostIPs, status.podIP, status.podIPs, metadata.labels['key'], metadata.annotations['key']; correct the field",
      "error Pod default/web spec.containers[0].env[2].valueFrom.fieldRef.fieldPath: the field "metadata.labels['a b']" has a key that must consist of letters, digits, hyphens, underscores and dots, and begin and end with a letter or digit; correct the field",
      "error Pod default/web spec.containers[0].env[3].valueFrom.fieldRef.apiVersion: the field's apiVersion is "v2", and must be v1; leave it out",
    ]
  `);
});

test("resources that cannot be read, and divisors of none", () => {
  expect(
    judge(
      fieldPath,
      podWith({
        container: {
          env: [
            { name: "A", valueFrom: { resourceFieldRef: { resource: "cpu" } } },
            { name: "B", valueFrom: { resourceFieldRef: { resource: "limits.cpu", divisor: "2" } } },
            { name: "C", valueFrom: { resourceFieldRef: { resource: "limits.memory", divisor: "1e3" } } },
            { name: "D", valueFrom: { resourceFieldRef: { resource: "limits.memory", divisor: "1024" } } },
          ],
        },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.containers[0].env[0].valueFrom.resourceFieldRef.resource: the resource "cpu" is not one of limits.cpu, requests.cpu, limits.memory, requests.memory, limits.ephemeral-storage, requests.ephemeral-storage; correct the resource",
      "error Pod default/web spec.containers[0].env[1].valueFrom.resourceFieldRef.divisor: the divisor 2 of limits.cpu is not 1m or 1; write 1m or 1",
      "error Pod default/web spec.containers[0].env[2].valueFrom.resourceFieldRef.divisor: the divisor 1e3 of limits.memory is not 1, or one of a unit such as 1k, 1Mi or 1Gi; write 1, or one of a unit such as 1k, 1Mi or 1Gi",
      "error Pod default/web spec.containers[0].env[3].valueFrom.resourceFieldRef.divisor: the divisor 1024 of limits.memory is not 1, or one of a unit such as 1k, 1Mi or 1Gi; write 1, or one of a unit such as 1k, 1Mi or 1Gi",
    ]
  `);
});

test("files that read nothing, too much, or of no container", () => {
  expect(
    judge(
      fieldPath,
      podWith({
        spec: {
          volumes: [
            {
              name: "a",
              projected: {
                sources: [
                  {
                    downwardAPI: {
                      items: [
                        { path: "a" },
                        {
                          path: "b",
                          fieldRef: { fieldPath: "metadata.name" },
                          resourceFieldRef: { containerName: "web", resource: "limits.cpu" },
                        },
                        { path: "c", resourceFieldRef: { resource: "limits.cpu" } },
                        { path: "d", fieldRef: { fieldPath: "status.podIP" } },
                      ],
                    },
                  },
                ],
              },
            },
          ],
        },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.volumes[0].projected.sources[0].downwardAPI.items[0]: the file reads nothing; write one of fieldRef and resourceFieldRef",
      "error Pod default/web spec.volumes[0].projected.sources[0].downwardAPI.items[1]: the file reads fieldRef and resourceFieldRef; keep one of them",
      "error Pod default/web spec.volumes[0].projected.sources[0].downwardAPI.items[2].resourceFieldRef.containerName: the container's name is missing; write the container's name",
      "error Pod default/web spec.volumes[0].projected.sources[0].downwardAPI.items[3].fieldRef.fieldPath: the field "status.podIP" is not one of metadata.name, metadata.namespace, metadata.uid, metadata.labels, metadata.annotations, metadata.labels['key'], metadata.annotations['key']; correct the field",
    ]
  `);
});
