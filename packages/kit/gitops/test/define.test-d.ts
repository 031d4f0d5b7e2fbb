import { automaticSync, defineGitOps, manualSync } from "@kit/gitops/define";

const repository = "https://git.example.com/team/manifests.git";
const branch = "main";
const environments = { dev: { destination: "minikube", policy: automaticSync() } };

defineGitOps({ repository, branch, engine: "argocd", environments });
defineGitOps({
  repository,
  branch,
  engine: "both",
  sync: "overlay",
  environments: {
    prod: {
      destination: "production",
      policy: manualSync({ windows: [{ kind: "deny", schedule: "0 0 24 12 *", duration: "72h" }] }),
      images: { backend: { repository: "registry.example.com/backend", semver: "1.x" } },
    },
  },
});

// @ts-expect-error: an engine that does not exist
defineGitOps({ repository, branch, engine: "fleet", environments });
// @ts-expect-error: no branch
defineGitOps({ repository, engine: "flux", environments });
// @ts-expect-error: an environment without a destination
defineGitOps({ repository, branch, engine: "flux", environments: { dev: { policy: automaticSync() } } });
// @ts-expect-error: a policy that is a word
defineGitOps({ repository, branch, engine: "flux", environments: { dev: { destination: "a", policy: "automatic" } } });
// @ts-expect-error: a misspelt field
defineGitOps({ repository, branch, engine: "flux", environments, enviroments: {} });
// @ts-expect-error: a window that neither allows nor denies
automaticSync({ windows: [{ kind: "open", schedule: "0 8 * * 1-5", duration: "8h" }] });
// @ts-expect-error: somebody who syncs by hand heals by hand
manualSync({ selfHeal: true });

const preview = { destination: "a", policy: automaticSync() };
const host = "github" as const;
defineGitOps({
  repository,
  branch,
  engine: "argocd",
  environments: { preview: { ...preview, pullRequests: { host, project: "example/shop", labels: ["preview"] } } },
});
defineGitOps({
  repository,
  branch,
  engine: "argocd",
  // @ts-expect-error: pull requests without a label, also those of forks
  environments: { preview: { ...preview, pullRequests: { host, project: "example/shop", labels: [] } } },
});
