import { defineCommand } from "../define/command-definition.ts";
import { lifeExits, lifeNotes, lifeOptions } from "../life/options.ts";

export default defineCommand({
  name: "delete",
  about: "takes a service, an environment or a system out of the repository",
  title: "Takes a service, an environment or a system out of the repository.",
  usage: ["service <service>", "environment <environment>", "system <system>"],
  actions: {
    service: "Its package, and all that names it: environments, overlays, images, exemptions.",
    environment: "Its overlay, its definition, and its place in packages/gitops. What runs there stays.",
    system: "Its packages, and all of its environments. What runs there stays.",
  },
  arguments: {
    service: "Such as shop/cart, or cart where one system alone has it.",
    environment: "Its id, such as dev or shop/dev.",
  },
  options: lifeOptions,
  notes: lifeNotes,
  examples: { "delete service shop/cart --dry-run": "What would go, and what a sync would delete and keep." },
  exits: lifeExits,
});
