"""What a command cannot do is said in one line, before it begins."""

import pytest

from tests.cli.test_help import hub

pytestmark = pytest.mark.pure
ENV = {"HUB_URL": "http://127.0.0.1:9", "HUB_API_KEY": "hub_sk_none"}


@pytest.mark.parametrize(
    ("arguments", "option"),
    [
        (("listen", "--since", "zz"), "--since"),
        (("listen", "--forward", "nonsense"), "--forward"),
        (("listen", "--forward", "ftp://localhost/"), "--forward"),
        (("replay", "--since", "99999999d"), "--since"),
        (("replay", "--until", "9" * 5000 + "d"), "--until"),
        (("replay", "--since", "0001-01-01T00:00:00+14:00"), "--since"),
        (("replay", "--per-s", "nan"), "--per-s"),
        (("replay", "--per-s", "inf"), "--per-s"),
        (("replay", "--per-s", "0"), "--per-s"),
    ],
)
def test_an_option_that_makes_no_sense_is_named_without_a_word_of_python(arguments, option):
    done = hub(*arguments, **ENV)

    assert done.returncode == 2
    assert option in done.stderr
    assert "Traceback" not in done.stderr
    assert "Error" not in done.stderr.replace("Error: Invalid value", "")
