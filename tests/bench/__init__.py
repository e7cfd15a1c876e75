"""Benchmarks of the hub: `./scripts/bench`; what they measure and what came out is in docs/performance.md."""
