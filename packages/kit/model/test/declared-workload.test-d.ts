// Checked by the compiler alone: each `@ts-expect-error` is an error that authors must get.
import type { Deployment } from "kubernetes-models/apps/v1/Deployment";
import { customKind, workload, type ObjectMetadata } from "../src/index.ts";

interface IShop {
  readonly apiVersion: "example.com/v1";
  readonly kind: "Shop";
  readonly metadata: ObjectMetadata;
  readonly spec?: { readonly size?: number; readonly pods?: NonNullable<Deployment["spec"]>["template"] };
}
const Shop = customKind<IShop>("example.com/v1", "Shop");

workload(Shop, { template: "spec.pods" });
workload(Shop, { template: "spec.pods", replicas: "spec.size", rolls: false });
// @ts-expect-error: there is no such field
workload(Shop, { template: "spec.podTemplate" });
// @ts-expect-error: nor this
workload(Shop, { template: "spec.pods", replicas: "spec.replicas" });
// @ts-expect-error: a workload has pods
workload(Shop, { replicas: "spec.size" });

// Of a kind without a class nobody knows the fields.
workload({ apiVersion: "example.com/v1", kind: "Other" }, { template: "spec.anything" });
// @ts-expect-error: it has to be named
workload({ kind: "Other" }, { template: "spec.anything" });

// A class of kubernetes-models is one too.
declare const OtherDeployment: typeof Deployment;
workload(OtherDeployment, { template: "spec.template", replicas: "spec.replicas", selector: "spec.selector" });
// @ts-expect-error: not a field of its
workload(OtherDeployment, { template: "spec.tmplate" });
