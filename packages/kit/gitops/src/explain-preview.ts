import { forTerminal, inLines } from "@kit/text";
import type { SyncPlan, PlannedPreview } from "./plan.ts";
import { inWords } from "./preview/marks.ts";

const hosts = { github: "GitHub", gitlab: "GitLab" };

/** In words: whose pull requests get an environment each, where, and what becomes of it. */
export function explainPreview(plan: SyncPlan, { id, name, path, objects, sync, preview }: PlannedPreview): string {
  const { engine } = plan.definition;
  const { host, project, labels } = sync.pullRequests!;
  const isOne = labels.length === 1;
  return [
    [`${id}, for each pull request`],
    [
      `  of       `,
      `${project} at ${hosts[host]} with the label${isOne ? "" : "s"} ${labels.join(" and ")}`,
      `${preview.max} at most`,
    ],
    [
      `  from     `,
      `${path}, ${objects.length} ${objects.length === 1 ? "object" : "objects"}`,
      `patched; generated/rendered/${id} is what number 123 would get`,
    ],
    [`  to       `, `cluster ${sync.destination}`, `namespace ${inWords(preview.namespace)}`],
    ...(engine === "flux"
      ? []
      : [
          [
            `  Argo CD  ApplicationSet ${name}: `,
            `makes ${name}-<number>`,
            "removes it with its namespace when the pull request is closed or loses the label",
            `does not hold to ${preview.max}: who sets the label does`,
          ],
        ]),
    ...(engine === "argocd"
      ? []
      : [
          [
            `  Flux     ResourceSet ${name}: `,
            `makes ${name}-<number>`,
            "removes it with its namespace when the pull request is closed or loses the label",
            `has the ${preview.max} newest: one more takes the place of the oldest`,
          ],
        ]),
    ...Object.entries(preview.images).map(([image, tag]) => [`  images   `, `${image}: tag ${inWords(tag)}`]),
  ]
    .map(([lead = "", ...words]) => inLines(forTerminal(lead), words.map(forTerminal), ", ", "  Argo CD  ".length))
    .join("\n");
}
