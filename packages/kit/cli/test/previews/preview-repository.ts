import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { exampleRepository } from "@kit/testing";

/**
 * The example with a preview of its system `shop`, as somebody would write it.
 *
 * @param change Changes what defines the preview.
 */
export function previewRepository(change: (source: string) => string = (source) => source) {
  const repository = exampleRepository();
  const edit = (path: string, by: (text: string) => string): void => {
    const file = join(repository.path, path);
    writeFileSync(file, by(readFileSync(file, "utf8")));
  };
  const add = (path: string, text: string): void => {
    const file = join(repository.path, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  add(previewFile, change(preview));
  edit("packages/shop/environments/src/index.ts", (text) =>
    text
      .replace("[dev, prod]", "[dev, prod, preview]")
      .replace("import { prod }", 'import { preview } from "./preview.ts";\nimport { prod }'),
  );
  edit("packages/gitops/src/index.ts", (text) =>
    text.replace(
      "    prod: {",
      `    preview: {
      destination: "shop-previews",
      policy: automaticSync(),
      pullRequests: { host: "github", project: "example/shop", labels: ["preview"] },
    },
    prod: {`,
    ),
  );
  add(
    overlayFile,
    readFileSync(join(repository.path, "overlays/dev/kustomization.yaml"), "utf8").replace(
      "environments/dev",
      "environments/preview",
    ),
  );
  return Object.assign(repository, { edit });
}

const previewFile = "packages/shop/environments/src/preview.ts";
export const overlayFile = "overlays/preview/kustomization.yaml";

const preview = `import { defineCluster, defineEnvironment, definePreview, externalSecrets, previewNamespace, tlsSecret } from "typed-manifests";
import type { ShopEnvironment } from "./schema.ts";
import { appSecrets } from "./secrets.ts";

const previews = defineCluster({
  id: "shop-previews",
  nodes: [{ count: 2, cpu: "8", memory: "32Gi" }],
  reserve: { cpu: "1", memory: "2Gi" },
  target: 90,
  ingressController: { namespace: "ingress-nginx", podLabels: { "app.kubernetes.io/name": "ingress-nginx" } },
});

export const preview = definePreview({
  max: 5,
  images: { "shop-web": ({ number, shortCommit }) => \`pr-\${number}-\${shortCommit(7)}\` },
  environment: ({ number }) =>
    defineEnvironment<ShopEnvironment>({
      id: "preview",
      environment: "development",
      namespace: \`shop-pr-\${number}\`,
      cluster: previews,
      objects: [previewNamespace(\`shop-pr-\${number}\`)],
      frontendUrl: \`https://pr-\${number}.preview.example.com\`,
      allowedOrigins: [\`https://pr-\${number}.preview.example.com\`, \`https://pr-\${number}-chat.preview.example.com\`],
      apiUrl: "http://backend-service:8000",
      signInUrl: \`https://pr-\${number}.preview.example.com\`,
      logLevel: "DEBUG",
      exposure: {
        backend: { type: "ClusterIP" },
        web: { type: "Ingress", host: \`pr-\${number}.preview.example.com\` },
        chat: { type: "Ingress", host: \`pr-\${number}-chat.preview.example.com\` },
      },
      secrets: [
        appSecrets,
        tlsSecret(\`pr-\${number}.preview.example.com\`),
        tlsSecret(\`pr-\${number}-chat.preview.example.com\`),
      ],
      secretSource: externalSecrets({ store: { kind: "ClusterSecretStore", name: "previews" } }),
    }),
});
`;

/** What makes of the definition a plain environment of one pull request, to compare with. */
export function asPlain(number: string): (source: string) => string {
  return (source) =>
    source
      .replace(/definePreview\(\{[^]*?environment: \(\{ number \}\) =>/, "((number: string) =>")
      .replace(/\}\),\n\}\);\n$/, `}))("${number}");\n`)
      .replace("definePreview, ", "");
}
