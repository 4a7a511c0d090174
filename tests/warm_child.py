"""Stands in the place of a child of `dspdesk.jobs`: hands its pipes to the warm parent, and ends as the child does."""

import array
import json
import os
import socket
import struct
import sys

with socket.socket(socket.AF_UNIX) as to_parent:
    to_parent.connect(sys.argv[1])
    around = json.dumps({"folder": os.getcwd(), "environment": dict(os.environ)}).encode()  # noqa: PTH109 - pathlib takes longer than all this
    pipes = array.array("i", [0, 1, 2])
    to_parent.sendmsg(
        [struct.pack(">I", len(around)), around], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, pipes)]
    )
    for pipe in (0, 1):
        os.close(pipe)  # whoever reads them hears of their end from the child
    answer = to_parent.recv(1)
sys.exit(answer[0] if answer else 1)
