import { join } from "node:path";
import { buildGoProgram, sourcesIn, type GoBuildOptions } from "@kit/programs";

/**
 * The programs that read YAML with the code of kubectl and of kustomize: what the room yaml is held to.
 *
 * @throws EnvironmentFailure where Go cannot build them.
 */
export async function yamlJudges(
  root: string,
  options: GoBuildOptions,
): Promise<{ readonly kubectl: string; readonly kustomize: string }> {
  const build = (name: string, module: string): Promise<string> => {
    const sources = sourcesIn(join(root, "packages/kit/yaml/engine", name));
    const version = new RegExp(`${module} v(\\S+)`).exec(sources["go.mod"] ?? "")?.[1] ?? "";
    return buildGoProgram({ name, version, sources }, options);
  };
  return {
    kubectl: await build("kubectl-yaml", "k8s.io/apimachinery"),
    kustomize: await build("kustomize-yaml", "sigs.k8s.io/kustomize/kyaml"),
  };
}
