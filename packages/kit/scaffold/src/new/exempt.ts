import { UserError } from "@kit/errors";
import type { CallExpression } from "oxc-parser";
import { addElement, addField, addImport } from "../source/edit.ts";
import { argumentAt, asList, asObject, callNamed, fieldOf, objectArgument } from "../source/find.ts";
import { declaredIn, defaultExport, readSource, type Source } from "../source/source.ts";
import type { SystemFacts } from "./facts.ts";
import { folderOf, joinedPath } from "./paths.ts";

/**
 * The sources of a system whose policy accepts that a StatefulSet has one pod, with the reason.
 *
 * @returns The texts by file, those that change.
 * @throws UserError where the policy is written in a form that cannot be edited, with what to write.
 */
export function exemptOneReplica({ entry, sources }: SystemFacts, service: string): Map<string, string> {
  if ([...sources.values()].some((text) => text.includes(`"StatefulSet/${service}"`))) return new Map();
  const source = readSource(entry, sources.get(entry)!);
  const call = callNamed(source, defaultExport(source), "defineSystem");
  const system = call === undefined ? undefined : objectArgument(source, call);
  if (system === undefined) throw notEditable(entry, service);
  const exemption = exemptionText(service);
  const policy = fieldOf(system, "policy");
  if (policy === undefined) {
    addField(
      source,
      system,
      `policy: definePolicy({\n  exemptions: [\n    ${exemption.replaceAll("\n", "\n    ")},\n  ],\n})`,
    );
    addImport(source, "definePolicy", "typed-manifests");
    return new Map([[entry, source.edits.toString()]]);
  }
  const [where, definition] = policyIn(source, sources, policy.value, service);
  const object = asObject(where, argumentAt(definition, 0));
  if (object === undefined) throw notEditable(where.file, service);
  const exemptions = fieldOf(object, "exemptions");
  if (exemptions === undefined) {
    addField(where, object, `exemptions: [\n  ${exemption.replaceAll("\n", "\n  ")},\n]`);
  } else {
    const list = asList(where, exemptions.value);
    if (list === undefined) throw notEditable(where.file, service);
    addElement(where, list, exemption);
  }
  return new Map([[where.file, where.edits.toString()]]);
}

/** The call of `definePolicy`, in the module itself or in one beside it that it is imported from. */
function policyIn(
  source: Source,
  sources: SystemFacts["sources"],
  value: Parameters<typeof callNamed>[1],
  service: string,
): [Source, CallExpression] {
  const here = callNamed(source, value, "definePolicy");
  if (here !== undefined) return [source, here];
  const name = value?.type === "Identifier" ? value.name : undefined;
  for (const statement of source.program.body) {
    if (statement.type !== "ImportDeclaration" || !statement.source.value.startsWith(".")) continue;
    const specifier = statement.specifiers.find((one) => one.local.name === name);
    if (specifier?.type !== "ImportSpecifier" || specifier.imported.type !== "Identifier") continue;
    const file = joinedPath(folderOf(source.file), statement.source.value);
    const text = sources.get(file);
    if (text === undefined) break;
    const other = readSource(file, text);
    const found = callNamed(other, declaredIn(other, specifier.imported.name), "definePolicy");
    if (found !== undefined) return [other, found];
  }
  throw notEditable(source.file, service);
}

function exemptionText(service: string): string {
  return `{
  check: "replicas-minimum",
  object: "StatefulSet/${service}",
  reason: "one pod alone writes to its volume",
}`;
}

function notEditable(file: string, service: string): UserError {
  return new UserError({
    code: "source-form",
    what: `the system's policy is written in a form that this command cannot edit; it is to accept that StatefulSet/${service} has one pod`,
    where: file,
    next: `add to its exemptions, then start again:\n${exemptionText(service)}`,
  });
}
