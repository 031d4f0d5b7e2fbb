import { existsSync } from "node:fs";
import { join } from "node:path";
import { argumentError, UserError } from "@kit/errors";
import { systemFacts, systemFolders } from "@kit/repository";
import { planService } from "@kit/scaffold";
import { asking } from "./ask.ts";
import { finish } from "./finish.ts";
import { chooseService } from "./service-choice.ts";

/** Makes a service in a system that is there. Returns the exit code. */
export async function newService(
  root: string,
  name: string | undefined,
  values: Readonly<Record<string, unknown>>,
): Promise<number> {
  const ask = asking(values);
  const isHere = values["here"] === true;
  const systems = systemFolders(root);
  const [only] = systems.length === 1 ? systems : [undefined];
  const named = typeof values["system"] === "string" ? values["system"] : only;
  const words = Object.fromEntries(systems.map((one) => [one, `packages/${one}`]));
  if (named === undefined && values["yes"] === true) {
    throw argumentError(
      "nothing says of which system the service is",
      `give --system: ${systems.join(", ")}`,
      "argument-missing",
    );
  }
  const system = named ?? (await ask.choice("system", "Of which system?", words));
  const own = name ?? (await ask.text("name", "what the service is called"));
  const facts = await systemFacts(root, system, isHere ? `packages/${system}/${own}` : undefined);
  if (isHere) requireSource(root, system, own);
  const { choice, image } = await chooseService(facts, own, values, ask);
  const plan = planService(facts, choice, { image, isHere });
  return finish(root, plan, values, `packages/${system}/${own}`);
}

function requireSource(root: string, system: string, name: string): void {
  const file = `packages/${system}/${name}/src/index.ts`;
  if (existsSync(join(root, file))) return;
  throw new UserError({
    code: "package-layout",
    what: `--here is for a service whose source is there, and ${file} is not`,
    where: `packages/${system}/${name}`,
    next: "leave out --here, and it is written",
  });
}
