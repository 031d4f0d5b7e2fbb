import { expect, test } from "vitest";
import { labelCopies, planAssignments } from "../src/index.ts";
import { overlayText } from "./overlay-text.ts";

const objects = [
  {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name: "web" },
    spec: {
      template: {
        spec: {
          containers: [
            { name: "web", image: "acme/web" },
            { name: "proxy", image: "proxy" },
          ],
          initContainers: [{ name: "migrate", image: "acme/migrate:1" }],
        },
      },
    },
  },
];

function replacement(fieldPath: string, target: string, options: object = { delimiter: ":", index: 1 }): object {
  return { source: { kind: "Deployment", name: "web", fieldPath, options }, targets: [{ fieldPaths: [target] }] };
}

const image = "spec.template.spec.containers.[name=web].image";
const label = "metadata.labels.[app.kubernetes.io/version]";

test("are the replacements that copy from an image into a label", () => {
  const replacements = [
    replacement(image, label),
    replacement("spec.template.spec.containers.1.image", "spec.selector.matchLabels.version"),
    replacement("spec.template.spec.initContainers.[name=migrate].image", "spec.template.metadata.labels.schema"),
    replacement("spec.template.spec.containers.[name=other].image", label),
    replacement(image, "metadata.annotations.[example.com/image]"),
    replacement("metadata.name", label),
    { path: "replacement.yaml" },
    { source: { kind: "Deployment", fieldPath: image }, targets: null },
    null,
  ];
  const colon = { delimiter: ":", index: 1 };
  expect(labelCopies({ replacements }, objects)).toEqual([
    { name: "acme/web", label: "app.kubernetes.io/version", ...colon },
    { name: "proxy", label: "version", ...colon },
    { name: "acme/migrate", label: "schema", ...colon },
    // Nothing tells its image, so it may be any.
    { name: undefined, label: "app.kubernetes.io/version", ...colon },
  ]);
  expect(labelCopies({}, objects)).toEqual([]);
});

const digest = `sha256:${"ab".repeat(32)}`;
const overlay = overlayText("prod", 'images:\n- name: acme/web\n  newTag: "1.0.0"\n- name: proxy\n  newTag: "1.0.0"\n');

/** What would be written into the label, or that nothing stands against it. */
function judged(assignment: string, copy: object = replacement(image, label)): string {
  const copies = labelCopies({ replacements: [copy] }, objects);
  const assignments = [assignment];
  const { problems } = planAssignments({ overlay, assignments, services: new Map(), copies, allowLatest: false });
  return problems.map(({ what }) => what.replace(/^.*app\.kubernetes\.io\/version, /, "")).join("\n");
}

test.for([
  ["acme/web=1.10", ""],
  ["acme/web=registry.example.com/web:1.10", ""],
  [`acme/web=${digest}`, `and it would copy ${"ab".repeat(32)}`],
  [`acme/web=1.10@${digest}`, "and it would copy 1.10@sha256"],
  ["acme/web=registry:5000/web:1.10", "and it would copy 5000/web"],
  ["acme/web=_1", "and _1 is not a label's value"],
  [`acme/web=${"1".repeat(64)}`, `and ${"1".repeat(64)} is not a label's value`],
  [`proxy=registry:5000/proxy:1@${digest}`, ""],
] as const)("of %s", ([assignment, problem]) => {
  expect(judged(assignment)).toBe(problem);
});

test("with another delimiter or index", () => {
  expect(judged("acme/web=registry:5000/web:1.10", replacement(image, label, { delimiter: ":", index: 2 }))).toBe("");
  expect(judged("acme/web=1.10", replacement(image, label, { delimiter: ":", index: 2 }))).toBe("and it has none");
  expect(judged("acme/web=1.10", replacement(image, label, {}))).toBe("and it would copy acme/web:1.10");
});
