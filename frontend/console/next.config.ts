import path from "node:path";
import type { NextConfig } from "next";

const config: NextConfig = {
  output: "standalone",
  // A second development server beside a first one needs a folder of its own, say `.next-second`.
  distDir: process.env.HUB_CONSOLE_DIST ?? ".next",
  // The workspace's root: standalone output then carries the hoisted node_modules that the server needs.
  outputFileTracingRoot: path.join(import.meta.dirname, ".."),
  turbopack: { root: path.join(import.meta.dirname, "..") },
  poweredByHeader: false,
  reactStrictMode: true,
  // The hub compresses nothing and pages are small; a reverse proxy in front compresses for the internet.
  images: { unoptimized: true },
  devIndicators: false,
};

export default config;
