import type { Node, ObjectExpression } from "oxc-parser";
import { literal } from "../templates/parts.ts";
import type { EnvironmentInUse } from "./facts.ts";
import { shortName, withWord, type EnvironmentChoice } from "./environment-choice.ts";

/** A value that stands in another one's place. */
export interface CopiedValue {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Whether nobody said it, and it is not one of the hosts. */
  readonly guess: boolean;
}

/** The hosts that an environment's values name, each once: of its URLs, and of what is called `host`. */
export function hostsIn(object: ObjectExpression): string[] {
  return [...new Set(stringsIn(object).flatMap(({ value }) => hostOf(value) ?? []))];
}

/** The values of an environment that a copy of it has in another way. */
export function copiedValues(
  object: ObjectExpression,
  like: Pick<EnvironmentInUse, "id" | "namespace">,
  choice: EnvironmentChoice,
  firstFreePort: number,
): CopiedValue[] {
  const strings = stringsIn(object).flatMap((node): CopiedValue[] => {
    const other = copiedText(node, like, choice);
    return other === undefined || other === node.value ? [] : [{ ...node, text: literal(other), guess: false }];
  });
  return [...strings, ...nodePorts(object, choice, firstFreePort)];
}

function copiedText(
  { value, field, depth }: StringNode,
  like: Pick<EnvironmentInUse, "id" | "namespace">,
  choice: EnvironmentChoice,
): string | undefined {
  if (depth === 1 && field === "id") return choice.id;
  if (depth === 1 && field === "environment") return choice.stage;
  if (value === like.namespace) return choice.namespace;
  const host = hostOf(value);
  const other = host === undefined ? undefined : choice.hosts.get(host);
  if (other === undefined) {
    // A path in a store of secrets, say; a word such as a level of logging is not one.
    const isPath = value.includes("/") || value.includes("-");
    return isPath
      ? (withWord(value, like.id, choice.id) ?? withWord(value, shortName(like.id), shortName(choice.id)))
      : undefined;
  }
  const isLocal = /^http:\/\/(localhost|127\.)/.test(value) && !/^(localhost|127\.)/.test(other);
  return (isLocal ? value.replace("http:", "https:") : value).replace(host!, other);
}

/** In development a port of each node, which only one environment of a cluster has; elsewhere nobody is let in that way. */
function nodePorts(object: ObjectExpression, { stage, cluster }: EnvironmentChoice, first: number): CopiedValue[] {
  let port = first;
  return nodesIn(object).flatMap((node): CopiedValue[] => {
    if (node.type !== "ObjectExpression" || node === object) return [];
    const fields = new Map(
      node.properties.flatMap((one) =>
        one.type === "Property" && one.key.type === "Identifier" ? [[one.key.name, one.value] as const] : [],
      ),
    );
    const [type, number] = [fields.get("type"), fields.get("nodePort")];
    if (type?.type !== "Literal" || type.value !== "NodePort" || number === undefined) return [];
    if (stage !== "development")
      return [{ start: node.start, end: node.end, text: '{ type: "ClusterIP" }', guess: true }];
    if (cluster !== undefined) return [];
    return [{ start: number.start, end: number.end, text: `${port++}`, guess: true }];
  });
}

interface StringNode {
  readonly start: number;
  readonly end: number;
  readonly value: string;
  /** The field that it is the value of. */
  readonly field: string | undefined;
  /** 1 in the object itself. */
  readonly depth: number;
}

function stringsIn(object: ObjectExpression): StringNode[] {
  const found: StringNode[] = [];
  visit(object, (node, field, depth) => {
    if (node.type !== "Literal" || typeof node.value !== "string") return;
    found.push({ start: node.start, end: node.end, value: node.value, field, depth });
  });
  return found;
}

function nodesIn(object: ObjectExpression): Node[] {
  const found: Node[] = [];
  visit(object, (node) => found.push(node));
  return found;
}

type Visitor = (node: Node, field: string | undefined, depth: number) => void;

/** Visits the values of an object, at any depth; not the names of its fields. */
function visit(node: Node, visitor: Visitor, field?: string, depth = 0): void {
  visitor(node, field, depth);
  const deeper = node.type === "ObjectExpression" ? depth + 1 : depth;
  for (const [key, value] of Object.entries(node) as [string, unknown][]) {
    if (node.type === "Property" && key === "key") continue;
    const own = node.type === "Property" && node.key.type === "Identifier" ? node.key.name : field;
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child === "object" && child !== null && "type" in child) visit(child as Node, visitor, own, deeper);
    }
  }
}

/** The host of a URL, with its port, or a text that is one. */
function hostOf(text: string): string | undefined {
  const [, own] = /^https?:\/\/([^/?#]+)/.exec(text) ?? [];
  if (own !== undefined) return isInCluster(own) ? undefined : own;
  return /^(?=.{4,253}$)([a-z0-9-]+\.)+[a-z]{2,}$/.test(text) && !isInCluster(text) ? text : undefined;
}

/** A Service's name, which is the same in every environment. */
function isInCluster(host: string): boolean {
  return (
    (!/[.:]/.test(host) && host !== "localhost") ||
    /^[a-z0-9-]+:\d+$/.test(host.replace(/^localhost:/, ".")) ||
    /\.svc(\.|:|$)/.test(host)
  );
}
