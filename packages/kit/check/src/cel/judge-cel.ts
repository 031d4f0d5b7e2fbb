import { boundNames, isCelFunction, resultOf, type CelName } from "./functions.ts";
import { parseCel, type Cel } from "./parse.ts";
import { CelError } from "./tokens.ts";

/**
 * What is certain of a value: a type by its name, an object of known fields, a list of known items. Undefined: nothing is, so
 * that nothing is said of it.
 */
export type CelType =
  | CelName
  | { readonly fields: ReadonlyMap<string, () => CelType | undefined>; readonly name?: string }
  | { readonly items: CelType | undefined }
  | undefined;

export interface CelScope {
  /** The variables, by their names. */
  readonly variables: ReadonlyMap<string, CelType>;
  /** The types that can be made, beside the built-in ones: `Object`. Default: none. */
  readonly types?: readonly string[];
}

/** Names that are the server's own: types, and the beginnings of functions' names. */
const ownNames = new Set(
  "bool bytes double duration dyn google int ip cidr list map net null_type kubernetes optional_type string timestamp type uint".split(
    " ",
  ),
);
const ownPrefixes = new Set("optional sets lists format ip cel jsonpatch strings math base64 regex google".split(" "));

/**
 * What an expression gives, as far as it is certain.
 *
 * @throws CelError where the API server is sure to refuse it: what is not CEL, a name or function that nobody has declared,
 * values of types that do not go together. Costs are not counted.
 */
export function judgeCel(source: string, scope: CelScope): CelType {
  const parsed = parseCel(source);
  return parsed === undefined ? undefined : typeOf(parsed, scope);
}

/** How messages call a type. */
export function describeCelType(type: CelType): string {
  if (type === undefined || typeof type === "string") return type ?? "a value";
  return "items" in type ? "list" : (type.name ?? "object");
}

function typeOf(cel: Cel, scope: CelScope): CelType {
  switch (cel.is) {
    case "literal":
      return cel.type;
    case "name":
      return nameType(cel, scope);
    case "field":
      return fieldType(cel, scope);
    case "entry":
      return entryType(cel, scope);
    case "call":
      return callType(cel, scope);
    case "list":
      for (const item of cel.items) typeOf(item, scope);
      return cel.items.length > 0 ? { items: typeOf(cel.items[0]!, scope) } : "list";
    case "map":
      for (const one of cel.entries.flat()) typeOf(one, scope);
      return "map";
    case "message":
      for (const value of cel.values) typeOf(value, scope);
      return { fields: new Map(), name: cel.name };
    case "unary":
      return unaryType(cel, scope);
    case "binary":
      return binaryType(cel, scope);
    default:
      return conditionType(cel, scope);
  }
}

function nameType({ name, at }: Extract<Cel, { is: "name" }>, { variables, types = [] }: CelScope): CelType {
  if (variables.has(name)) return variables.get(name);
  if (ownNames.has(name)) return "type";
  if (ownPrefixes.has(name) || types.includes(name)) return undefined;
  throw new CelError(`reads ${name}, which is not declared`, at);
}

function fieldType({ of, name, optional, at }: Extract<Cel, { is: "field" }>, scope: CelScope): CelType {
  const type = typeOf(of, scope);
  if (type === "dyn") return optional ? undefined : "dyn";
  if (scalars.has(type) || type === "list" || (typeof type === "object" && "items" in type)) {
    throw new CelError(`reads the field ${name} of ${describeCelType(type)}`, at);
  }
  if (typeof type !== "object" || !("fields" in type)) return undefined;
  if (type.name !== undefined) return type.name.startsWith("Object") && !optional ? "dyn" : undefined;
  const field = type.fields.get(name);
  if (field === undefined) throw new CelError(`reads the field ${name}, which is not defined`, at);
  return optional ? undefined : field();
}

function entryType({ of, key, optional }: Extract<Cel, { is: "entry" }>, scope: CelScope): CelType {
  const type = typeOf(of, scope);
  typeOf(key, scope);
  if (optional) return undefined;
  if (type === "dyn") return "dyn";
  return typeof type === "object" && "items" in type ? type.items : undefined;
}

function callType(call: Extract<Cel, { is: "call" }>, scope: CelScope): CelType {
  const { of, name, args, at } = call;
  if (!isCelFunction(name)) throw new CelError(`calls ${name}, which is not declared`, at);
  if (name === "has" && of === undefined) {
    const [field] = args;
    if (args.length !== 1 || field?.is !== "field") throw new CelError("calls has without a field", at);
    typeOf(field, scope);
    return "bool";
  }
  if (name === "bind" && of?.is === "name" && of.name === "cel") return bindType(call, scope);
  const received = of === undefined ? undefined : typeOf(of, scope);
  const count = of === undefined ? 0 : boundNames(name, args.length);
  const names = args.slice(0, count);
  if (count > 0 && args.length > count) {
    const bad = names.find((one) => one.is !== "name");
    if (bad !== undefined) throw new CelError(`calls ${name} without the name of a variable`, bad.at);
    const item = typeof received === "object" && "items" in received && count === 1 ? received.items : undefined;
    const bound = names.map((one): [string, CelType] => [
      one.is === "name" ? one.name : "",
      received === "dyn" ? "dyn" : item,
    ]);
    const inner = { ...scope, variables: new Map([...scope.variables, ...bound]) };
    const last = args
      .slice(count)
      .map((one) => typeOf(one, inner))
      .at(-1);
    if (name.startsWith("all") || name.startsWith("exists")) {
      expectType(last, ["bool"], args.at(-1)!.at, name);
      return "bool";
    }
    return name === "map" ? { items: last } : name === "filter" ? received : undefined;
  }
  for (const argument of args) typeOf(argument, scope);
  if (name === "matches" && of !== undefined) expectPattern(args);
  return resultOf(name);
}

function bindType({ args, at }: Extract<Cel, { is: "call" }>, scope: CelScope): CelType {
  const [variable, value, read] = args;
  if (variable?.is !== "name" || value === undefined || read === undefined) {
    throw new CelError("calls cel.bind without a name, a value and what reads it", at);
  }
  const type = typeOf(value, scope);
  return typeOf(read, { ...scope, variables: new Map([...scope.variables, [variable.name, type]]) });
}

/** Only what no regular expression can be: brackets that do not end. */
function expectPattern([pattern]: readonly Cel[]): void {
  if (pattern?.is !== "literal" || pattern.type !== "string") return;
  const text = pattern.text.replace(/^[rR]?(?:"""|'''|["'])/, "").replace(/(?:"""|'''|["'])$/, "");
  if (/^[^\\[\]]*\[[^\\[\]]*$/.test(text))
    throw new CelError("matches a regular expression that does not end", pattern.at);
}

function unaryType({ sign, of, at }: Extract<Cel, { is: "unary" }>, scope: CelScope): CelType {
  const type = typeOf(of, scope);
  expectType(type, sign === "!" ? ["bool"] : ["int", "double"], at, sign);
  return sign === "!" ? "bool" : type === "dyn" ? undefined : type;
}

const scalars = new Set<CelType>(["bool", "int", "uint", "double", "string", "bytes"]);
const numbers = ["int", "uint", "double"] as const;

function binaryType({ sign, left, right, at }: Extract<Cel, { is: "binary" }>, scope: CelScope): CelType {
  const [one, other] = [typeOf(left, scope), typeOf(right, scope)];
  if (sign === "&&" || sign === "||") {
    expectType(one, ["bool"], left.at, sign);
    expectType(other, ["bool"], right.at, sign);
    return "bool";
  }
  const areScalars = scalars.has(one) && scalars.has(other);
  const areNumbers = numbers.some((type) => type === one) && numbers.some((type) => type === other);
  const isComparison = levelsOfComparison.has(sign);
  // Numbers of different types are compared in order, and nothing else is.
  const fits = one === other || (areNumbers && isComparison && sign !== "==" && sign !== "!=");
  if (areScalars && !fits && sign !== "in")
    throw new CelError(`has ${describeCelType(one)} ${sign} ${describeCelType(other)}`, at);
  if (sign === "in" && scalars.has(other)) throw new CelError(`looks in ${describeCelType(other)}`, at);
  if (isComparison || sign === "in") return "bool";
  if (sign !== "+" && areScalars && !areNumbers) {
    throw new CelError(`has ${describeCelType(one)} ${sign} ${describeCelType(other)}`, at);
  }
  return areScalars ? one : undefined;
}

const levelsOfComparison = new Set(["<", "<=", ">", ">=", "==", "!="]);

function conditionType({ test, yes, no }: Extract<Cel, { is: "condition" }>, scope: CelScope): CelType {
  expectType(typeOf(test, scope), ["bool"], test.at, "?");
  const [one, other] = [typeOf(yes, scope), typeOf(no, scope)];
  return one === other ? one : undefined;
}

function expectType(type: CelType, wanted: readonly CelName[], at: number, sign: string): void {
  const isCertain = scalars.has(type) || ["list", "map", "null"].includes(type as string) || typeof type === "object";
  if (!isCertain || wanted.some((one) => one === type)) return;
  throw new CelError(`has ${describeCelType(type)} with ${sign}, which takes ${wanted.join(" or ")}`, at);
}
