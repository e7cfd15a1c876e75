import { readFile, writeFile } from "node:fs/promises";
import { defineConfig } from "tsup";

export default defineConfig({
  entry: ["src/index.ts", "src/react.ts", "src/webhooks.ts"],
  format: "esm",
  target: "es2022",
  dts: true,
  clean: true,
  // The entries share one module for the configuration: what `configureHub` says holds for the hooks too.
  splitting: true,
  async onSuccess() {
    // The bundler drops directives, and Next.js needs this one on what has hooks.
    const built = "dist/react.js";
    await writeFile(built, `"use client";\n${await readFile(built, "utf8")}`);
  },
});
