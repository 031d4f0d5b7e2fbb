import { ApiObject, App, Chart } from "cdk8s";
import { plan } from "../plan.ts";
import { serviceData } from "../service-data.ts";
import { measured } from "./measured.ts";

const [services = "", directory = ""] = process.argv.slice(2);

await measured(() => {
  const app = new App({ outdir: directory });
  for (const system of plan(Number(services))) {
    const chart = new Chart(app, system.name);
    for (const name of system.services) addService(chart, name);
  }
  app.synth();
});

function addService(chart: Chart, name: string): ApiObject[] {
  const { configMap, deployment, service } = serviceData(name);
  return [
    new ApiObject(chart, `${name}-config`, { ...configMap }),
    new ApiObject(chart, name, { ...deployment }),
    new ApiObject(chart, `${name}-service`, { ...service }),
  ];
}
