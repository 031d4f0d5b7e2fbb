import type { CelScope, CelType } from "../cel/index.ts";

/** What expressions of an admission policy or webhook can read. */
export interface AdmissionScope {
  readonly params?: boolean;
  readonly authorizer?: boolean;
  /** The policy's own variables, as far as they are defined before. Default: it has none. */
  readonly variables?: ReadonlyMap<string, CelType> | undefined;
  /** Whether the types of patches are there. */
  readonly patches?: boolean;
}

const unknown = (): CelType => undefined;
const text = (): CelType => "string";
const kind = (): CelType => ({ fields: new Map(["group", "version", "kind"].map((name) => [name, text])) });
const resource = (): CelType => ({ fields: new Map(["group", "version", "resource"].map((name) => [name, text])) });

// k8s.io/apiserver/pkg/admission/plugin/cel: what a request has.
const request: CelType = {
  fields: new Map<string, () => CelType>([
    ["kind", kind],
    ["resource", resource],
    ["subResource", text],
    ["requestKind", kind],
    ["requestResource", resource],
    ["requestSubResource", text],
    ["name", text],
    ["namespace", text],
    ["operation", text],
    ["userInfo", unknown],
    ["dryRun", () => "bool"],
    ["options", () => "dyn"],
  ]),
};

export function admissionScope({ params, authorizer, variables, patches }: AdmissionScope): CelScope {
  const own: [string, CelType][] = [
    ["object", "dyn"],
    ["oldObject", "dyn"],
    ["request", request],
    ["namespaceObject", undefined],
  ];
  if (params === true) own.push(["params", "dyn"]);
  if (authorizer === true) own.push(["authorizer", undefined]);
  if (variables !== undefined) {
    own.push(["variables", { fields: new Map([...variables].map(([name, type]) => [name, () => type])) }]);
  }
  return { variables: new Map(own), types: patches === true ? ["Object", "JSONPatch"] : [] };
}
