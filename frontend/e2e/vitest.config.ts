import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** By name: `pages` has the hub to itself before the others fill it. */
class ByName extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.sort((one, other) => one.moduleId.localeCompare(other.moduleId));
  }
}

export default defineConfig({
  test: {
    include: ["**/*.test.ts"],
    globalSetup: ["./setup.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // The files share one hub and one browser's worth of processor, and one of them takes the stream away.
    fileParallelism: false,
    sequence: { sequencer: ByName },
  },
});
