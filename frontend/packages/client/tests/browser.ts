import { builtinEnvironments, type Environment } from "vitest/runtime";

/**
 * jsdom with Node's own Event: jsdom's WebSocket is made of Node's EventTarget, which takes no other, and Vitest puts the
 * window's Event in its place.
 */
const browser: Environment = {
  name: "browser",
  viteEnvironment: "client",
  async setup(global: typeof globalThis, options) {
    const { Event } = global;
    const jsdom = await builtinEnvironments.jsdom.setup(global, options);
    global.Event = Event;
    return jsdom;
  },
};

export default browser;
