"""What tests are told when the process in which their products are born is gone."""

import io
import socket

import pytest

from tests.nursery import Born
from tests.patience import PATIENCE


def test_the_end_of_a_product_is_told() -> None:
    told, end = socket.socketpair()
    with told:
        told.sendall(b"-9")
        assert Born(1, io.StringIO(), end).wait(PATIENCE) == -9


def test_a_nursery_that_is_gone_is_named() -> None:
    told, end = socket.socketpair()
    told.close()
    with pytest.raises(ChildProcessError, match="the nursery has ended"):
        Born(1, io.StringIO(), end).wait(PATIENCE)
