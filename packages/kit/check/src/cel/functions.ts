/** The functions of the API server's environment by what they give, where it is the same whatever they are given. */
export type CelName =
  | "bool"
  | "int"
  | "uint"
  | "double"
  | "string"
  | "bytes"
  | "null"
  | "list"
  | "map"
  | "type"
  | "dyn";

// k8s.io/apiserver/pkg/cel/environment/base.go has the libraries; cel-go/common/stdlib and ext, and pkg/cel/library the names.

const results: Readonly<Record<string, CelName>> = {
  allowed: "bool",
  charAt: "string",
  contains: "bool",
  containsCIDR: "bool",
  containsIP: "bool",
  dyn: "dyn",
  endsWith: "bool",
  errored: "bool",
  find: "string",
  findAll: "list",
  getHost: "string",
  indexOf: "int",
  isCIDR: "bool",
  isGreaterThan: "bool",
  isIP: "bool",
  isInteger: "bool",
  isLessThan: "bool",
  isQuantity: "bool",
  isSemver: "bool",
  isURL: "bool",
  isSorted: "bool",
  join: "string",
  lastIndexOf: "int",
  lowerAscii: "string",
  matches: "bool",
  replace: "string",
  size: "int",
  split: "list",
  startsWith: "bool",
  string: "string",
  substring: "string",
  trim: "string",
  upperAscii: "string",
};

const known = new Set([
  ...Object.keys(results),
  ..."add asApproximateFloat asInteger bool bytes byte check cidr compareTo date datetime double duration error".split(
    " ",
  ),
  ..."family fieldSelector format getDate getDayOfMonth getDayOfWeek getDayOfYear getEscapedPath getFullYear".split(
    " ",
  ),
  ..."getHostname getHours getMilliseconds getMinutes getMonth getPort getQuery getScheme getSeconds group".split(" "),
  ..."hasValue int ip isCanonical isGlobalUnicast isLinkLocalMulticast isLinkLocalUnicast isLoopback".split(" "),
  ..."isUnspecified labelSelector labelValue major masked max min minor name named namespace optFlatMap optMap or".split(
    " ",
  ),
  ..."orValue patch path prefixLength qualifiedName quantity reason resource semver serviceAccount sign sub".split(" "),
  ..."subresource sum test testV1 timestamp type uint uri url uuid validate value distinct flatten reverse slice".split(
    " ",
  ),
  ..."sort sortBy range none of ofNonZeroValue unwrap unwrapOpt first last quote charAt escapeKey bind has".split(" "),
  ..."all exists exists_one existsOne map filter transformList transformMap transformMapEntry contains".split(" "),
  ..."equivalent intersects dns1123Label dns1123Subdomain dns1035Label dns1123LabelPrefix".split(" "),
  ..."dns1123SubdomainPrefix dns1035LabelPrefix includes".split(" "),
]);

/** Whether the server has a function of the name, by itself or of a value. */
export function isCelFunction(name: string): boolean {
  return known.has(name);
}

/** What a function gives, where that does not depend on what it is given. */
export function resultOf(name: string): CelName | undefined {
  return Object.hasOwn(results, name) ? results[name] : undefined;
}

/** How many names a macro binds before what it reads with them; 0 where it is not one. */
export function boundNames(name: string, count: number): number {
  if (!macros.has(name)) return 0;
  if (withTwo.has(name)) return 2;
  return (name === "all" || name === "exists" || name === "existsOne" || name === "exists_one") && count === 3 ? 2 : 1;
}

const withTwo = new Set(["transformList", "transformMap", "transformMapEntry"]);
const macros = new Set([
  ...withTwo,
  "all",
  "exists",
  "exists_one",
  "existsOne",
  "map",
  "filter",
  "optMap",
  "optFlatMap",
  "sortBy",
]);
