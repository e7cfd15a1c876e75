import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["**/*.test.ts"],
    globalSetup: ["./setup.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // The files share one hub and one browser's worth of processor, and one of them takes the stream away.
    fileParallelism: false,
  },
});
