import { expect, test } from "vitest";
import { ephemeralVolume } from "../../../src/checks/api-validity/ephemeral-volume.ts";
import { judge } from "../../judge.ts";
import { podWith, type Parts } from "./pod-with.ts";
import { testTakenPods } from "./test-verdicts.ts";

const taken: readonly Parts[] = [
  {},
  {
    spec: {
      volumes: [
        {
          name: "data",
          ephemeral: {
            volumeClaimTemplate: {
              metadata: { labels: { a: "b" } },
              spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "1Gi" } } },
            },
          },
        },
        { name: "other", persistentVolumeClaim: { claimName: "data" } },
      ],
    },
  },
  {
    kind: "Deployment",
    spec: {
      volumes: [
        {
          name: "data",
          ephemeral: {
            volumeClaimTemplate: {
              spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "1Gi" } } },
            },
          },
        },
        { name: "other", persistentVolumeClaim: { claimName: "web-data" } },
      ],
    },
  },
];

testTakenPods(ephemeralVolume, taken);

test("one without claim template", () => {
  expect(judge(ephemeralVolume, podWith({ kind: "Deployment", spec: { volumes: [{ name: "data", ephemeral: {} }] } })))
    .toMatchInlineSnapshot(`
    [
      "error Deployment default/web spec.template.spec.volumes[0].ephemeral.volumeClaimTemplate: the claim template is missing; write the claim template",
    ]
  `);
});

test("metadata that claims made for a pod do not take, and a claim that is made and named", () => {
  expect(
    judge(
      ephemeralVolume,
      podWith({
        spec: {
          volumes: [
            {
              name: "data",
              ephemeral: {
                volumeClaimTemplate: {
                  metadata: { name: "data" },
                  spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "1Gi" } } },
                },
              },
            },
            { name: "same", persistentVolumeClaim: { claimName: "web-data" } },
          ],
        },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.volumes[0].ephemeral.volumeClaimTemplate.metadata.name: the claim template's metadata has name, and takes only labels and annotations; leave it out",
      "error Pod default/web spec.volumes[1].persistentVolumeClaim.claimName: the claim "web-data" is made for the ephemeral volume "data"; name another claim",
    ]
  `);
});

test("labels that are invalid", () => {
  expect(
    judge(
      ephemeralVolume,
      podWith({
        spec: {
          volumes: [
            {
              name: "data",
              ephemeral: {
                volumeClaimTemplate: {
                  metadata: { labels: { "a b": "c d" } },
                  spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "1Gi" } } },
                },
              },
            },
          ],
        },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.volumes[0].ephemeral.volumeClaimTemplate.metadata.labels["a b"]: the label "a b" must consist of letters, digits, hyphens, underscores and dots, and begin and end with a letter or digit; correct the label",
      "error Pod default/web spec.volumes[0].ephemeral.volumeClaimTemplate.metadata.labels["a b"]: the label's value "c d" must consist of letters, digits, hyphens, underscores and dots, and begin and end with a letter or digit; correct the label's value",
    ]
  `);
});
