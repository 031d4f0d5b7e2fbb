import { previewTemplate, type PreviewTemplate } from "@kit/gitops/previews";
import { sampleRequest, triedRequests, type PreviewRequest } from "@kit/model";
import { findKustomize, joinDocuments, splitDocuments } from "@kit/render";
import { expect, test } from "vitest";
import { proveTemplate } from "../src/previews/prove-template.ts";

const where = "packages/shop/environments/src/index.ts";

function rendered({ number }: PreviewRequest) {
  return splitDocuments(
    [
      `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop-pr-${number}\n`,
      `apiVersion: v1\ndata:\n  URL: https://pr-${number}.example.com/?a=1&b=<${number}>\n  script: |\n    echo "\${NAME}" {{ .x }}\n` +
        `kind: ConfigMap\nmetadata:\n  name: web\n  namespace: shop-pr-${number}\n`,
    ].join("---\n"),
  );
}

async function proved(change: (template: PreviewTemplate) => PreviewTemplate) {
  const place = { id: "preview", namespace: `shop-pr-${sampleRequest.number}` };
  const sample = rendered(sampleRequest);
  const [one, other] = triedRequests.map(rendered);
  const { template, problems } = previewTemplate(place, sample, [one!, other!], where);
  expect(problems).toEqual([]);
  const engine = await findKustomize({ env: process.env });
  const options = { engine, env: process.env, where };
  return proveTemplate("preview", joinDocuments(sample), change(template), other!, options);
}

test("kustomize makes what a request renders of the sample and the patches", async () => {
  expect(await proved((template) => template)).toEqual([]);
});

test("an object that it does not make is named", async () => {
  const problems = await proved(({ patches, ...rest }) => ({ ...rest, patches: patches.slice(0, 1) }));
  expect(problems).toEqual([
    {
      code: "preview-value",
      what: 'the preview "preview" has ConfigMap "web", which kustomize does not make of the sample by patches',
      where,
      next: "write it without what is unusual there, or leave it out of the preview: `services` says what one has",
    },
  ]);
});

test("patches that do not fit the sample are refused", async () => {
  const problems = await proved(({ patches, ...rest }) => ({
    ...rest,
    patches: patches.map(({ target, operations }) => ({
      target,
      operations: operations.map((one) => (one.op === "test" ? { ...one, value: "of another commit" } : one)),
    })),
  }));
  expect(problems.map(({ what }) => what)).toEqual([
    'the preview "preview" has objects that kustomize refuses to patch',
  ]);
});
