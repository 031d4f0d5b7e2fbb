import { defineCommand } from "../define/command-definition.ts";
import { lifeExits, lifeNotes, lifeOptions } from "../life/options.ts";

export default defineCommand({
  name: "move",
  about: "moves a service to another system",
  title: "Moves a service to another system.",
  usage: ["service <service> <system>"],
  actions: { service: "Its package, its place in overlays with its images, and the values that each service has." },
  arguments: {
    service: "Such as shop/cart, or cart where one system alone has it.",
    system: "Where it is to be.",
  },
  options: lifeOptions,
  notes: lifeNotes,
  examples: { "move service shop/cart stall --dry-run": "What would change, and what a sync would do." },
  exits: lifeExits,
});
