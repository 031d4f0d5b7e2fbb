import { writtenFrom } from "@kit/emit/header";
import { readFolders, type KustomizationFolder } from "@kit/kustomize";
import { groupOf, identityOf, type Identity } from "@kit/kube";
import { readAsKustomize } from "@kit/yaml";

/** What a generated file says of an object. */
export interface GeneratedPart {
  /** From the repository's root. */
  readonly path: string;
  readonly text: string;
  /** Of a base, of the environment's component, or a patch of that. */
  readonly role: "base" | "own" | "patch";
  /** As the file has it: mostly without a namespace. */
  readonly id: Identity;
  /** The packages that it was written from, as folders. */
  readonly packages: readonly string[];
}

/**
 * What an environment's overlay has from generated files: the objects of its bases and its component, and the component's
 * patches, objects or lists of JSON 6902 operations. The files of any ref will do.
 *
 * @param files Text by path from the repository's root.
 */
export function generatedParts(environment: string, files: ReadonlyMap<string, string>): GeneratedPart[] {
  const component = `generated/environments/${environment}`;
  const { levels } = readFolders(`overlays/${environment}`, files);
  const bases = [...levels.values()].filter(({ folder }) => folder.startsWith("generated/bases/"));
  const own = levels.get(component) ?? readFolders(component, files).levels.get(component);
  const objects = [
    ...bases.flatMap((level) => objectsOf(level, "base", files)),
    ...(own === undefined ? [] : objectsOf(own, "own", files)),
  ];
  return [...objects, ...(own === undefined ? [] : patchesOf(own, objects, files))];
}

function objectsOf(
  level: KustomizationFolder,
  role: "base" | "own",
  files: ReadonlyMap<string, string>,
): GeneratedPart[] {
  return level.resources.flatMap((path) => {
    const text = files.get(path);
    if (text === undefined) return [];
    return identitiesIn(text).map((id) => ({ ...facts(path, text), role, id }));
  });
}

interface WrittenPatch {
  readonly path?: string;
  readonly target?: Partial<Record<"group" | "kind" | "name" | "namespace", string>>;
}

function patchesOf(
  { folder, content }: KustomizationFolder,
  objects: readonly GeneratedPart[],
  files: ReadonlyMap<string, string>,
): GeneratedPart[] {
  const patches = Array.isArray(content["patches"]) ? (content["patches"] as (WrittenPatch | null)[]) : [];
  const byName = Map.groupBy(objects, ({ id }) => `${id.kind}/${id.name}`);
  return patches.flatMap((patch): GeneratedPart[] => {
    const path = `${folder}/${patch?.path ?? ""}`;
    const text = files.get(path);
    if (text === undefined) return [];
    const part = { ...facts(path, text), role: "patch" as const };
    const { target } = patch!;
    if (target === undefined) return identitiesIn(text).map((id) => ({ ...part, id }));
    const [kind, name] = [plain(target.kind), plain(target.name)];
    const [found] = (byName.get(`${kind}/${name}`) ?? []).filter(({ id }) => isIn(id, target));
    return found === undefined ? [] : [{ ...part, id: found.id }];
  });
}

/** An object may get its namespace only later, and kustomize then looks for it by that of the moment. */
function isIn({ apiVersion, namespace }: Identity, target: NonNullable<WrittenPatch["target"]>): boolean {
  const group = target.group === undefined || target.group === "" || plain(target.group) === groupOf(apiVersion);
  return group && (namespace === undefined || !target.namespace || plain(target.namespace) === namespace);
}

/** The fields of a target are regular expressions for the whole text, and the build escapes what it writes. */
function plain(pattern = ""): string {
  return pattern
    .replace(/^\^/, "")
    .replace(/\$$/, "")
    .replaceAll(/\\(.)|\[(.)\]/g, "$1$2");
}

function facts(path: string, text: string): Pick<GeneratedPart, "path" | "text" | "packages"> {
  return { path, text, packages: packagesOf(text) };
}

/** The packages that a generated file says it was written from, as folders. */
export function packagesOf(text: string): string[] {
  return writtenFrom(text)?.split(" and ") ?? [];
}

/** The identities of the objects of a manifest; none where it is not YAML. */
export function identitiesIn(text: string): Identity[] {
  const quick = quickIdentity(text);
  if (quick !== undefined) return [quick];
  return readAsKustomize(text).flatMap(({ data }) =>
    typeof data === "object" && data !== null && !Array.isArray(data) ? [identityOf(data)] : [],
  );
}

/** Of what the build writes, some lines tell: there are thousands of files, and reading them as YAML takes seconds. */
function quickIdentity(text: string): Identity | undefined {
  if (/^---|[&*]/m.test(text.slice(0, text.indexOf("metadata:")))) return undefined;
  const metadata = /^metadata:\n((?: {2}.*\n)+)/m.exec(text)?.[1] ?? "";
  const [apiVersion, kind] = ["apiVersion", "kind"].map(
    (key) => new RegExp(`^${key}: ([\\w./-]+)$`, "m").exec(text)?.[1],
  );
  const [name, namespace] = ["name", "namespace"].map((key) => new RegExp(`^  ${key}: (.+)$`, "m").exec(metadata)?.[1]);
  const isPlain = [name, namespace ?? ""].every((value) => value !== undefined && /^[\w.:-]*$/.test(value));
  if (apiVersion === undefined || kind === undefined || !isPlain || text.includes("\n---")) return undefined;
  return { apiVersion, kind, name: name!, namespace };
}
