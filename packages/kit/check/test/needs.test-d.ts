import {
  clusterCheck,
  containerCheck,
  deliveryCheck,
  environmentCheck,
  objectCheck,
  overlayCheck,
  podCheck,
} from "../src/define-check.ts";
import { perEnvironment } from "../src/per-environment.ts";
import type { EnvironmentView } from "../src/view/index.ts";

const facts = { id: "any", group: "references", severity: "error", title: "anything" } as const;

objectCheck({
  ...facts,
  kinds: ["Service"],
  needs: ["objects", "secrets"],
  run: ({ data, namespace }, report, { contracts, id, ...environment }) => {
    const type: string | undefined = environment.find("Service", namespace, data.spec?.type ?? "")?.data.spec?.type;
    report({ message: `${type} ${contracts?.length} ${id}`, fix: "" });
  },
});
overlayCheck({ ...facts, run: ({ overlay }, report) => report(overlay.file, { message: "", fix: "" }) });
deliveryCheck({ ...facts, run: (sync, report, { delivery, objects }) => void [sync, report, delivery, objects] });

objectCheck({
  ...facts,
  kinds: ["Service"],
  // @ts-expect-error it needs nothing, and asks for other objects
  run: (_, report, { find }) => report(find),
});
podCheck({
  ...facts,
  needs: ["objects"],
  // @ts-expect-error it has not said that it needs the contracts
  run: (_pod, report, { contracts }) => report(contracts),
});
containerCheck({
  ...facts,
  needs: ["policy"],
  // @ts-expect-error a policy has no objects
  run: (_container, report, { options, pods }) => report(options ?? pods),
});
objectCheck({
  ...facts,
  kinds: ["Service"],
  // @ts-expect-error an object does not know its environment
  run: ({ environment }, report) => report(environment),
});
environmentCheck({
  ...facts,
  needs: ["objects"],
  // @ts-expect-error it has not said that it needs the overlay
  run: ({ overlay }, report) => report(overlay),
});
// @ts-expect-error what it needs of the environment it has to say
environmentCheck({ ...facts, run: () => {} });
clusterCheck({
  ...facts,
  needs: ["objects"],
  // @ts-expect-error it has not said that it needs how they are synced
  run: ({ environments }) => environments.map(({ delivery }) => delivery),
});
overlayCheck({
  ...facts,
  // @ts-expect-error what is rendered is no file of the overlay
  run: ({ objects }, report) => report(objects),
});
podCheck({
  ...facts,
  // @ts-expect-error there is no such fact
  needs: ["weather"],
  run: () => {},
});

const count = perEnvironment(({ objects }: EnvironmentView<"objects">) => objects.length);
environmentCheck({
  ...facts,
  needs: ["secrets"],
  // @ts-expect-error a fact that many ask for is of what they need as well
  run: (environment) => void count(environment),
});
