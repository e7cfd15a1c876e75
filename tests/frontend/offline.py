"""Runs a command in a fresh network namespace, with its loopback device up: `unshare -n python3 offline.py COMMAND …`.

Bundlers talk to their own child processes over loopback; there is no other device, so nothing leaves.
"""

import fcntl
import os
import socket
import struct
import sys

# Linux: <linux/sockios.h>, <linux/if.h>
SIOCSIFFLAGS = 0x8914
IFF_UP = 0x1


def main() -> None:
    """Brings `lo` up, then becomes the command."""
    with socket.socket() as any_socket:
        fcntl.ioctl(any_socket, SIOCSIFFLAGS, struct.pack("16sh", b"lo", IFF_UP))
    os.execvp(sys.argv[1], sys.argv[1:])  # noqa: S606 no shell is wanted


if __name__ == "__main__":
    main()
