import { automaticSync, defineGitOps } from "typed-manifests";

const workingHours = automaticSync({ windows: [{ kind: "allow", schedule: "0 8 * * 1-5", duration: "8h" }] });

export default defineGitOps({
  repository: "https://github.com/example/manifests.git",
  branch: "main",
  engine: "both",
  environments: {
    dev: { destination: "todo-app-minikube", policy: automaticSync() },
    prod: { destination: "todo-app-prod", policy: workingHours },
    "two-tier/dev": { destination: "two-tier-minikube", policy: automaticSync() },
    "two-tier/prod": { destination: "two-tier-prod", policy: workingHours },
  },
});
