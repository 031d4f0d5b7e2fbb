export const todo = undefined;
