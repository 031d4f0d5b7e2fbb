import { posix } from "node:path";
import { addElement, addField } from "../source/edit.ts";
import { argumentAt, asList, asObject, asText, fieldOf, fieldsOf, nameOf } from "../source/find.ts";
import type { ObjectProperty } from "oxc-parser";
import { Draft } from "./draft.ts";
import type { LifeEnvironment, LifeFacts, LifeSystem } from "./facts.ts";
import { importsOf } from "./imports.ts";
import { applyMoves } from "./moves.ts";
import { refusal, serviceNamed, systemNamed } from "./names.ts";
import { addToOverlay, removeFromOverlays } from "./overlay-services.ts";
import { packageName, redirectImports, renamePackage } from "./packages.ts";
import { perServiceFields, removeServiceNames } from "./service-names.ts";
import { requireFree, requireUnused } from "./services.ts";
import { walk } from "./walk.ts";

/**
 * Moves a service to another system: its package, its place in overlays, its images, and the values that both systems give
 * to each service.
 *
 * @throws UserError where there is no such service or system, or the system has a service of that name.
 */
export function movedService(facts: LifeFacts, argument: string, to: string): Draft {
  const { system, service } = serviceNamed(facts, argument);
  const target = systemNamed(facts, to);
  if (target === system)
    throw refusal("argument-value", `${service.name} is of the system ${system.name} already`, "name another system");
  requireFree(target, service.name);
  const draft = new Draft(facts.files);
  const [from, there] = [`packages/${system.name}/${service.name}`, `packages/${target.name}/${service.name}`];
  const own = packageName(draft, from);
  requireUnused(draft, own ?? from, from);
  const values = valuesOf(draft, system, service.name);
  removeServiceNames(draft, system.name, service.name);
  applyMoves(draft, [[from, there]]);
  if (own !== undefined)
    renamePackage(
      draft,
      own,
      own.startsWith(`@${system.name}/`) ? `@${target.name}/${own.slice(system.name.length + 2)}` : own,
    );
  useEnvironmentsOf(draft, there, system, target);
  addServiceNames(draft, target, service.name, values);
  const listed = removeFromOverlays(draft, facts, system.name, service);
  for (const environment of target.environments) {
    const like = alike(system, environment, service.name);
    const file = environment.kustomizations.find((path) => path.startsWith(`overlays/${environment.id}/`));
    if (file === undefined) continue;
    const images = like?.kustomizations.flatMap((path) =>
      listed.filter((one) => one.file === path).flatMap((one) => one.images),
    );
    addToOverlay(draft, file, `generated/bases/${target.name}/${service.name}`, images ?? []);
  }
  return draft;
}

/** The environment of a system that is of the same kind and deploys a service; else any that does. */
function alike({ environments }: LifeSystem, { stage }: LifeEnvironment, service: string): LifeEnvironment | undefined {
  const all = environments.filter(({ services }) => services.includes(service));
  return all.find((one) => one.stage === stage) ?? all[0];
}

/** Has the package take its environments from the other system: the module, and the type of an environment. */
function useEnvironmentsOf(draft: Draft, folder: string, from: LifeSystem, to: LifeSystem): void {
  const [own, others] = [from, to].map(({ name }) => packageName(draft, `packages/${name}/environments`));
  const [type, otherType] = [environmentType(draft, from), environmentType(draft, to)];
  const file = `${folder}/package.json`;
  const text = draft.read(file);
  if (own !== undefined && others !== undefined) {
    if (text !== undefined) draft.write(file, text.replaceAll(JSON.stringify(own), JSON.stringify(others)));
    for (const path of draft.sources(folder)) redirectImports(draft, path, own, others);
  }
  for (const path of draft.sources(folder)) {
    draft.edit(path, (source) => {
      for (const { value, start, end } of importsOf(source)) {
        const module = value.startsWith(".") ? posix.join(posix.dirname(path), value) : "";
        if (!module.startsWith(`packages/${from.name}/environments/`)) continue;
        const relative = posix.relative(posix.dirname(path), to.entry);
        source.edits.overwrite(start + 1, end - 1, relative.startsWith(".") ? relative : `./${relative}`);
      }
      if (type === undefined || otherType === undefined || type === otherType) return;
      walk(source.program, (node) => {
        if (node.type === "Identifier" && node.name === type) source.edits.overwrite(node.start, node.end, otherType);
      });
    });
  }
}

/** What a system calls the type of its environments: `export type ShopEnvironment = EnvironmentOf<…>`. */
function environmentType(draft: Draft, { name }: LifeSystem): string | undefined {
  let found: string | undefined;
  for (const path of draft.sources(`packages/${name}/environments`)) {
    draft.edit(path, ({ program }) => {
      walk(program, (node) => {
        if (node.type !== "TSTypeAliasDeclaration" || node.typeAnnotation.type !== "TSTypeReference") return;
        const { typeName } = node.typeAnnotation;
        if (typeName.type === "Identifier" && typeName.name === "EnvironmentOf") found ??= node.id.name;
      });
    });
  }
  return found;
}

/** The values that each service has, as they are written: by environment, then by field. */
type Values = ReadonlyMap<string, ReadonlyMap<string, string>>;

function valuesOf(draft: Draft, { name, environments }: LifeSystem, service: string): Values {
  const fields = perServiceFields(draft, name);
  const values = new Map<string, Map<string, string>>();
  for (const path of draft.sources(`packages/${name}/environments`)) {
    draft.edit(path, (source) => {
      walk(source.program, (node) => {
        if (node.type !== "ObjectExpression") return;
        const id = asText(source, fieldOf(node, "id")?.value);
        const environment = environments.find((one) => one.id === id);
        if (environment === undefined) return;
        const own = fieldsOf(node).flatMap((field): [string, string][] => {
          const value = fields.has(nameOf(field) ?? "")
            ? fieldOf(asObject(source, field.value) ?? node, service)?.value
            : undefined;
          return value === undefined ? [] : [[nameOf(field)!, source.text.slice(value.start, value.end)]];
        });
        values.set(environment.stage, new Map(own));
      });
    });
  }
  return values;
}

/** Gives the service the same values in the other system, as far as that has the same fields. */
function addServiceNames(draft: Draft, { name, environments }: LifeSystem, service: string, values: Values): void {
  const fields = new Set([...values.values()].flatMap((own) => [...own.keys()]));
  for (const path of draft.sources(`packages/${name}/environments`)) {
    draft.edit(path, (source) => {
      walk(source.program, (node) => {
        if (
          node.type === "Property" &&
          fields.has(nameOf(node as ObjectProperty) ?? "") &&
          node.value.type === "CallExpression"
        ) {
          const list = asList(source, argumentAt(node.value, 0));
          if (list !== undefined) addElement(source, list, JSON.stringify(service));
        }
        if (node.type !== "ObjectExpression") return;
        const environment = environments.find(({ id }) => id === asText(source, fieldOf(node, "id")?.value));
        const own = environment === undefined ? undefined : (values.get(environment.stage) ?? [...values.values()][0]);
        for (const [field, text] of own ?? []) {
          const object = asObject(source, fieldOf(node, field)?.value);
          const key = /^[A-Za-z_$][\w$]*$/.test(service) ? service : JSON.stringify(service);
          if (object !== undefined) addField(source, object, `${key}: ${text}`);
        }
      });
    });
  }
}
