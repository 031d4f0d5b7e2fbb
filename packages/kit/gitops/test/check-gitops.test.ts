import { formatProblem } from "@kit/errors";
import { checkGitOps, checkNamespaces, plan } from "@kit/gitops";
import { automaticSync, manualSync } from "@kit/gitops/define";
import { describe, expect, test } from "vitest";
import { dev, full, preview, previewed, prod, small, staging } from "./example.ts";

const file = "packages/gitops/src/index.ts";

function said(definition: unknown, environments = [dev, prod]): string[] {
  return checkGitOps(definition, environments, file).map(({ what, next }) => `${what}; ${next}`);
}

/** What is said of the small definition with another value. */
function saidOf(change: Record<string, unknown>): string[] {
  return said({ ...small, ...change });
}

function saidOfProd(change: Record<string, unknown>): string[] {
  return saidOf({
    environments: { ...small.environments, "shop/prod": { ...small.environments["shop/prod"], ...change } },
  });
}

test("takes the smallest and the fullest definition", () => {
  expect([...said(small), ...said(full, [dev, prod, staging])]).toEqual([]);
});

describe("environments", () => {
  test("each has a destination", () => {
    expect(saidOf({ environments: {} })).toEqual([
      'the environment "dev" has no destination: environments does not have it; add dev: { destination: "…", policy: automaticSync() }',
      'the environment "shop/prod" has no destination: environments does not have it; add "shop/prod": { destination: "…", policy: automaticSync() }',
    ]);
    expect(saidOf({ environments: { ...small.environments, dev: { policy: automaticSync() } } })).toEqual([
      'the environment "dev" has no destination; give environments.dev.destination a value',
    ]);
  });

  test("each exists", () => {
    expect(saidOf({ environments: { ...small.environments, "shop/prd": small.environments["shop/prod"] } })).toEqual([
      'environments names "shop/prd", which is not an environment; the environments are: dev, shop/prod. Did you mean shop/prod?',
    ]);
  });

  test("a typed cluster is one registered cluster", () => {
    expect(saidOfProd({ destination: "minikube" })).toEqual([
      'dev and shop/prod have the destination "minikube", and run on the clusters "minikube" and "production"; ' +
        "register each cluster in Argo CD under a name of its own",
    ]);
    expect(said(small, [dev, { ...prod, cluster: dev.cluster }])).toEqual([
      'dev and shop/prod run on the cluster "minikube", and have the destinations "minikube" and "production"; ' +
        "give both the same destination, or one of them another cluster",
    ]);
  });

  test("two are not synced to one namespace of one cluster", () => {
    const shared = plan({ ...small, environments: { ...small.environments, twin: small.environments["dev"]! } }, [
      dev,
      prod,
      { ...dev, id: "twin" },
    ]);
    expect(checkNamespaces(shared, file).map(formatProblem)).toEqual([
      [
        'error[gitops-value]: dev and twin are both synced to the namespace "default" of the cluster minikube',
        `  where:  ${file}`,
        "  to fix: give one of them another namespace: the `namespace` of the environment twin, say",
      ].join("\n"),
    ]);
    const apart = { ...dev, id: "twin", cluster: { id: "another" } };
    expect(
      checkNamespaces(
        plan({ ...small, environments: { ...small.environments, twin: small.environments["dev"]! } }, [dev, apart]),
        file,
      ),
    ).toEqual([]);
  });

  test("one waits only for those that it can wait for", () => {
    expect(saidOfProd({ after: ["prod"] })).toEqual([
      'environments.shop/prod.after names "prod", which is not an environment; the environments are: dev, shop/prod',
    ]);
    expect(saidOfProd({ after: ["dev"] })).toEqual([
      'environments.shop/prod.after names "dev", which runs on another cluster: Flux cannot wait for it there; remove it',
    ]);
    const waiting = { destination: "production", policy: automaticSync() };
    const circle = {
      ...small.environments,
      "shop/prod": { ...waiting, after: ["shop/staging"] },
      "shop/staging": { ...waiting, after: ["shop/prod"] },
    };
    expect(said({ ...small, environments: circle }, [dev, prod, staging])).toEqual([
      'environments.shop/prod.after names "shop/staging", which waits for shop/prod; remove one of the two',
      'environments.shop/staging.after names "shop/prod", which waits for shop/staging; remove one of the two',
    ]);
  });
});

describe("the repository's URL", () => {
  // Made when it runs, because the scan for secrets takes it for one.
  const password = "hunter".repeat(3);
  const refused =
    "repository has credentials in it; take them out, and revoke them: " +
    "give Argo CD or Flux a deploy key or a token of its own, in the cluster";

  test.each([
    ["a password", `https://bot:${password}@git.example.com/team/manifests.git`],
    ["a token for a user", `https://${password}@git.example.com/team/manifests.git`],
    ["a password over ssh", `ssh://git:${password}@git.example.com/team/manifests.git`],
  ])("with %s is refused, and never shown", (_, repository) => {
    const problems = saidOf({ repository });
    expect(problems).toEqual([refused]);
    expect(problems.join()).not.toContain(password);
  });

  test.each([
    "git@git.example.com:team/manifests.git",
    "http://git.example.com/a",
    "https://git.example.com",
    "../a",
    7,
  ])("%s is invalid", (repository) => {
    const [first = ""] = saidOf({ repository });
    expect(first).toMatch(
      /^repository must be (an https:\/\/ or ssh:\/\/ URL of a Git repository|a URL, as a string);/,
    );
    expect(first).not.toContain(String(repository));
  });
});

test.each(["main; rm -rf /", "$(id)", "a..b", "/main", "main/", "-x", "a b", "x.lock", "é", ""])(
  "%j is not a branch",
  (branch) => {
    expect(saidOf({ branch })).toEqual([
      `branch must be the name of a branch: letters, digits, -, _, . and /, got ${JSON.stringify(branch)}; change branch`,
    ]);
  },
);

test.each(["../other", "/etc", "a/../../b", "./a", "a/", "a b"])(
  "%j is not a folder inside the repository",
  (directory) => {
    expect(saidOf({ directory })).toEqual([
      `directory must be a path inside the Git repository, such as "deploy/manifests", got ${JSON.stringify(directory)}; change directory`,
    ]);
  },
);

describe("the engine", () => {
  test("is one that is known", () => {
    expect(saidOf({ engine: "fleet" })).toEqual([
      'engine must be "argocd", "flux" or "both", got "fleet"; change engine',
    ]);
  });

  test("has what is asked of it", () => {
    const windows = [{ kind: "allow" as const, schedule: "0 8 * * 1-5", duration: "8h" }];
    expect(
      saidOf({
        engine: "flux",
        argocd: {},
        environments: { ...small.environments, dev: { destination: "minikube", policy: automaticSync({ windows }) } },
      }),
    ).toEqual([
      "environments.dev.policy has windows, which Flux does not have; remove them, or make the policy manualSync()",
      'argocd is set, and engine is "flux"; remove it, or write engine: "both"',
    ]);
    expect(saidOf({ engine: "argocd", flux: { namespace: "flux" } })).toEqual([
      'flux is set, and engine is "argocd"; remove it, or write engine: "both"',
    ]);
  });
});

test("what untyped code may write is refused, all at once", () => {
  expect(said(undefined)).toEqual([
    "the default export is undefined, not a definition; export default defineGitOps({…})",
  ]);
  expect(said({ ...small, branch: undefined, targetBranch: "main", sync: "helm", name: "My Name" })).toEqual([
    "branch must be a string, got undefined; change branch",
    'name must be a DNS label: lower-case letters, digits and -, got "My Name"; change name',
    'sync must be "rendered" or "overlay", got "helm"; change sync',
    "targetBranch is nothing that can be said here; remove it, or look up its name in docs/gitops.md",
  ]);
});

test("a name that an Application cannot have is refused", () => {
  expect(saidOf({ name: "a".repeat(56) })).toEqual([
    `${"a".repeat(56)}-shop-prod is longer than the 63 characters that the name of an Application may have; ` +
      'give name a shorter value, such as name: "apps"',
  ]);
});

test("a preview has an environment", () => {
  const previews = { environment: "devel", host: "github", project: "team/manifests", labels: ["preview"] };
  expect(saidOf({ argocd: { previews } })).toEqual([
    'argocd.previews.environment names "devel", which is not an environment; the environments are: dev, shop/prod. Did you mean dev?',
  ]);
});

function saidOfPreview(change: Record<string, unknown>): string[] {
  const own = { ...previewed.environments["shop/preview"], ...change };
  return said({ ...previewed, environments: { ...previewed.environments, "shop/preview": own } }, [dev, prod, preview]);
}

describe("previews", () => {
  const requests = previewed.environments["shop/preview"]!.pullRequests!;

  test("are taken", () => {
    expect(saidOfPreview({})).toEqual([]);
  });

  test("have pull requests, and nothing else has", () => {
    expect(saidOfPreview({ pullRequests: undefined })).toEqual([
      "environments.shop/preview says no pullRequests, and shop/preview is a preview: nobody knows whose; " +
        'add pullRequests: { host: "github", project: "example/shop", labels: ["preview"] }',
    ]);
    expect(saidOfProd({ pullRequests: requests })).toEqual([
      "environments.shop/prod has pullRequests, and shop/prod is one environment for all: it is no preview; " +
        "remove them, or define it by definePreview in its system's environments",
    ]);
  });

  test("have a label, which is what a fork cannot set", () => {
    expect(saidOfPreview({ pullRequests: { ...requests, labels: [] } })).toEqual([
      "environments.shop/preview.pullRequests.labels must name at least one label, got []; change environments.shop/preview.pullRequests.labels",
    ]);
  });

  test.each([
    ["server", "http://gitlab.example.com", "must be https:// and a host, such as https://gitlab.example.com"],
    ["project", "shop", "must be the path of a repository, such as example/shop"],
    ["interval", "often", "must be a duration, such as 5m"],
  ])("a wrong %s is refused", (field, value, message) => {
    const path = `environments.shop/preview.pullRequests.${field}`;
    expect(saidOfPreview({ pullRequests: { ...requests, [field]: value } })).toEqual([
      `${path} ${message}, got ${JSON.stringify(value)}; change ${path}`,
    ]);
  });

  test("at GitHub have an owner and a name", () => {
    expect(saidOfPreview({ pullRequests: { ...requests, host: "github" } })).toEqual([
      "environments.shop/preview.pullRequests.project is team/apps/shop, and GitHub has owner/name; write example/shop, say",
    ]);
  });

  test("come and go by themselves", () => {
    expect(
      saidOfPreview({ policy: manualSync(), after: ["dev"], images: { a: { repository: "r.io/a", semver: "1.x" } } }),
    ).toEqual([
      "environments.shop/preview.policy is not automaticSync() as it is: a preview comes and goes with its pull request, whenever that is; write policy: automaticSync()",
      "environments.shop/preview.after is set: an Application per pull request waits for none; remove it",
      "environments.shop/preview.images is set, and an updater would change the preview of every pull request; " +
        "remove it: definePreview says which images are a pull request's own, the overlay which versions the others have",
    ]);
  });

  test("have names that Applications can have, for any number", () => {
    expect(said({ ...previewed, name: "a".repeat(45) }, [dev, prod, preview])).toEqual([
      `${"a".repeat(45)}-shop-preview-1234567 is longer than the 63 characters that the name of an Application may have; ` +
        'give name a shorter value, such as name: "apps"',
    ]);
  });

  test("have namespaces that nothing else has", () => {
    const meant = { ...dev, namespace: "shop-pr-old", objects: [] };
    const problems = checkNamespaces(plan(previewed, [meant, prod, preview]), file);
    expect(problems.map(({ what, next }) => `${what}; ${next}`)).toEqual([
      "the previews of shop/preview are synced to namespaces shop-pr-* of the cluster minikube, and dev to shop-pr-old; " +
        "begin the namespace of shop/preview otherwise: nothing but its previews may match it",
    ]);
    expect(checkNamespaces(plan(previewed, [dev, prod, preview]), file)).toEqual([]);
  });
});
