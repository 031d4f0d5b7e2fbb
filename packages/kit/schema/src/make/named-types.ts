import type { TableNode } from "../table.ts";
import { intOrStringLimits } from "./limits-of.ts";

const apimachinery = "io.k8s.apimachinery.pkg";

/** Types of the server's own kinds that it decodes by their own code, whatever their schema says. */
export const namedTypes: Readonly<Record<string, TableNode>> = {
  [`${apimachinery}.api.resource.Quantity`]: { type: "quantity" },
  [`${apimachinery}.util.intstr.IntOrString`]: { type: "int-or-string", limits: intOrStringLimits },
  [`${apimachinery}.apis.meta.v1.Time`]: { type: "string", format: "date-time" },
  [`${apimachinery}.apis.meta.v1.MicroTime`]: { type: "string", format: "date-time-micro" },
  [`${apimachinery}.runtime.RawExtension`]: { type: "any" },
  [`${apimachinery}.apis.meta.v1.FieldsV1`]: { type: "any" },
};
