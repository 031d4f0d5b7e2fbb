import { qualifiedNameProblem } from "@kit/kube/names";
import { podCheck } from "../../define-check.ts";
import { isExtended, isHugePages, isNative, resourceListsOf } from "../../pods/resources.ts";

export const resourceName = podCheck({
  id: "resource-name",
  group: "api-validity",
  severity: "error",
  title: "a container or a pod asks for a resource that no node can have",
  standsFor: ["canonical-quantity"],
  run: (pod, report) => {
    for (const { of, resources, path } of resourceListsOf(pod)) {
      for (const name of Object.keys(resources)) {
        const problem = of === "pod" ? podResourceProblem(name) : containerResourceProblem(name);
        if (problem === undefined) continue;
        const message = `the resource ${JSON.stringify(name)} ${problem}`;
        report({ path: [...path, name], message, fix: "correct the resource's name" });
      }
    }
  },
});

const ofContainers = ["cpu", "memory", "ephemeral-storage"];
const ofPods = ["cpu", "memory"];

function containerResourceProblem(name: string): string | undefined {
  const problem = qualifiedNameProblem(name);
  if (problem !== undefined) return problem;
  if (!name.includes("/")) {
    if (ofContainers.includes(name) || isHugePages(name)) return undefined;
    return `is not one of ${ofContainers.join(", ")}, hugepages-<size>, and has no domain such as example.com/`;
  }
  if (isNative(name) || isExtended(name)) return undefined;
  return name.startsWith("requests.") ? "must not begin with requests." : "has a domain that is too long";
}

function podResourceProblem(name: string): string | undefined {
  const problem = qualifiedNameProblem(name);
  if (problem !== undefined) return problem;
  if (ofPods.includes(name) || isHugePages(name)) return undefined;
  return `is not one of ${ofPods.join(", ")}, hugepages-<size>, which a pod may ask for as a whole`;
}
