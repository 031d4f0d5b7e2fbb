import { emit, type SystemSource } from "@kit/emit";
import { writeTree } from "@kit/tree";
import { Deployment } from "kubernetes-models/apps/v1/Deployment";
import { ConfigMap } from "kubernetes-models/v1/ConfigMap";
import { Service } from "kubernetes-models/v1/Service";
import { plan } from "../plan.ts";
import { serviceData } from "../service-data.ts";
import { measured } from "./measured.ts";

const [services = "", directory = ""] = process.argv.slice(2);

// Emit asks for a schema to judge environments by, and there are none here: cdk8s has nothing to compare with them.
const schema = {} as SystemSource["schema"];

await measured(() => {
  const systems = plan(Number(services)).map((system) => ({
    name: system.name,
    where: `packages/${system.name}/environments`,
    schema,
    services: system.services.map((name) => {
      const { configMap, deployment, service } = serviceData(name);
      const resources = [new ConfigMap(configMap), new Deployment(deployment), new Service(service)];
      return { name, where: `packages/${system.name}/${name}`, definition: { resources } };
    }),
    environments: [],
  }));
  writeTree(directory, emit(systems).files);
});
