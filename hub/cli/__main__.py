"""`python -m hub.cli`: the `hub` command where its script is not on the path."""

from hub.cli import main

main()
