import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.{ts,tsx}"],
    globalSetup: ["tests/setup.ts"],
    testTimeout: 40_000,
    hookTimeout: 60_000,
    environment: "./tests/browser.ts",
    // The files share one hub, and one of them takes its realtime process away.
    fileParallelism: false,
  },
});
