import { environmentCheck } from "../../define-check.ts";
import { serviceOf } from "../../package-of.ts";
import { secretReaders } from "../../secret-readers.ts";

export const secretConsumerIdle = environmentCheck({
  id: "secret-consumer-idle",
  group: "secrets",
  severity: "warning",
  title: "a contract names a service as a key's consumer, and it does not read the key",
  needs: ["objects", "secrets"],
  run: (environment, _, reportOnSecret) => {
    const here = new Set(environment.pods.flatMap(({ object }) => serviceOf(object) ?? []));
    const readers = Map.groupBy(secretReaders(environment), ({ contract, key }) => `${contract.name}/${key}`);
    for (const contract of environment.contracts ?? []) {
      for (const [key, { consumers = [] }] of Object.entries(contract.keys)) {
        const read = readers.get(`${contract.name}/${key}`) ?? [];
        // That nobody reads it is a finding of its own, and a service that is not here reads nothing.
        if (read.length === 0) continue;
        for (const service of consumers) {
          if (!here.has(service) || read.some(({ pod }) => serviceOf(pod.object) === service)) continue;
          reportOnSecret(contract, {
            message: `${service} is a consumer of the key ${key}, and does not read it`,
            fix: `take ${service} out of the key's consumers, or let it read the key`,
            path: ["keys", key, "consumers"],
          });
        }
      }
    }
  },
});
