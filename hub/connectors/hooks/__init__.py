"""Python beside manifests, for what a manifest cannot say: one module per system."""
