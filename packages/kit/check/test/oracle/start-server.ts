import {
  installDefinitions,
  prepareDefinitions,
  preparePrograms,
  startControlPlane,
  type ControlPlane,
} from "@kit/control-plane";

/** Of the custom resources that the corpus has. */
const groups = [
  "argoproj.io",
  "bitnami.com",
  "external-secrets.io",
  "kustomize.toolkit.fluxcd.io",
  "source.toolkit.fluxcd.io",
];

/** Builds what the server needs, where it is missing: minutes on the first run. */
export async function prepareServer(): Promise<void> {
  const options = { env: process.env, onProgress: console.error };
  await Promise.all([preparePrograms(options), prepareDefinitions(groups, options)]);
}

/** A fresh API server that serves the custom resources of the corpus too. */
export async function startServer(): Promise<ControlPlane> {
  const options = { env: process.env, onProgress: console.error };
  const definitions = await prepareDefinitions(groups, options);
  const cluster = await startControlPlane(options);
  try {
    await installDefinitions(cluster, definitions);
    return cluster;
  } catch (error) {
    await cluster[Symbol.asyncDispose]();
    throw error;
  }
}
