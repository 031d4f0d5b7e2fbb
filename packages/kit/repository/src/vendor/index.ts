export { findHelm } from "./find-helm.ts";
export { madeVendor } from "./made-vendor.ts";
export { readValues } from "./read-values.ts";
export { vendorLines } from "./vendor-lines.ts";
