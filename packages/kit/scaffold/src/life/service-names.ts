import type { ArrayExpression, MemberExpression, Node, ObjectExpression, ObjectProperty } from "oxc-parser";
import { removeEntry } from "../source/edit.ts";
import { asList, nameOf } from "../source/find.ts";
import type { Source } from "../source/source.ts";
import type { Draft } from "./draft.ts";
import { walk } from "./walk.ts";

/** Fields whose value is a list of services. */
const lists: readonly string[] = ["services", "consumers"];

/**
 * Writes another name for a service wherever a system's sources name it as one: which services an environment deploys, who
 * reads a Secret, and the values that each service has (`perService`).
 */
export function renameService(draft: Draft, system: string, from: string, to: string): void {
  const fields = perServiceFields(draft, system);
  for (const path of draft.sources(`packages/${system}`)) {
    draft.edit(path, (source) => {
      for (const place of placesOf(source, from, fields)) {
        if (place.by === "element") source.edits.overwrite(place.node.start, place.node.end, JSON.stringify(to));
        else if (place.by === "key") renameKey(source, place.node, to);
        else renameMember(source, place.node, to);
      }
    });
  }
}

/** Takes a service out of the same places. */
export function removeServiceNames(draft: Draft, system: string, service: string): void {
  const fields = perServiceFields(draft, system);
  for (const path of draft.sources(`packages/${system}`)) {
    for (;;) {
      let isChanged = false;
      // One at a time: what goes with an entry depends on what is left beside it.
      draft.edit(path, (source) => {
        const place = placesOf(source, service, fields).find(({ by }) => by !== "member");
        if (place === undefined || place.by === "member") return;
        removeEntry(source, place.within, place.node);
        isChanged = true;
      });
      if (!isChanged) break;
    }
  }
}

/** The names of the fields that have a value for each service: `exposure: perService(…)`. */
export function perServiceFields(draft: Draft, system: string): Set<string> {
  const fields = new Set<string>();
  for (const path of draft.sources(`packages/${system}`)) {
    draft.edit(path, ({ program }) => {
      walk(program, (node) => {
        if (node.type !== "Property" || node.value.type !== "CallExpression") return;
        const { callee } = node.value;
        const name = nameOf(node as ObjectProperty);
        if (callee.type === "Identifier" && callee.name === "perService" && name !== undefined) fields.add(name);
      });
    });
  }
  return fields;
}

type Place =
  | { readonly by: "element"; readonly within: ArrayExpression; readonly node: Node }
  | { readonly by: "key"; readonly within: ObjectExpression; readonly node: ObjectProperty }
  | { readonly by: "member"; readonly node: MemberExpression };

function placesOf(source: Source, service: string, fields: ReadonlySet<string>): Place[] {
  const places: Place[] = [];
  walk(source.program, (node) => {
    if (node.type === "CallExpression" && node.callee.type === "Identifier" && node.callee.name === "perService") {
      const [first] = node.arguments;
      if (first !== undefined && first.type !== "SpreadElement")
        places.push(...elementsOf(asList(source, first), service));
    }
    if (node.type === "Property") {
      const name = nameOf(node as ObjectProperty);
      if (name !== undefined && lists.includes(name))
        places.push(...elementsOf(asList(source, node.value as never), service));
      if (name !== undefined && fields.has(name) && node.value.type === "ObjectExpression") {
        places.push(...keysOf(node.value, service));
      }
    }
    if (node.type === "MemberExpression" && textOf(node) === service && fields.has(textOf(node.object) ?? "")) {
      places.push({ by: "member", node });
    }
  });
  // A list that several use is found several times.
  return [...new Map(places.map((place) => [place.node.start, place])).values()];
}

function elementsOf(list: ArrayExpression | undefined, service: string): Place[] {
  return (list?.elements ?? []).flatMap((node): Place[] =>
    node?.type === "Literal" && node.value === service ? [{ by: "element", within: list!, node }] : [],
  );
}

function keysOf(object: ObjectExpression, service: string): Place[] {
  return object.properties.flatMap((node): Place[] =>
    node.type === "Property" && nameOf(node) === service ? [{ by: "key", within: object, node }] : [],
  );
}

/** The name of the member that an expression ends with: `cart` of `env.exposure.cart` and of `env.exposure["cart"]`. */
function textOf(node: Node): string | undefined {
  if (node.type !== "MemberExpression") return undefined;
  const { property, computed } = node;
  if (!computed) return property.type === "Identifier" ? property.name : undefined;
  return property.type === "Literal" && typeof property.value === "string" ? property.value : undefined;
}

function renameKey({ edits, text }: Source, { key, value, shorthand }: ObjectProperty, to: string): void {
  const name = isIdentifier(to) ? to : JSON.stringify(to);
  if (shorthand) edits.overwrite(key.start, key.end, `${name}: ${text.slice(value.start, value.end)}`);
  else edits.overwrite(key.start, key.end, name);
}

function renameMember({ edits, code }: Source, { object, end }: MemberExpression, to: string): void {
  const isOptional = code.slice(object.end, end).startsWith("?.");
  const member = isIdentifier(to)
    ? `${isOptional ? "?." : "."}${to}`
    : `${isOptional ? "?." : ""}[${JSON.stringify(to)}]`;
  edits.overwrite(object.end, end, member);
}

function isIdentifier(name: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(name);
}
