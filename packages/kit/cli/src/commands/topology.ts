import { argumentError, exitCodes } from "@kit/errors";
import { print } from "@kit/terminal";
import { formatDot, formatFlowchart, formatText, formatTopology, topologyOf } from "@kit/topology";
import { readRenderedEnvironments } from "@kit/repository";
import { implement } from "../define/implement.ts";
import definition from "../definitions/topology.ts";

export default implement(definition, async ({ root, positionals, format }) => {
  const environments = await readRenderedEnvironments(root, positionals.slice(0, 1), "leave");
  const id = onlyOne(
    positionals,
    environments.map(({ environment }) => environment.id),
  );
  const { environment, objects } = environments.find((one) => one.environment.id === id)!;
  const secrets = (environment.secrets ?? []).map(({ name, keys }) => ({
    name,
    keys: Object.fromEntries(Object.entries(keys).map(([key, { value }]) => [key, { leadsTo: value.leadsTo }])),
  }));
  const topology = topologyOf(
    objects.map(({ data }) => data),
    secrets,
  );
  if (format === "svg") {
    const { svgOf } = await import("../topology/svg-of.ts");
    print(await svgOf(formatDot(id, topology)));
  } else if (format === "mermaid") print(formatFlowchart(topology));
  else print(formats[format](id, topology));
  return exitCodes.ok;
});

const formats = { text: formatText, dot: formatDot, json: formatTopology };

function onlyOne(positionals: readonly string[], known: readonly string[]): string {
  const [id = known.length === 1 ? known[0] : undefined, ...others] = positionals;
  if (id !== undefined && others.length === 0) return id;
  const next = `write pnpm topology <environment>; the environments are: ${known.join(", ")}`;
  if (id === undefined)
    throw argumentError(`there are ${known.length} environments, and it draws one`, next, "argument-missing");
  throw argumentError(`there are ${positionals.length} environments, and it draws one`, next);
}
