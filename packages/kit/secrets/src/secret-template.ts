import {
  secretSourceOf,
  secretVariables,
  type Environment,
  type SecretSource,
  type SecretVariable,
  type SecretReader,
} from "@kit/model";
import { forTerminal } from "@kit/text";
import { describeSource } from "./describe-source.ts";

/** A system, as far as templates are concerned. */
export interface TemplateSource {
  /** The package of its environments. */
  readonly where: string;
  readonly environments: readonly Environment[];
}

/**
 * The env files to fill in, without values, by their path below `generated/`: one per environment with Secrets.
 *
 * @param readers By environment: who reads which Secret, for the keys whose contract does not say it.
 */
export function secretTemplates(
  systems: readonly TemplateSource[],
  readers: ReadonlyMap<string, readonly SecretReader[]>,
): [string, string][] {
  return systems.flatMap(({ where, environments }) =>
    environments
      .filter(({ secrets = [] }) => secrets.length > 0)
      .map((environment): [string, string] => [
        templatePath(environment.id),
        secretTemplate(environment, where, readers.get(environment.id) ?? []),
      ]),
  );
}

/** Where an environment's template is, below `generated/`. kustomize reads nothing there, so nothing applies it. */
function templatePath(id: string): string {
  return `secrets/${id}.env.example`;
}

/**
 * @param where The package that it comes from.
 * @param readers Who reads which Secret, for the keys whose contract does not say it.
 */
export function secretTemplate(environment: Environment, where: string, readers: readonly SecretReader[]): string {
  const { id, secrets = [] } = environment;
  const variables = secretVariables(secrets);
  const platform = secrets.filter(({ provider }) => provider === "platform");
  const paragraphs = [
    [
      `Written by \`pnpm build\` from ${where}. Do not edit: change the contracts and build.`,
      ...(variables.length === 0 ? [] : usage(environment, variables)),
    ],
    ...variables.map((variable) => describeVariable(environment, variable, readers)),
    ...(platform.length === 0
      ? []
      : [
          [
            `The platform provides these in the namespace of ${id}, and nothing is to be written for them:`,
            ...platform.map(({ name, keys }) => `  ${name}: ${Object.keys(keys).join(", ")}`),
          ],
        ]),
  ];
  const names = variables.map(({ name }) => `${name}=\n`);
  return paragraphs.map((lines, index) => comment(lines) + (names[index - 1] ?? "")).join("\n");
}

function usage(environment: Environment, variables: readonly SecretVariable[]): string[] {
  const { id } = environment;
  const copy = `.env.${id.replaceAll("/", "-")}`;
  const applied = variables.some((variable) => sourcesOf(environment, variable).some(({ type }) => type === "by-hand"));
  return [
    "",
    `The values of the Secrets of ${id}. Copy this to ${copy}, which git ignores, and write the values there:`,
    `  pnpm secrets check ${id} --from-env-file ${copy}`,
    ...(applied ? [`  pnpm secrets apply ${id} --from-env-file ${copy}`] : []),
    "A value with #, spaces or line breaks stands in quotes that it does not have: NAME='…'.",
  ];
}

function describeVariable(
  environment: Environment,
  variable: SecretVariable,
  readers: readonly SecretReader[],
): string[] {
  const { targets, value } = variable;
  const descriptions = [...new Set(targets.map(({ secret, key }) => secret.keys[key]!.description))];
  return [
    ...descriptions.flatMap((description) => description.split("\n")),
    `must be ${value.expected}`,
    ...targets.flatMap(({ secret, key }) => {
      const { consumers = readersOf(readers, secret.name, key) } = secret.keys[key]!;
      const read = consumers.length === 0 ? "nothing reads it" : `read by ${consumers.join(", ")}`;
      const source = secretSourceOf(environment, secret)!;
      return [`for ${secret.name}, key ${key}: ${read}`, `  ${describeSource(environment.id, source, secret, key)}`];
    }),
  ];
}

function readersOf(readers: readonly SecretReader[], secret: string, key: string): string[] {
  const found = readers.filter((one) => one.secret === secret && (one.key ?? key) === key);
  return [...new Set(found.map(({ service }) => service))];
}

function sourcesOf(environment: Environment, { targets }: SecretVariable): SecretSource[] {
  return targets.map(({ secret }) => secretSourceOf(environment, secret)!);
}

function comment(lines: readonly string[]): string {
  return lines.map((line) => `# ${forTerminal(line)}`.trimEnd()).join("\n") + "\n";
}
