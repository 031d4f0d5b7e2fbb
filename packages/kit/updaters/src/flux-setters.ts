import { buildGoProgram, type GoBuildOptions } from "@kit/programs";
import { engineSources } from "./engine-sources.ts";

/**
 * A program that sets the values with Flux's markers, as Flux's image-automation-controller does: its arguments are a
 * directory and what the policies have found, as JSON.
 *
 * It is not the controller, whose module Go's proxy does not have. It does what the controller's sources say, and
 * reads and writes YAML through the same kyaml.
 *
 * @throws EnvironmentFailure where Go cannot build it.
 */
export function fluxSetters(options: GoBuildOptions): Promise<string> {
  const sources = engineSources("flux-setters");
  const [, version = ""] = /kyaml v(\S+)/.exec(sources["go.mod"] ?? "") ?? [];
  return buildGoProgram({ name: "flux-setters", version, sources }, options);
}
