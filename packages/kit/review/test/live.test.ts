import { stripVTControlCharacters } from "node:util";
import { dump } from "js-yaml";
import { expect, test } from "vitest";
import {
  formatJson,
  formatMarkdown,
  formatSarif,
  formatText,
  review,
  type FieldOwner,
  type Review,
} from "../src/index.ts";

const pod = { labels: { app: "a" } };
const containers = (image: string, port: number) => [
  { name: "web", image, args: ["a", "b"], ports: [{ containerPort: port, protocol: "TCP" }] },
];
const deployment = (replicas: number, image: string, port = 80, args?: readonly string[]): object => ({
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: "a", namespace: "shop", finalizers: args ?? [] },
  spec: {
    replicas,
    selector: { matchLabels: pod.labels },
    template: { metadata: pod, spec: { containers: containers(image, port) } },
  },
});

/** What a cluster has before and after a sync. */
function live(before: object, after: object, owners: readonly FieldOwner[], refused?: string): Review {
  const sides = {
    environment: "dev",
    before: [{ where: "context minikube", text: dump(before), owners }],
    after: [
      { where: "generated/rendered/dev/a.yaml", text: dump(after), ...(refused === undefined ? {} : { refused }) },
    ],
    overlay: undefined,
  };
  return review({ base: "context minikube", head: "generated/rendered/dev", sides: [sides] });
}

const fieldsOf = ({ environments }: Review): string[] =>
  environments[0]!.changes[0]!.fields.map(({ path, origin }) => `${path}: ${origin?.files.join(", ") ?? "nobody"}`);

test("says who has set a value in the cluster: a field, an item by its key or its value, and a whole", () => {
  const container = { "f:image": {}, "f:ports": { 'k:{"containerPort":80,"protocol":"TCP"}': {} } };
  const owners = [
    { manager: "another", fields: { "f:metadata": { "f:finalizers": { 'v:"y"': {} } } } },
    { manager: "scaler", fields: { "f:spec": { "f:replicas": {} } } },
    {
      manager: "kubectl-edit",
      fields: {
        "f:metadata": { "f:finalizers": { 'v:"x"': {} } },
        "f:spec": { "f:template": { "f:spec": { "f:containers": { 'k:{"name":"web"}': container } } } },
      },
    },
    {
      manager: "other",
      fields: { "f:spec": { "f:template": { "f:spec": { "f:containers": { 'k:{"name":"proxy"}': {} } } } } },
    },
  ];
  const reviewed = live(deployment(5, "web:2", 80, ["x"]), deployment(2, "web:1", 81), owners);
  expect(fieldsOf(reviewed)).toEqual([
    "metadata.finalizers[]: kubectl-edit",
    "spec.replicas: scaler",
    "spec.template.spec.containers[name=web].image: kubectl-edit",
    "spec.template.spec.containers[name=web].ports[containerPort=80]: kubectl-edit",
    "spec.template.spec.containers[name=web].ports[containerPort=81]: nobody",
  ]);
});

test("is in every format", () => {
  const owners = [{ manager: "kubectl-edit", fields: { "f:spec": { "f:replicas": {} } } }];
  const refused = "The Deployment\n  is invalid: no";
  const reviewed = live(deployment(5, "web:2"), deployment(2, "web:1"), owners, refused);
  expect(stripVTControlCharacters(formatText(reviewed, false))).toMatchInlineSnapshot(`
    "dev: 1 changed

      breaks Deployment shop/a  nothing happens to it: the API server refuses it
        generated/rendered/dev/a.yaml
        breaks refused: The Deployment is invalid: no
          → the sync stops there  docs/risks/refused.md
        caution image-major: the major version of web goes down from 2 to 1: it may break what it promised
          → nothing happens to it: the API server refuses it  docs/risks/image-major.md
        caution replicas-lowered: the replicas go down from 5 to 2
          → nothing happens to it: the API server refuses it  docs/risks/replicas-lowered.md
        ~ spec.replicas: 5 → 2  set by kubectl-edit in the cluster
        ~ spec.template.spec.containers[name=web].image: web:2 → web:1

    1 changed: 1 breaks (from context minikube to generated/rendered/dev)
    "
  `);
  expect(formatMarkdown(reviewed).split("\n").slice(11)).toMatchInlineSnapshot(`
    [
      "",
      "- **breaks** Deployment shop/a",
      "  - \`refused\`: The Deployment is invalid: no → the sync stops there",
      "  - \`image-major\`: the major version of web goes down from 2 to 1: it may break what it promised → nothing happens to it: the API server refuses it",
      "  - \`replicas-lowered\`: the replicas go down from 5 to 2 → nothing happens to it: the API server refuses it",
      "",
      "  \`\`\`diff",
      "  ! spec.replicas: 5 → 2  # set by kubectl-edit in the cluster",
      "  ! spec.template.spec.containers[name=web].image: web:2 → web:1",
      "  \`\`\`",
      "",
      "</details>",
      "",
    ]
  `);
  const [field] = (JSON.parse(formatJson(reviewed)) as { environments: { objects: { fields: object[] }[] }[] })
    .environments[0]!.objects[0]!.fields;
  expect(field).toMatchObject({ path: "spec.replicas", origin: { by: "cluster", files: ["kubectl-edit"] } });
  expect(formatSarif(reviewed)).not.toContain("kubectl-edit");
});

test("an object that the API server refuses is a change, also where nothing in it differs", () => {
  const same = deployment(1, "web:1");
  expect(stripVTControlCharacters(formatText(live(same, same, [], "denied"), false))).toMatchInlineSnapshot(`
    "dev: 1 changed

      breaks Deployment shop/a  nothing happens to it: the API server refuses it
        generated/rendered/dev/a.yaml
        breaks refused: denied
          → the sync stops there  docs/risks/refused.md

    1 changed: 1 breaks (from context minikube to generated/rendered/dev)
    "
  `);
});
