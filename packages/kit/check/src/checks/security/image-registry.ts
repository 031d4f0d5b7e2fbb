import { fullName, parseImage } from "@kit/model";
import { containerCheck } from "../../define-check.ts";
import { describeContainer } from "../../describe-container.ts";

export const imageRegistry = containerCheck({
  id: "image-registry",
  group: "security",
  severity: "warning",
  title: "an image from a registry that is not one of those that the policy names",
  needs: ["policy"],
  run: (container, report, { options }) => {
    const { registries = [] } = options ?? {};
    const { image } = container.container;
    if (registries.length === 0 || image === undefined) return;
    const parsed = parseImage(image);
    const names = [parsed.repository, fullName(parsed.repository)];
    if (registries.some((registry) => names.some((name) => isBelow(name, registry)))) return;
    const message = `${describeContainer(container)} runs ${image}, which is from none of ${registries.join(", ")}`;
    const fix = "copy the image there, or add its registry to options.registries of the policy";
    report({ path: [...container.path, "image"], message, fix });
  },
});

function isBelow(name: string, registry: string): boolean {
  return name === registry || name.startsWith(registry.endsWith("/") ? registry : `${registry}/`);
}
