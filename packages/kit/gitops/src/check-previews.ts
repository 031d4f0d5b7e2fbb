import type { Problem } from "@kit/errors";
import type { GitOps } from "./define-gitops.ts";
import { objectNames } from "./object-names.ts";

type Said = Pick<Problem, "what" | "next">;

interface Known {
  readonly id: string;
  readonly preview?: unknown;
}

/** Which environments are previews, their own packages say; here stands where their pull requests are. */
export function checkPreviews(gitops: GitOps, known: readonly Known[]): Said[] {
  return known.flatMap(({ id, preview }): Said[] => {
    const sync = gitops.environments[id];
    if (sync === undefined) return [];
    const at = `environments.${id}`;
    if (preview === undefined) {
      if (sync.pullRequests === undefined) return [];
      const what = `${at} has pullRequests, and ${id} is one environment for all: it is no preview`;
      return [{ what, next: "remove them, or define it by definePreview in its system's environments" }];
    }
    if (sync.pullRequests === undefined) {
      const what = `${at} says no pullRequests, and ${id} is a preview: nobody knows whose`;
      return [{ what, next: 'add pullRequests: { host: "github", project: "example/shop", labels: ["preview"] }' }];
    }
    return [...checkSync(at, sync), ...checkName(gitops, id)];
  });
}

function checkSync(at: string, { policy, pullRequests, after, images }: GitOps["environments"][string]): Said[] {
  const { host, project } = pullRequests!;
  const isPlain = policy.type === "automatic" && policy.prune && policy.selfHeal && policy.windows.length === 0;
  return [
    ...(isPlain
      ? []
      : [
          {
            what: `${at}.policy is not automaticSync() as it is: a preview comes and goes with its pull request, whenever that is`,
            next: "write policy: automaticSync()",
          },
        ]),
    ...(after === undefined
      ? []
      : [{ what: `${at}.after is set: an Application per pull request waits for none`, next: "remove it" }]),
    ...(images === undefined
      ? []
      : [
          {
            what: `${at}.images is set, and an updater would change the preview of every pull request`,
            next: "remove it: definePreview says which images are a pull request's own, the overlay which versions the others have",
          },
        ]),
    ...(host === "github" && project.split("/").length !== 2
      ? [
          {
            what: `${at}.pullRequests.project is ${project}, and GitHub has owner/name`,
            next: "write example/shop, say",
          },
        ]
      : []),
  ];
}

/** Argo CD writes an Application's name into labels, which have at most 63 characters; seven digits are the longest number. */
function checkName(gitops: GitOps, id: string): Said[] {
  const name = `${objectNames(gitops).environment(id)}-1234567`;
  if (name.length <= 63) return [];
  const what = `${name} is longer than the 63 characters that the name of an Application may have`;
  return [{ what, next: 'give name a shorter value, such as name: "apps"' }];
}
