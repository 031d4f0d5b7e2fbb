import { nodesOf } from "@kit/capacity";
import { preparePrograms, startControlPlane, type Component } from "@kit/control-plane";
import { exitCodes } from "@kit/errors";
import {
  hurts,
  missingDefinitions,
  rehearsalsAsJson,
  rehearsalsAsMarkdown,
  rehearsalsAsText,
  rehearse,
  type Rehearsal,
} from "@kit/rehearse";
import { print, progress, defineCommand } from "../command.ts";
import { formatOption } from "../format-option.ts";
import { defaultRef } from "@kit/repository";
import { renderedAt } from "@kit/repository";
import { readRenderedEnvironments, type RenderedEnvironment } from "@kit/repository";

const help = `Deploys the environments over what runs today, on a cluster of this machine, and
says what that does.

Usage: pnpm rehearse [environment...]

  environment      Rehearse these, such as dev or shop/prod. Default: all,
                   one after the other.
  --from REF       What runs today. Default: where HEAD branched off from
                   origin/main, or from main.
  --format FORMAT  text or markdown. Default: text.
  --json           Print JSON.
  -h, --help       Show this.

Reads what generated/rendered has, so run \`pnpm build\` first. Starts an API
server, scheduler and controllers with the fake nodes of the environment's
cluster, deploys what REF has, then generated/rendered over it, then REF again.
docs/rehearse.md explains what it reports.

Exit codes: 0 it works, 1 it hurts, or rolling back does, 2 the input is wrong,
3 the machine failed, 70 a bug.
`;

const formats = { text: rehearsalsAsText, markdown: rehearsalsAsMarkdown, json: rehearsalsAsJson };
const components: readonly Component[] = ["scheduler", "controllers", "kwok"];

export default defineCommand({
  help,
  positionals: true,
  options: { from: { type: "string" }, format: { type: "string" }, json: { type: "boolean" } },
  async run({ root, positionals, values }) {
    const format = formatOption(values, formats);
    const environments = await readRenderedEnvironments(root, positionals);
    const ref = values.from ?? defaultRef(root);
    const deployed = renderedAt(root, ref);
    const named = environments.filter(
      ({ environment: { id } }) => positionals.length === 0 || positionals.includes(id),
    );
    const wanted = named.map(({ environment, objects }) => ({
      environment,
      objects,
      before: deployed(environment.id),
      neighbours: neighboursOf(environment, environments).flatMap(deployed),
    }));
    const prepare = { env: process.env, onProgress: progress };
    await preparePrograms({ components, ...prepare });
    const rehearsals: Rehearsal[] = [];
    for (const { environment, objects, before, neighbours } of wanted) {
      const definitions = await missingDefinitions([...objects, ...before, ...neighbours], prepare);
      progress(`rehearsing ${environment.id} over ${ref}`);
      await using cluster = await startControlPlane({ components, env: process.env });
      const rehearsal = await rehearse({
        cluster,
        nodes: nodesOf(environment.cluster),
        contracts: environment.secrets ?? [],
        environment: environment.id,
        before: { ref, manifests: before },
        manifests: objects,
        neighbours,
        definitions,
      });
      rehearsals.push(rehearsal);
    }
    print(format(rehearsals));
    return rehearsals.some(hurts) ? exitCodes.finding : exitCodes.ok;
  },
});

/** The ids of the other environments on the same cluster. */
function neighboursOf(
  { id, cluster }: RenderedEnvironment["environment"],
  environments: readonly RenderedEnvironment[],
): string[] {
  const others = environments.map(({ environment }) => environment);
  return others.filter((other) => other.cluster.id === cluster.id && other.id !== id).map((other) => other.id);
}
