import { defineCommand } from "../define/command-definition.ts";
import { lifeExits, lifeNotes, lifeOptions } from "../life/options.ts";

export default defineCommand({
  name: "rename",
  about: "gives a service, an environment or a system another name",
  title: "Gives a service, an environment or a system another name.",
  usage: ["service <service> <name> [--objects]", "environment <environment> <id>", "system <system> <name>"],
  actions: {
    service: "Its package, and whatever names it as a service. Its objects keep their names.",
    environment: "Its overlay, its definition, and its place in packages/gitops.",
    system: "Its packages. Its environments keep their ids, and its objects their names.",
  },
  arguments: {
    service: "Such as shop/cart, or cart where one system alone has it.",
    "name, id": "What it is to be called.",
  },
  options: {
    objects: {
      type: "boolean",
      about: "service: its objects get the name, too, with their labels and addresses: they are made anew.",
    },
    ...lifeOptions,
  },
  notes: lifeNotes,
  examples: {
    "rename service shop/cart basket": "Nothing changes in a cluster.",
    "rename service shop/cart basket --objects --dry-run": "What a sync would delete and make anew.",
  },
  exits: lifeExits,
});
