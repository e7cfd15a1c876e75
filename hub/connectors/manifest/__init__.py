"""Connectors that are YAML documents. model.py says what one holds; docs/connectors.md how to write one."""
