import { automaticSync, defineGitOps } from "typed-manifests";

const workingHours = automaticSync({ windows: [{ kind: "allow", schedule: "0 8 * * 1-5", duration: "8h" }] });

export default defineGitOps({
  repository: "https://github.com/example/manifests.git",
  branch: "main",
  engine: "both",
  environments: {
    dev: { destination: "shop-minikube", policy: automaticSync() },
    prod: { destination: "shop-prod", policy: workingHours },
    "stall/dev": { destination: "stall-minikube", policy: automaticSync() },
    "stall/prod": { destination: "stall-prod", policy: workingHours },
  },
});
