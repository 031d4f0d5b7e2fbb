import { argumentProblem, UserError, type Problem } from "@kit/errors";
import { planOf, type FilePlan } from "../plan.ts";
import { addElement, addImport } from "../source/edit.ts";
import {
  declaredAnywhere,
  environmentList,
  moduleReader,
  writtenEnvironment,
  type EnvironmentList,
  type ReadModule,
  type WrittenEnvironment,
} from "../source/environments.ts";
import { asText, callNamed, fieldOf, objectArgument } from "../source/find.ts";
import type { Source } from "../source/source.ts";
import { literal } from "../templates/parts.ts";
import { copiedOverlay } from "./copied-overlay.ts";
import { copiedValues, hostsIn, type CopiedValue } from "./copied-values.ts";
import { shortName, type EnvironmentChoice } from "./environment-choice.ts";
import type { EnvironmentInUse, SystemFacts } from "./facts.ts";
import { addGitOpsEntry } from "./gitops-entry.ts";
import { nameProblems, takenProblems } from "./name-problems.ts";
import { folderOf, relativePath } from "./paths.ts";

/** What a new environment writes, and what nobody said of it: values to be looked at. */
export interface EnvironmentPlan {
  readonly plan: FilePlan;
  readonly guesses: readonly string[];
}

/**
 * A new environment as another one of its system is: its definition beside the other's or in a file of its own, its overlay, and
 * how it is synced.
 *
 * @param overlayFiles The files of the other's overlay, by their paths.
 * @param taken The ids of all environments of the repository.
 * @throws UserError where the name is taken or wrong, or the other is written in a form that cannot be edited, with what to
 *   write by hand.
 */
export function planEnvironment(
  facts: SystemFacts,
  choice: EnvironmentChoice,
  overlayFiles: ReadonlyMap<string, string>,
  taken: readonly string[],
): EnvironmentPlan {
  UserError.throwIfAny(environmentProblems(choice, taken));
  const like = facts.environments.find(({ id }) => id === choice.like)!;
  const read = moduleReader(facts.sources);
  const { list, written } = requireWritten(facts, choice, read);
  const port = freePort(facts);
  const values = copiedValues(written.object, like, choice, port);
  const cluster = clusterOf(read, written, choice);
  const name = constantName(choice.id, [list.source, written.source]);
  const made = new Map<string, string>();
  const isAlone = written.source !== list.source && environmentsIn(written.source) === 1;
  if (isAlone) {
    const file = `${folderOf(written.source.file)}/${shortName(choice.id)}.ts`;
    made.set(file, ownFile(written, name, values, cluster, choice));
    addImport(list.source, name, `./${shortName(choice.id)}.ts`);
  } else {
    besides(written, name, values, cluster, choice);
    if (written.source !== list.source) {
      addImport(list.source, name, `./${relativePath(folderOf(list.source.file), written.source.file)}`);
    }
  }
  addElement(list.source, list.list, name);
  const isOther = choice.cluster !== undefined;
  addGitOpsEntry(read, choice.id, choice.like, choice.destination ?? (isOther ? choice.cluster : undefined));
  for (const [file, text] of overlayFiles) made.set(otherFile(file, choice), copiedFile(file, text, choice, like));
  const edited = [...facts.sources.keys()].map((file) => [file, read(file)!.edits.toString()] as const);
  return {
    plan: planOf(facts.sources, new Map([...edited, ...made])),
    guesses: guessesOf(choice, values),
  };
}

/** The hosts of an environment that a copy of it is to have in another way; none where it is written in another form. */
export function environmentHosts(facts: SystemFacts, id: string): string[] {
  const read = moduleReader(facts.sources);
  const list = environmentList(read, facts.entry);
  const written = list === undefined ? undefined : writtenEnvironment(read, list, id);
  return written === undefined ? [] : hostsIn(written.object);
}

function requireWritten(
  facts: SystemFacts,
  { id, like, stage, namespace }: EnvironmentChoice,
  read: ReadModule,
): { readonly list: EnvironmentList; readonly written: WrittenEnvironment } {
  const list = environmentList(read, facts.entry);
  const written = list === undefined ? undefined : writtenEnvironment(read, list, like);
  if (list !== undefined && written !== undefined) return { list, written };
  const type = facts.names.environmentType;
  throw new UserError({
    code: "source-form",
    what: `${like} is written in a form that this command cannot copy: it is not a constant that defineEnvironment({ … }) makes, in the list \`environments\` of defineSystem`,
    where: facts.entry,
    next: [
      `write it by hand, then its overlay as a copy of overlays/${like}, and its entry in packages/gitops:`,
      `const ${constantName(id, [])} = defineEnvironment<${type}>({`,
      `  ...${like.replaceAll(/[^\w]/g, "_")},`,
      `  id: ${literal(id)},`,
      `  environment: ${literal(stage)},`,
      `  namespace: ${literal(namespace)},`,
      "});",
    ].join("\n"),
  });
}

interface ClusterOf {
  /** Where it is declared by a constant; undefined where it is written in the environment itself. */
  readonly declared: NonNullable<ReturnType<typeof declaredAnywhere>> | undefined;
  /** The place of its id. */
  readonly id: { readonly start: number; readonly end: number } | undefined;
}

function clusterOf(read: ReadModule, { source, object }: WrittenEnvironment, choice: EnvironmentChoice): ClusterOf {
  const value = fieldOf(object, "cluster")?.value;
  const declared = value?.type === "Identifier" ? declaredAnywhere(read, source, value.name) : undefined;
  const where = declared?.source ?? source;
  const call = callNamed(where, declared?.declarator.init ?? value, "defineCluster");
  const definition = call === undefined ? undefined : objectArgument(where, call);
  const id = definition === undefined ? undefined : fieldOf(definition, "id")?.value;
  const isKnown = id !== undefined && asText(where, id) !== undefined && id.type === "Literal";
  if (choice.cluster !== undefined && !isKnown) {
    throw new UserError({
      code: "source-form",
      what: `the cluster of ${choice.like} is written in a form that this command cannot copy`,
      where: where.file,
      next: `leave out --cluster, then write the cluster ${choice.cluster} by hand: cluster: defineCluster({ id: ${literal(choice.cluster)}, nodes, reserve, target })`,
    });
  }
  return { declared, id: isKnown ? id : undefined };
}

/** A file of its own, as the other's: with the same imports, and a cluster of its own or the other's. */
function ownFile(
  { source, name: like, statement }: WrittenEnvironment,
  name: string,
  values: readonly CopiedValue[],
  { declared, id }: ClusterOf,
  { cluster }: EnvironmentChoice,
): string {
  const isDeclaredHere = declared !== undefined && declared.source === source;
  const edits = source.edits.clone();
  for (const { start, end, text } of values) edits.overwrite(start, end, text);
  const at = source.text.indexOf(like, statement.start);
  edits.overwrite(at, at + like.length, name);
  if (cluster !== undefined && id !== undefined && (isDeclaredHere || declared === undefined)) {
    edits.overwrite(id.start, id.end, literal(cluster));
    withoutLocalImages(source.text, edits, declared?.statement ?? statement);
  } else if (isDeclaredHere) {
    const { start, end } = declared.statement;
    edits.remove(start, source.text.startsWith("\n\n", end) ? end + 2 : end);
    const imports = source.program.body.filter(({ type }) => type === "ImportDeclaration").at(-1);
    const line = `import { ${declared.name} } from "./${source.file.slice(source.file.lastIndexOf("/") + 1)}";`;
    edits.appendLeft(imports?.end ?? 0, `\n${line}`);
    if (declared.statement.type !== "ExportNamedDeclaration") source.edits.appendLeft(start, "export ");
  }
  return withoutUnusedCluster(edits.toString());
}

/** Beside the other one, in the same file. */
function besides(
  { source, name: like, statement }: WrittenEnvironment,
  name: string,
  values: readonly CopiedValue[],
  { declared, id }: ClusterOf,
  { cluster }: EnvironmentChoice,
): void {
  const copy = source.edits.clone();
  for (const { start, end, text } of values) copy.overwrite(start, end, text);
  const at = source.text.indexOf(like, statement.start);
  copy.overwrite(at, at + like.length, name);
  let own = "";
  if (cluster !== undefined && id !== undefined && declared !== undefined) {
    const clusterName = `${name}Cluster`;
    const other = declared.source.edits.clone();
    const place = declared.source.text.indexOf(declared.name, declared.statement.start);
    other.overwrite(place, place + declared.name.length, clusterName);
    other.overwrite(id.start, id.end, literal(cluster));
    withoutLocalImages(declared.source.text, other, declared.statement);
    own = `${other.slice(declared.statement.start, declared.statement.end)}\n\n`;
    const used = /\bcluster\b/.exec(source.text.slice(statement.start, statement.end));
    const value = source.text.slice(statement.start + used!.index, statement.end);
    const field = /^cluster(\s*:\s*\w+)?/.exec(value)![0];
    const begin = statement.start + used!.index;
    copy.overwrite(begin, begin + field.length, `cluster: ${clusterName}`);
  } else if (cluster !== undefined && id !== undefined) {
    copy.overwrite(id.start, id.end, literal(cluster));
  }
  source.edits.appendLeft(statement.end, `\n\n${own}${copy.slice(statement.start, statement.end)}`);
}

type Edits = Source["edits"];

/** A cluster of its own has nodes that nobody loads images into. */
function withoutLocalImages(
  text: string,
  edits: Edits,
  { start, end }: { readonly start: number; readonly end: number },
): void {
  const found = /,\s*localImages: true/.exec(text.slice(start, end));
  if (found !== null) edits.remove(start + found.index, start + found.index + found[0].length);
}

/** `defineCluster` is not imported where another file has the cluster. */
function withoutUnusedCluster(text: string): string {
  return /\bdefineCluster\(/.test(text) ? text : text.replace(/\bdefineCluster,\s*|,\s*defineCluster\b/, "");
}

function environmentsIn({ text }: Source): number {
  return text.match(/\bdefineEnvironment\s*[<(]/g)?.length ?? 0;
}

function constantName(id: string, sources: readonly Source[]): string {
  const name = shortName(id).replaceAll(/-+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  const own = /^[a-z]/.test(name) ? name : `environment${name}`;
  const isUsed = sources.some(({ code }) =>
    new RegExp(String.raw`\b${own}\b`).test(code.replaceAll(/"[^"\n]*"/g, '""')),
  );
  return isUsed || reserved.has(own) ? `${own}Environment` : own;
}

const reserved = new Set([
  "default",
  "new",
  "delete",
  "export",
  "import",
  "in",
  "do",
  "if",
  "for",
  "this",
  "null",
  "true",
  "void",
  "with",
]);

function freePort({ sources }: SystemFacts): number {
  const used = [...sources.values()].flatMap((text) =>
    [...text.matchAll(/\bnodePort: (\d+)/g)].map(([, port]) => Number(port)),
  );
  return Math.max(30_000 - 1, ...used) + 1;
}

function otherFile(file: string, { id, like }: EnvironmentChoice): string {
  return `overlays/${id}${file.slice(`overlays/${like}`.length)}`;
}

function copiedFile(file: string, text: string, choice: EnvironmentChoice, like: EnvironmentInUse): string {
  return folderOf(file) === `overlays/${like.id}` && /\/kustomization\.ya?ml$|\/Kustomization$/.test(file)
    ? copiedOverlay(text, choice, like)
    : text;
}

function guessesOf({ hosts, guessed }: EnvironmentChoice, values: readonly CopiedValue[]): string[] {
  return [
    ...[...guessed]
      .filter((host) => hosts.get(host) !== host)
      .map((host) => `${hosts.get(host)}, where it was ${host}`),
    ...new Set(values.filter(({ guess }) => guess).map(({ text }) => text)),
  ];
}

function environmentProblems({ id, like, namespace, cluster }: EnvironmentChoice, taken: readonly string[]): Problem[] {
  const parts = id.split("/");
  const inside = taken.find((one) => one.startsWith(`${id}/`) || id.startsWith(`${one}/`));
  return [
    ...parts.flatMap((part) => nameProblems("environment", part)),
    ...takenProblems("environment", id, taken, (one) => `overlays/${one}`),
    ...(inside === undefined
      ? []
      : [
          argumentProblem(
            `the environment cannot be called ${id}: ${inside} would be inside of it, or it inside of that`,
            "choose another name",
          ),
        ]),
    ...nameProblems("namespace", namespace),
    ...(cluster === undefined ? [] : nameProblems("cluster", cluster)),
    ...(taken.includes(like)
      ? []
      : [argumentProblem(`there is no environment ${literal(like)}`, `--like one of: ${taken.join(", ")}`)]),
  ];
}
