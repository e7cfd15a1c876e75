import path from "node:path";
import type { NextConfig } from "next";

const workspace = path.join(import.meta.dirname, "../..");

const config: NextConfig = {
  // The workspace's root, where what is shared is installed.
  outputFileTracingRoot: workspace,
  turbopack: { root: workspace },
  devIndicators: false,
};

export default config;
