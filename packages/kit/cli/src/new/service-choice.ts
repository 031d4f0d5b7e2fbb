import { argumentProblem, UserError, type Problem } from "@kit/errors";
import { imageLike, serviceKinds, type ImageToSet, type ServiceChoice, type SystemFacts } from "@kit/scaffold";
import type { Questions } from "./ask.ts";

/** What a new service is to be, as the arguments and the answers say. */
export interface Chosen {
  readonly choice: ServiceChoice;
  readonly image: ImageToSet | undefined;
}

type Values = Readonly<Record<string, unknown>>;

/** @throws UserError with everything that is wrong with what is said. */
export async function chooseService(facts: SystemFacts, name: string, values: Values, ask: Questions): Promise<Chosen> {
  const isHere = values["here"] === true;
  const kind = isHere ? "web" : await ask.choice("kind", `What is ${name}?`, serviceKinds);
  const isServing = kind === "web" || kind === "worker" || kind === "stateful";
  const said = isHere ? values["image"] : await ask.text("image", "Its image?", `${imageLike(facts, name)}:1.0.0`);
  const problems: Problem[] = [];
  const image = typeof said === "string" ? imageOf(said, problems) : undefined;
  const port = Number(isServing ? await ask.text("port", "The port that it opens?", "8080") : "0");
  const choice: ServiceChoice = {
    name,
    kind,
    image: image?.name ?? name,
    port,
    path: kind === "web" || kind === "worker" ? await ask.text("path", "Where do its probes ask?", "/healthz") : "",
    cpu: textOf(values, "cpu", "50m"),
    memory: textOf(values, "memory", "64Mi"),
    command: textOf(values, "command", "")
      .split(/\s+/)
      .filter((word) => word !== ""),
    schedule: kind === "cron" ? await ask.text("schedule", "When does it run?", "0 3 * * *") : "",
    size: kind === "stateful" ? await ask.text("size", "The size of its claim?", "1Gi") : "",
    mount: kind === "stateful" ? await ask.text("mount", "Where is its volume mounted?", "/data") : "",
    of: kind === "migration" ? await ask.text("of", "which service waits for it", soleService(facts)) : "",
    calls: callsOf(facts, textOf(values, "calls", ""), problems),
  };
  UserError.throwIfAny([...problems, ...choiceProblems(choice, isServing)]);
  return { choice, image };
}

function choiceProblems({ port, path, cpu, memory, size, mount, kind, schedule }: ServiceChoice, isServing: boolean) {
  const quantity = /^(\d+|\d+\.\d+)(m|[kKMGT]i?)?$/;
  const isPort = Number.isInteger(port) && port >= 1024 && port <= 65535;
  return [
    ...(isServing && !isPort
      ? [wrong("port", port, "write a number from 1024 to 65535: below, only root may open it")]
      : []),
    ...((kind === "web" || kind === "worker") && !/^\/\S*$/.test(path)
      ? [wrong("path", path, "write a path, such as /healthz")]
      : []),
    ...(quantity.test(cpu) ? [] : [wrong("cpu", cpu, "write a quantity, such as 50m or 2")]),
    ...(quantity.test(memory) ? [] : [wrong("memory", memory, "write a quantity, such as 64Mi or 1Gi")]),
    ...(kind !== "stateful" || quantity.test(size) ? [] : [wrong("size", size, "write a quantity, such as 10Gi")]),
    ...(kind !== "stateful" || /^\/\S+$/.test(mount)
      ? []
      : [wrong("mount", mount, "write an absolute path, such as /data")]),
    ...(kind !== "cron" || /^(@[a-z]+|\S+( \S+){4})$/.test(schedule)
      ? []
      : [wrong("schedule", schedule, 'write five fields, such as "0 3 * * *"')]),
  ];
}

function wrong(option: string, value: unknown, next: string): Problem {
  return argumentProblem(`--${option} cannot be ${JSON.stringify(value)}`, next);
}

/** A tag or a digest goes to the overlays, the name into the base. */
function imageOf(said: string, problems: Problem[]): ImageToSet | undefined {
  const [, name = "", tag] = /^([a-z0-9][\w./-]*(?::\d+\/[\w./-]+)?)(?::([\w][\w.-]{0,127}))?$/.exec(said) ?? [];
  if (name !== "") return { name, tag: tag ?? "1.0.0", newName: undefined };
  const next = "write a repository and a tag, such as shop-cart:1.0.0 or registry.example.com/shop/cart:1.0.0";
  problems.push(argumentProblem(`--image cannot be ${JSON.stringify(said)}`, next));
  return undefined;
}

function callsOf(facts: SystemFacts, list: string, problems: Problem[]): ServiceChoice["calls"] {
  const names = list
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  return names.flatMap((name) => {
    const pods = facts.services.find((service) => service.name === name)?.pods;
    if (pods !== undefined) return [pods];
    const known = facts.services.filter((service) => service.pods !== undefined).map((service) => service.name);
    const what = `--calls cannot have ${JSON.stringify(name)}: no service of that name opens a port`;
    problems.push(argumentProblem(what, known.length === 0 ? "leave it out" : `those that do: ${known.join(", ")}`));
    return [];
  });
}

function soleService({ services }: SystemFacts): string | undefined {
  const reached = services.filter(({ pods }) => pods !== undefined);
  return reached.length === 1 ? reached[0]!.name : undefined;
}

function textOf(values: Values, option: string, otherwise: string): string {
  const given = values[option];
  return typeof given === "string" ? given : otherwise;
}
