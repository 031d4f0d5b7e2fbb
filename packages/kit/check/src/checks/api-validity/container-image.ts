import { containerCheck } from "../../define-check.ts";
import { isBarePod } from "../../pods/bare-pod.ts";
import { judgeText } from "../../rules/judge-text.ts";

export const containerImage = containerCheck({
  id: "container-image",
  group: "api-validity",
  severity: "error",
  title: "a container has no image, or a Pod's image has spaces around it",
  standsFor: ["image-digest", "image-tag-latest"],
  run: ({ pod, container, path }, report) => {
    // A template may carry an image of spaces alone: some fill it in later.
    const problem = isBarePod(pod) ? paddingProblem : undefined;
    const rule = { path: [...path, "image"], what: "the container's image", text: container.image };
    judgeText(report, problem === undefined ? rule : { ...rule, problem });
  },
});

function paddingProblem(image: string): string | undefined {
  return image.trim() === image ? undefined : "must not begin or end with a space";
}
