import { dirname, join, posix } from "node:path";
import { emit, type Emitted } from "@kit/emit";
import { UserError, type Problem } from "@kit/errors";
import { declaredPublic } from "@kit/leaks";
import type { Environment } from "@kit/model";
import type { SyncedEnvironment } from "@kit/gitops";
import type { NotProved } from "@kit/prove";
import {
  checkReferences,
  findKustomize,
  movedByNamespace,
  oldBases,
  otherNamespaces,
  overlayLayers,
  readOverlay,
  renderCache,
  renderedFiles,
  renderOverlays,
  type Engine,
  type EngineOptions,
  type Overlay,
  type OverlayLayers,
  type Rendered,
} from "@kit/render";
import { secretTemplates } from "@kit/secrets";
import { filesBelow, overlayTree } from "@kit/tree";
import { discover, importStation, packageSources } from "@kit/workspace";
import { checkAliases } from "./check-aliases.ts";
import { checkUnlisted } from "./check-unlisted.ts";
import { checkSopsFiles } from "./check-sops-files.ts";
import { digestOfSources, refuseLinks } from "./digest-of-sources.ts";
import { gitopsTexts } from "./gitops-texts.ts";
import { madePreviews } from "./previews/made-previews.ts";
import { triedFiles, type TriedFiles } from "./previews/tried-files.ts";
import { proofOf } from "./proof-of.ts";
import { leakProblems, refuseLeaks } from "./refuse-leaks.ts";
import { cacheOf } from "./only-writer.ts";
import { selectEnvironments } from "./select-environments.ts";
import { sharedFiles } from "./shared-files.ts";
import { foldersOf, stage } from "./stage.ts";
import { loadSyncDefinition, syncedEnvironments, type SyncDefinition } from "./sync-plan.ts";
import { typeCheck } from "./type-check.ts";

export interface GenerateOptions extends EngineOptions {
  /** The repository's root; absolute. */
  readonly root: string;
  /** The environments to render. Default: all. */
  readonly environments?: readonly string[];
  /** Whether what has the same inputs as in the last build may be taken from there. Default: false. */
  readonly reuse?: boolean;
}

/** Everything that a build makes, in memory. */
export interface Generated {
  /** Text by path below `generated/`. */
  readonly files: ReadonlyMap<string, string>;
  readonly rendered: readonly Rendered[];
  /** Objects that are not proved, by environment; those where all are do not stand here. */
  readonly notProved: ReadonlyMap<string, readonly NotProved[]>;
  /** Environments that were not asked for. */
  readonly left: readonly string[];
  readonly engine: Engine;
}

/**
 * The whole way from the packages to the rendered result, without a change to the repository.
 *
 * The type-check and the search for an engine run beside it. What does not compile is said in the compiler's
 * words, whatever else went wrong; a package that is not one comes first, because nothing is found from there.
 *
 * @throws UserError, EnvironmentFailure
 */
export async function generate({
  root,
  environments = [],
  reuse = false,
  ...options
}: GenerateOptions): Promise<Generated> {
  const last = reuse ? { directory: cacheOf(root), sources: digestOfSources(root) } : undefined;
  if (last === undefined) refuseLinks(root);
  discover(root);
  const compiled = typeCheck(root, last);
  const engine = settle(findKustomize(options));
  const emitted = settle(emitRepository(root));
  const doesNotCompile = await compiled;
  if (doesNotCompile !== undefined) throw doesNotCompile;
  const { files, expected, environments: known, sync, tried } = (await emitted)();
  const ids = known.map(({ id }) => id);
  const selected = selectEnvironments(ids, environments);
  overlayTree(root);
  const overlayTexts = filesBelow(root, "overlays");
  UserError.throwIfAny(checkAliases(overlayTexts));
  const overlays = readOverlays(
    root,
    known.filter(({ id }) => selected.includes(id)),
    files,
  );
  if (selected.length === ids.length) {
    UserError.throwIfAny(
      checkUnlisted(
        root,
        overlays,
        overlayTexts.map(([path]) => path),
      ),
    );
  }
  const found = (await engine)();
  const publicValues = declaredPublic(packageSources(root)).map(({ value }) => value);
  await refuseLeaks(
    [...[...files].map(([path, text]) => [`generated/${path}`, text] as const), ...overlayTexts],
    publicValues,
    last === undefined ? undefined : join(last.directory, "without-secrets"),
  );
  const layers = layersOf(root, overlays);
  using staged = stage(root, files, foldersOf([...layers.values()]));
  const cache = last === undefined ? undefined : renderCache(last.directory);
  const run = { directory: staged.directory, engine: found, env: { ...options.env, TMPDIR: staged.temporary } };
  const placeOf = ({ overlay: { id } }: Rendered): KnownEnvironment => known.find((one) => one.id === id)!;
  const proof = proofOf({ expected, layers, environments: known, files: new Set(files.keys()), run });
  const rendered = await renderOverlays(overlays, {
    ...run,
    cache,
    before: proof.below,
    judge: async (one) => [
      ...(await leakProblems(textsToScan(placeOf(one), one.documents), publicValues)),
      ...(await movedByNamespace(one, placeOf(one).namespace, run)),
    ],
    prove: proof.prove,
  });
  UserError.throwIfAny([
    ...rendered.flatMap((one) => sharedFiles(staged.directory, placeOf(one), one)),
    ...rendered.flatMap((one) => checkSopsFiles(root, known, one, sync?.definition.engine)),
  ]);
  const renderedText = rendered.flatMap((one) => renderedFiles(placeOf(one), one.documents));
  const left = ids.filter((id) => !selected.includes(id));
  // They are of all environments, so only a build of all of them can write them.
  const toSync = async (): Promise<SyncedEnvironment[]> => {
    const previews = await madePreviews(known, rendered, tried, { ...run, cache: last?.directory });
    return syncedEnvironments(known, rendered, previews);
  };
  const synced = sync === undefined || left.length > 0 ? [] : await gitopsTexts(sync, await toSync(), last);
  const texts = new Map([...files, ...renderedText, ...synced]);
  if (texts.size < files.size + renderedText.length + synced.length) throw new Error("two texts have one path");
  return {
    files: texts,
    rendered,
    notProved: proof.notProved,
    left,
    engine: found,
  };
}

/** An overlay may also have a secret from another folder or repository. */
function textsToScan(...rendered: Parameters<typeof renderedFiles>): [string, string][] {
  return [...renderedFiles(...rendered)].map(([path, text]) => [`generated/${path}`, text]);
}

interface KnownEnvironment extends Environment {
  /** The bases of the services that it deploys. */
  readonly bases: readonly string[];
  /** The package that defines it. */
  readonly where: string;
}

interface EmittedRepository {
  readonly files: Map<string, string>;
  readonly expected: Emitted["expected"];
  readonly environments: readonly KnownEnvironment[];
  readonly sync: SyncDefinition | undefined;
  /** What previews are tried with; undefined without any. */
  readonly tried: TriedFiles | undefined;
}

async function emitRepository(root: string): Promise<EmittedRepository> {
  const systems = await importStation.run({ root });
  UserError.throwIfAny(systems.flatMap(({ vendorDifferences }) => vendorDifferences));
  const environments = systems.flatMap((system) =>
    system.environments.map(({ services = system.services.map(({ name }) => name), ...environment }) => ({
      ...environment,
      where: system.entry,
      // Untyped code can give something else, which emit refuses.
      bases: (Array.isArray(services) ? services : []).map((service) => `generated/bases/${system.name}/${service}`),
    })),
  );
  const { files: emitted, expected, readers } = emit(systems);
  const files = new Map([...emitted, ...secretTemplates(systems, readers)]);
  const sync = await loadSyncDefinition(root, environments);
  return { files, expected, environments, sync, tried: triedFiles(systems) };
}

function readOverlays(
  root: string,
  environments: readonly KnownEnvironment[],
  files: ReadonlyMap<string, string>,
): Overlay[] {
  const kustomizations = [...files.keys()].filter((path) => path.endsWith("/kustomization.yaml"));
  const directories = kustomizations.map((path) => posix.join("generated", dirname(path)));
  const problems: Problem[] = [];
  const overlays = environments.flatMap(({ id, namespace, bases }): Overlay[] => {
    try {
      const overlay = readOverlay(root, id);
      const old = oldBases(root, overlay, directories);
      const references = old.length === 0 ? checkReferences(overlay, { directories, bases }) : old;
      problems.push(...references, ...otherNamespaces(root, overlay, namespace));
      return [overlay];
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  UserError.throwIfAny(problems);
  return overlays;
}

function layersOf(root: string, overlays: readonly Overlay[]): ReadonlyMap<string, OverlayLayers> {
  const all = overlays.map(({ id, file }) => [id, overlayLayers(root, file, `generated/environments/${id}`)] as const);
  return new Map(all);
}

/** The outcome of work that runs beside other work: a failure is thrown where the outcome is asked for. */
async function settle<Result>(work: Promise<Result>): Promise<() => Result> {
  try {
    const result = await work;
    return () => result;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}
