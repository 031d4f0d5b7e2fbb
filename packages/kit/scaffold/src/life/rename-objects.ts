import type { Node, ObjectProperty, Span } from "oxc-parser";
import { nameOf } from "../source/find.ts";
import type { Source } from "../source/source.ts";
import type { Draft } from "./draft.ts";
import { renameExemptions } from "./exemption-places.ts";
import type { LifeFacts, LifeService, LifeSystem } from "./facts.ts";
import { walk } from "./walk.ts";

/**
 * Gives the objects of a service that are called after it another name, with their labels and addresses: in its own sources
 * whatever is called `cart` or begins with `cart-`, in those of its system and its overlays the names of its objects. Names of
 * images and Secrets stay. A review of what is rendered tells what still has an old name.
 */
export function renameObjects(
  draft: Draft,
  facts: LifeFacts,
  system: LifeSystem,
  { name: from, objects }: LifeService,
  to: string,
): void {
  const names = [...new Set([from, ...objects.map(({ name }) => name)])].filter((name) => isCalledAfter(name, from));
  const folder = `packages/${system.name}/${from}`;
  for (const path of draft.sources(`packages/${system.name}`)) {
    const isOwn = path.startsWith(`${folder}/`);
    draft.edit(path, (source) => {
      for (const { node, text } of textsIn(source)) {
        const own =
          isOwn && isCalledAfter(text, from) ? to + text.slice(from.length) : renamedIn(text, names, from, to);
        if (own !== text)
          source.edits.overwrite(node.start, node.end, node.type === "Literal" ? JSON.stringify(own) : own);
      }
    });
  }
  const renamed = objects.filter((one) => names.includes(one.name));
  const exempted = renamed.map(
    (one) => [`${one.kind}/${one.name}`, `${one.kind}/${to}${one.name.slice(from.length)}`] as const,
  );
  renameExemptions(draft, [`packages/${system.name}`, "packages/policy"], new Map(exempted));
  for (const { kustomizations } of system.environments) {
    for (const path of kustomizations) {
      const text = draft.read(path);
      if (text === undefined) continue;
      const pattern = new RegExp(
        String.raw`(\bname: *["']?)(${names.map((name) => RegExp.escape(name)).join("|")})(?=["']?\s*(?:[,}#]|$))`,
        "gm",
      );
      const own = withoutImages(text, (part) =>
        part.replaceAll(pattern, (_, field: string, name: string) => field + to + name.slice(from.length)),
      );
      if (own !== text) draft.write(path, own);
    }
  }
}

function isCalledAfter(text: string, name: string): boolean {
  return text === name || (text.startsWith(`${name}-`) && /^[a-z0-9-]+$/.test(text));
}

/** A text that is the name of an object, or has it as an address: `http://cart:8080`, `cart.shop.svc`. */
function renamedIn(text: string, names: readonly string[], from: string, to: string): string {
  if (names.includes(text)) return to + text.slice(from.length);
  const all = names.map((name) => RegExp.escape(name)).join("|");
  const address = new RegExp(String.raw`(?<=(?:^|//|@))(${all})(?=:(?:\d|$)|\.[a-z0-9-]+\.svc|/|$)`, "g");
  return /:\/\/|:\d+|\.svc/.test(text) ? text.replaceAll(address, (name) => to + name.slice(from.length)) : text;
}

interface Text {
  /** Without the quotes of a template. */
  readonly node: Span & Pick<Node, "type">;
  readonly text: string;
}

/** Fields with images, and with texts for people. */
const notNames: readonly string[] = ["image", "reason", "description", "about"];

function textsIn({ program, text }: Source): Text[] {
  const texts: Text[] = [];
  walk(program, (node, around) => {
    const parent = around.at(-1);
    if (around.some((one, index) => isSecretPlace(one, around[index - 1]))) return;
    if (
      parent?.type === "Property" &&
      (parent.key === node || notNames.includes(nameOf(parent as ObjectProperty) ?? ""))
    )
      return;
    if (parent?.type.startsWith("Import") === true || parent?.type.startsWith("Export") === true) return;
    if (node.type === "Literal" && typeof node.value === "string") texts.push({ node, text: node.value });
    if (node.type === "TemplateElement") {
      const { raw } = node.value;
      // Its place has the backtick or the bracket before it.
      const start = text.indexOf(raw, node.start);
      texts.push({ node: { type: node.type, start, end: start + raw.length }, text: raw });
    }
  });
  return texts;
}

/** Whether what is in a field names a Secret: that keeps its name, because somebody has made it. */
function isSecretPlace(node: Node, parent: Node | undefined): boolean {
  if (node.type === "CallExpression") return node.callee.type === "Identifier" && node.callee.name === "defineSecret";
  if (node.type !== "Property" || parent?.type !== "ObjectExpression") return false;
  return ["secretRef", "secretKeyRef", "secretName", "imagePullSecrets", "secret"].includes(
    nameOf(node as ObjectProperty) ?? "",
  );
}

/** Changes a kustomization but for its `images:`, whose entries have names of their own. */
function withoutImages(text: string, change: (part: string) => string): string {
  const at = text.search(/^images:/m);
  if (at === -1) return change(text);
  const rest = /\n(?=[A-Za-z])/.exec(text.slice(at));
  const end = rest === null ? text.length : at + rest.index;
  return change(text.slice(0, at)) + text.slice(at, end) + change(text.slice(end));
}
