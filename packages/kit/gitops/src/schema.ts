import { dnsLabelProblem, dnsSubdomainProblem } from "@kit/kube/names";
import * as v from "valibot";
import { durationSchema, isRepositoryUrl, refusedIn } from "./repository-url.ts";

const text = v.pipe(v.string("must be a string"), v.minLength(1, "must not be empty"));

/** The name of an object in a cluster. */
const objectName = v.pipe(
  v.string("must be a string"),
  v.check((name) => dnsSubdomainProblem(name) === undefined, "must be a name: lower-case letters, digits, - and ."),
);

const dnsLabel = v.pipe(
  v.string("must be a string"),
  v.check((name) => dnsLabelProblem(name) === undefined, "must be a DNS label: lower-case letters, digits and -"),
);

const branch = v.pipe(
  v.string("must be a string"),
  v.regex(
    /^(?!.*(\.\.|\/\/|\/\.|\.lock(\/|$)))[A-Za-z0-9][-A-Za-z0-9._/]*(?<![./])$/,
    "must be the name of a branch: letters, digits, -, _, . and /",
  ),
);

/** A path that stays in the Git repository. */
const directory = v.pipe(
  v.string("must be a string"),
  v.regex(
    /^(?!\/)(?!.*(^|\/)\.{1,2}(\/|$))[-A-Za-z0-9._/]+(?<!\/)$/,
    'must be a path inside the Git repository, such as "deploy/manifests"',
  ),
);

const window = v.strictObject({
  kind: v.picklist(["allow", "deny"], 'must be "allow" or "deny"'),
  /** As cron has it: `0 8 * * 1-5`. */
  schedule: v.pipe(
    v.string("must be a string"),
    v.regex(/^\S+( \S+){4}$/, 'must be a cron schedule of five fields, such as "0 8 * * 1-5"'),
  ),
  duration: durationSchema("such as 8h"),
  /** Default: UTC. */
  timeZone: v.optional(text),
  /** Whether somebody may sync by hand while it is closed. Default: false. */
  manualSync: v.optional(v.boolean("must be true or false")),
});

const policy = v.strictObject({
  type: v.picklist(["automatic", "manual"], "must be what automaticSync() or manualSync() returns"),
  prune: v.boolean("must be true or false"),
  selfHeal: v.boolean("must be true or false"),
  windows: v.array(window, "must be a list of windows"),
});

const imageUpdate = v.strictObject({
  /** Where the image's tags are listed, such as `ghcr.io/example/shop-api`. */
  repository: v.pipe(
    v.string("must be a string"),
    v.regex(/^[a-z0-9][-a-z0-9._:]*(\/[a-z0-9][-a-z0-9._]*)+$/, "must be an image with its registry and without a tag"),
  ),
  /** Which tags are taken, such as `~1.2`. */
  semver: text,
});

const labels = v.pipe(v.array(text, "must be a list of labels"), v.minLength(1, "must name at least one label"));

/** The Secret beside Argo CD or Flux that holds the token, and its key. */
const token = v.strictObject({ secret: objectName, key: text });

const pullRequests = v.strictObject({
  host: v.picklist(["github", "gitlab"], 'must be "github" or "gitlab"'),
  /** Whose pull requests: the application's repository, `owner/name`; at GitLab with all its groups. */
  project: v.pipe(
    v.string("must be a string"),
    v.regex(/^[\w.-]+(\/[\w.-]+)+$/, "must be the path of a repository, such as example/shop"),
  ),
  /** Only those with all of these labels, which is how somebody decides what may run here: also of a fork. */
  // The schema holds it to one at least; the type says so, too.
  labels: labels as unknown as v.GenericSchema<[string, ...string[]]>,
  /** A server of your own, such as `https://gitlab.example.com`. Default: github.com or gitlab.com. */
  server: v.optional(
    v.pipe(
      v.string("must be a string"),
      v.regex(
        /^https:\/\/[a-z0-9][-a-z0-9.]*(:\d+)?$/,
        "must be https:// and a host, such as https://gitlab.example.com",
      ),
    ),
  ),
  /** What reads the pull requests. Flux finds `username` and `password` there, whatever the key. Default: none, for a public repository. */
  token: v.optional(token),
  /** How often they are looked for. Default: 5m. */
  interval: v.optional(durationSchema("such as 5m")),
});

const environment = v.strictObject({
  /** The cluster's name, as it is registered in Argo CD. */
  destination: objectName,
  policy,
  /** Environments of the same cluster that must be ready first. Flux only. */
  after: v.optional(v.array(v.string("must be an environment's id"), "must be a list of environments")),
  /** Kustomizations of Flux that bring controllers which this environment needs, such as `external-secrets`. */
  controllers: v.optional(v.array(objectName, "must be a list of names")),
  /** Kinds that its project allows beside those that are rendered, such as `rbac.authorization.k8s.io/Role`. */
  allow: v.optional(
    v.array(
      v.pipe(
        v.string("must be a string"),
        v.regex(/^([a-z0-9][-a-z0-9.]*\/)?[A-Z][A-Za-z0-9]*$/, "must be a group and a kind, such as apps/Deployment"),
      ),
      "must be a list of kinds",
    ),
  ),
  /** By the `name` of the overlay's image entry: which new tags an updater writes there. Default: none. */
  images: v.optional(v.record(v.string(), imageUpdate, "must be updates by the name of the image")),
  /** Of a preview, and of no other: the pull requests that get one each. */
  pullRequests: v.optional(pullRequests),
});

const notification = v.strictObject({
  on: v.picklist(["failure", "success"], 'must be "failure" or "success"'),
  /** A service of Argo CD's notifications, and its recipient: a channel, say. */
  argocd: v.optional(v.strictObject({ service: objectName, recipient: v.string("must be a string") })),
  /** A Provider that exists in the cluster. */
  flux: v.optional(v.strictObject({ provider: objectName })),
});

const previews = v.strictObject({
  /** The environment whose overlay a pull request is deployed with. */
  environment: v.string("must be an environment's id"),
  host: v.picklist(["github", "gitlab"], 'must be "github" or "gitlab"'),
  /** `owner/name` at GitHub, the project's path or number at GitLab. */
  project: text,
  /** Only pull requests with all of these labels. */
  labels,
  /** The Secret beside Argo CD that holds the token, and its key. Default: none, for a public repository. */
  token: v.optional(token),
});

/** The shape of the typed file, as the build checks it. */
export const gitopsSchema = v.strictObject({
  /** Where Argo CD or Flux finds this repository. */
  repository: v.pipe(
    v.string("must be a URL, as a string"),
    v.check(isRepositoryUrl, "must be an https:// or ssh:// URL of a Git repository"),
    v.check((url) => refusedIn(url) === undefined, "has credentials in it"),
  ),
  branch,
  /** What the names of Applications and Kustomizations begin with. Default: the repository's own name. */
  name: v.optional(dnsLabel),
  /** Where this folder is in the Git repository. Default: it is its root. */
  directory: v.optional(directory),
  engine: v.picklist(["argocd", "flux", "both"], 'must be "argocd", "flux" or "both"'),
  /** What is synced: what is committed as rendered, or the overlay, which the engine then builds. Default: rendered. */
  sync: v.optional(v.picklist(["rendered", "overlay"], 'must be "rendered" or "overlay"')),
  /** By the environment's id. Every environment of the repository is here. */
  environments: v.record(v.string(), environment, "must be environments by their id"),
  notifications: v.optional(v.array(notification, "must be a list of notifications")),
  argocd: v.optional(
    v.strictObject({
      /** Where Argo CD runs. Default: argocd. */
      namespace: v.optional(dnsLabel),
      /** One ApplicationSet instead of an Application per environment. Default: false. */
      applicationSet: v.optional(v.boolean("must be true or false")),
      /** What is deployed of pull requests. Default: nothing. */
      previews: v.optional(previews),
    }),
  ),
  flux: v.optional(
    v.strictObject({
      /** Where Flux runs. Default: flux-system. */
      namespace: v.optional(dnsLabel),
      /** An OCI artifact of the Git repository to sync instead of it; CI pushes it, its tag is the branch. */
      oci: v.optional(
        v.strictObject({
          url: v.pipe(
            v.string("must be a string"),
            v.regex(/^oci:\/\/[a-z0-9][-a-z0-9._:]*(\/[a-z0-9][-a-z0-9._]*)+$/, "must be oci://registry/name"),
          ),
          /** The Secret with what reads it. Default: none, for a public one. */
          secret: v.optional(objectName),
        }),
      ),
      /** The Secret with what reads the Git repository, and writes it where images are followed. Default: none. */
      secret: v.optional(objectName),
      /** The Secret with the key that decrypts SOPS files. Default: sops-keys. */
      decryption: v.optional(objectName),
    }),
  ),
});
