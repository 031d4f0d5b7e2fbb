import { expect, test } from "vitest";
import { metadataForbidden } from "../../../src/checks/conventions/metadata-forbidden.ts";
import { forbiddenMetadata } from "../../../src/policy/packs.ts";
import { judge } from "../../judge.ts";
import { documents, workload } from "../../manifests.ts";

const policy = { packs: [forbiddenMetadata({ labels: ["team"], annotations: ["example.com/off"] })] };

test("none of them, and where nobody forbids any", () => {
  expect(judge(metadataForbidden, documents(workload()), { policy })).toEqual([]);
  expect(judge(metadataForbidden, documents(workload({ labels: { team: "shop" } })))).toEqual([]);
});

test("of an object and of its pods", () => {
  const object = {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name: "a", annotations: { "example.com/off": "" } },
  };
  const found = judge(metadataForbidden, documents(workload({ labels: { team: "shop" } }), object), { policy });
  expect(found).toMatchInlineSnapshot(`
    [
      "error Deployment shop/web spec.template.metadata.labels.team: it has the label team, which the policy forbids; leave it out",
      "error ConfigMap default/a metadata.annotations["example.com/off"]: it has the annotation example.com/off, which the policy forbids; leave it out",
    ]
  `);
});
