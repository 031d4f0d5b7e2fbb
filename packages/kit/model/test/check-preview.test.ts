import { describe, expect, test } from "vitest";
import {
  checkEnvironment,
  defineCluster,
  defineEnvironment,
  definePreview,
  defineSecret,
  anyText,
  environmentSchema,
  externalSecrets,
  previewFor,
  previewNamespace,
  restrictedNamespace,
  sampleRequest,
  sealedSecret,
  secretsByHand,
  sopsFile,
  tlsSecret,
  type Environment,
  type Preview,
  type PreviewRequest,
} from "../src/index.ts";
import { problemsOf } from "./problems-of.ts";

const schema = environmentSchema({});
const cluster = defineCluster({
  id: "one",
  nodes: [{ count: 1, cpu: "4", memory: "8Gi" }],
  reserve: { cpu: "500m", memory: "1Gi" },
  target: 70,
});
const secret = defineSecret({
  name: "app",
  provider: "team",
  keys: { KEY: { description: "a key", value: anyText() } },
});
const store = externalSecrets({ store: { kind: "ClusterSecretStore", name: "previews" } });

const ofNamespace = externalSecrets({ store: { kind: "SecretStore", name: "vault" } });
// What kubeseal prints: the length of a key, a key of that length, and more.
const sealed = sealedSecret(secret, {
  KEY: Buffer.concat([Buffer.from([2, 0]), Buffer.alloc(600, 7)]).toString("base64"),
});

function preview(
  change: Partial<Environment> | ((request: PreviewRequest) => Partial<Environment>) = {},
  definition: Partial<Pick<Preview, "max" | "images">> = {},
): Environment {
  return definePreview({
    max: 5,
    images: { web: ({ number }) => `pr-${number}` },
    ...definition,
    environment: (request) =>
      defineEnvironment<Environment>({
        id: "preview",
        environment: "development",
        namespace: `shop-pr-${request.number}`,
        cluster,
        objects: [previewNamespace(`shop-pr-${request.number}`)],
        ...(typeof change === "function" ? change(request) : change),
      }),
  });
}

function said(environment: Environment): string[] {
  return checkEnvironment(schema, environment, "here").map(({ code, what, next }) => `${code}: ${what}; ${next}`);
}

test("what is right is accepted, and is the environment of the sample", () => {
  const right = preview({ secrets: [secret, tlsSecret("shop.example.com")], secretSource: store });
  expect(said(right)).toEqual([]);
  expect([right.namespace, sampleRequest.shortCommit(7), sampleRequest.shortCommit(8)]).toEqual([
    "shop-pr-123",
    "0123456",
    "01234567",
  ]);
});

test.each([0, -1, 1.5, 1001, Number.NaN])("%s is not how many there may be", (max) => {
  expect(said(preview({}, { max }))).toEqual([
    `preview-value: the preview "preview" may be there ${max} times at once, which is not a whole number from 1 to 1000; write how many the cluster is to have room for, such as max: 5`,
  ]);
});

test("it is never as production", () => {
  expect(said(preview({ environment: "staging" }))).toEqual([
    'preview-value: the preview "preview" is built as production is: its environment is "staging"; write environment: "development"; it runs what nobody has merged',
  ]);
});

describe("images", () => {
  const next =
    "write a function that gives the tag under which your CI pushes it, such as ({ number }) => `pr-${number}`";

  test("there is one at least", () => {
    expect(said(preview({}, { images: {} }))).toEqual([
      'preview-value: the preview "preview" has no images, so all pull requests would run the same; ' +
        'write images: { "<name of the overlay\'s entry>": ({ number }) => `pr-${number}` }',
    ]);
  });

  test("each is the pull request's own, by a tag that an image can have", () => {
    const images = { a: () => "latest", b: ({ number }: PreviewRequest) => `pr/${number}`, c: "x" as never };
    expect(said(preview({}, { images }))).toEqual([
      `preview-value: the preview "preview" gives a the tag "latest" whatever the pull request; ${next}`,
      `preview-value: the preview "preview" gives b the tag "pr/1357913", which no image can have; ${next}`,
      `preview-value: the preview "preview" gives c the tag "x" whatever the pull request; ${next}`,
    ]);
  });
});

describe("its namespace", () => {
  test("is each pull request's own, and begins with a name", () => {
    const next = "which begins with a name; write namespace: `<name>-pr-${number}`";
    expect(said(preview({ namespace: "previews", objects: [previewNamespace("previews")] }))).toEqual([
      `preview-value: the preview "preview" has the namespace "previews", and each pull request needs its own, ${next}`,
    ]);
    expect(said(preview(({ number }) => ({ namespace: number, objects: [previewNamespace(number)] })))).toEqual([
      `preview-value: the preview "preview" has the namespace "123", and each pull request needs its own, ${next}`,
    ]);
  });

  test("goes with it", () => {
    expect(said(preview({ objects: [] }))).toEqual([
      'preview-value: the preview "preview" has no object for its namespace "shop-pr-123", which would stay when the pull request is closed; write objects: [previewNamespace(`<the same namespace>`)]',
    ]);
    const next = "write previewNamespace(…) in its place: what is made for a pull request goes with it";
    expect(said(preview(({ number }) => ({ objects: [restrictedNamespace(`shop-pr-${number}`)] })))).toEqual([
      `preview-value: the preview "preview" would leave its namespace behind: the Namespace has the annotation argocd.argoproj.io/sync-options: Prune=false,Delete=false; ${next}`,
      `preview-value: the preview "preview" would leave its namespace behind: the Namespace has the annotation kustomize.toolkit.fluxcd.io/prune: disabled; ${next}`,
    ]);
  });
});

test("its id is one", () => {
  expect(said(preview(({ number }) => ({ id: `preview-${number}` })))).toEqual([
    'preview-value: the preview "preview-123" has an id that depends on the pull request: "preview-123", "preview-1357913", "preview-2468024"; write one id: it is the path of its overlay, which all pull requests share',
  ]);
});

test.each([
  ["nothing", undefined, "made by hand, which each new namespace would wait for in vain"],
  ["secretsByHand", secretsByHand(), "made by hand, which each new namespace would wait for in vain"],
  ["sealedSecret", sealed, "sealed, which each new namespace would wait for in vain"],
  ["sopsFile", sopsFile(secret, "app.yaml"), "encrypted by SOPS, which each new namespace would wait for in vain"],
  ["a SecretStore", ofNamespace, "from the SecretStore vault, which no new namespace has"],
] as const)("its Secrets cannot come from %s", (_, secretSource, how) => {
  expect(said(preview({ secrets: [secret], secretSource }))).toEqual([
    `preview-value: the preview "preview" has the Secret app ${how}; ` +
      'write secretSource: externalSecrets({ store: { kind: "ClusterSecretStore", name: "…" } })',
  ]);
});

test("a function that throws for another request is named", () => {
  const picky = preview(({ number }) => {
    if (number !== "123") throw new RangeError("too large");
    return {};
  });
  const asked = problemsOf(() =>
    previewFor(picky as Environment & { preview: Preview }, { ...sampleRequest, number: "4" }),
  );
  expect(asked).toEqual([
    {
      code: "package-threw",
      what: "the environment of a pull request threw RangeError: too large",
      where: 'environment "preview"',
      next: "correct the function in definePreview; it gets number, commit and shortCommit, all of them texts",
    },
  ]);
});

test("what somebody writes into `preview` by hand is refused", () => {
  const { preview: _, ...plain } = preview();
  expect(said({ ...plain, preview: { max: 5 } as never })).toEqual([
    'environment-value: environment "preview": preview must be what definePreview sets, and nobody else, got {"max":5}; change preview in the environment\'s file',
  ]);
});
